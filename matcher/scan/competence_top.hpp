// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/base/executor.hpp"
#include "indexer/pool/pool.hpp"

namespace passend::scan {

/// Who has this competence, at any level, answers a demand with so many points.
struct Answer {
  pool::Concept competence = 0;
  std::uint32_t points = 0;  ///< At most 1,000,000.
};

/// The answers to one demanded competence: of those that a person has, the one with most points counts.
using DemandAnswers = std::vector<Answer>;

struct CompetenceHit {
  std::uint32_t row = 0;  ///< In the pool.
  std::uint32_t points = 0;
  bool operator==(const CompetenceHit&) const = default;
};

/// What a search had to read.
struct CompetenceCost {
  std::uint64_t postings = 0;
  std::uint64_t people = 0;  ///< Whose competences were looked up one by one.
};

/// The `count` living rows with the highest sum of points over all demands; equals by ascending row. Rows without any
/// point are left out. Exact: every holder of every answer is counted or proved unable to enter the list. `cost` may be
/// null.
std::vector<CompetenceHit> best_by_competences(const pool::Pool& pool, const std::vector<DemandAnswers>& demands,
                                               std::size_t count, const Executor& executor,
                                               CompetenceCost* cost = nullptr);

}  // namespace passend::scan
