// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/bench/queries.hpp"

namespace passend::bench {

/// Whether a contestant computes the same scores as we do, so that they must be equal, or ranks by a formula of its
/// own.
enum class Scores : std::uint8_t { same, own };

struct Line {
  std::string name;
  unsigned threads = 1;
  Scores scores = Scores::same;
  double seconds = 20;           ///< It may take in all, so that a slow one does not hold up the rest.
  double warm_up_seconds = 0.5;  ///< At least, before it is measured for the first time.
  std::string note = {};
};

struct TimedAnswer {
  std::vector<scan::CompetenceHit> hits;  ///< Best first.
  double milliseconds = 0;                ///< As short as can be said fairly: without building or parsing the query.
};

/// One way to find the best hundred for a query of the competence part.
class Contestant {
 public:
  virtual ~Contestant() = default;
  virtual const Line& line() const = 0;
  virtual TimedAnswer answer(std::size_t query) = 0;
};

using Contestants = std::vector<std::unique_ptr<Contestant>>;

/// What contestants are made from. All of it outlives them.
struct Arena {
  const pool::Pool& pool;
  const Holdings& holdings;
  const Postings& postings;
  const std::vector<CompetenceQuery>& queries;
  std::filesystem::path folder;  ///< For indexes that are kept; changes with the content.
};

}  // namespace passend::bench
