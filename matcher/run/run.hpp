// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "indexer/model/boundary.hpp"
#include "indexer/model/match_result.hpp"
#include "indexer/pool/facts.hpp"
#include "matcher/criteria/weights.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/engine/match.hpp"
#include "matcher/run/showings.hpp"

/// A match run: one question, everything that went into its answer, and the answer. It holds ids and numbers, never a
/// name or a text about a person.
namespace passend::run {

/// Ascending in time: the first 48 bits are the milliseconds since 1970, the rest is random.
using RunId = MatchRunId;
RunId new_run_id(Timestamp time);
Timestamp time_of(RunId id);

enum class Direction : std::uint8_t { candidates_for_vacancy, vacancies_for_candidate };

struct Question {
  Direction direction = Direction::candidates_for_vacancy;
  Id128 subject;  ///< The vacancy, or the candidate, for whom was asked.
  /// The whole vacancy when it stood in no pool: one being written, or one with a requirement relaxed.
  std::optional<pool::VacancyFacts> tried_out;
  engine::MatchQuery query;
  bool operator==(const Question& other) const;
};

/// What decides, beside the question, what comes out.
struct Inputs {
  std::string engine_version;
  criteria::Weights weights;
  std::string taxonomy_name;
  std::string taxonomy_hash;
  std::string postcodes_hash;  ///< fingerprint() of the table of postcode areas.
  std::int64_t pool_position = 0;
  Date today;
  std::optional<Boundary> boundary{};  ///< Whose records were there; absent: everybody's.
  bool operator==(const Inputs&) const = default;
};

/// A page without the time that it took.
struct Result {
  std::array<std::uint64_t, 3> lane_counts{};  ///< By engine::Lane.
  std::vector<engine::MatchRow> rows;
  std::vector<engine::RequirementCost> requirement_costs;
  bool operator==(const Result&) const = default;
};

struct Run {
  RunId id;
  Timestamp time;
  Question question;
  Inputs inputs;
  Result result;
  std::string result_hash;  ///< SHA-256 of canonical_bytes(result).
  bool operator==(const Run&) const = default;
};

/// Who stood in the lists of a batch over many vacancies, or was chosen for an event: of these no single runs are kept.
struct BatchShowings {
  RunId id;
  Timestamp time;
  std::uint64_t vacancies = 0;  ///< Each had a list.
  Showings showings{};
  bool operator==(const BatchShowings&) const = default;
};

Result result_of(const engine::MatchPage& page);

/// The result as lines of decimal numbers, the same on every machine: what docs/matching.md describes and an auditor
/// can feed to any SHA-256.
std::string canonical_bytes(const Result& result);

/// SHA-256 over the areas of the table: number, place, municipality, inhabitants and coordinates.
std::string fingerprint(const geo::PostcodeTable& postcodes);

/// The run of a question that `engine` answered with `page`. `postcodes_hash` is the fingerprint() of the pool's table,
/// given because it takes a millisecond to compute and stays the same.
Run make_run(Question question, const engine::Engine& engine, const engine::MatchPage& page,
             const std::string& postcodes_hash);

}  // namespace passend::run
