// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>

#include "indexer/base/executor.hpp"
#include "indexer/base/id.hpp"
#include "indexer/pool/pool.hpp"
#include "matcher/criteria/weights.hpp"
#include "matcher/engine/match.hpp"

namespace passend::engine {

/// The facade of matching: pure functions over one snapshot of the pool. Thread-safe; hold it for one request.
/// The same pair has the same scores from every function here.
class Engine {
 public:
  Engine(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights, const Executor& executor);

  /// Ranked candidates for a vacancy; ranked vacancies for a candidate. Throws not_found when the pool has no such
  /// record, invalid_input for a page outside 1..., a page size outside 1..1000, or lane falls_short.
  MatchPage candidates_for(VacancyId vacancy, const MatchQuery& query) const;
  MatchPage vacancies_for(CandidateId candidate, const MatchQuery& query) const;

  /// Throws not_found when either is not in the pool.
  PairExplanation explain(CandidateId candidate, VacancyId vacancy, std::uint64_t seed) const;

  const pool::Pool& pool() const { return *pool_; }

 private:
  std::shared_ptr<const pool::Pool> pool_;
  criteria::Weights weights_;
  const Executor& executor_;
};

}  // namespace passend::engine
