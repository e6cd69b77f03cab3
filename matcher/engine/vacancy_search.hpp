// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

#include "indexer/base/executor.hpp"
#include "matcher/engine/fill_rates.hpp"
#include "matcher/engine/match.hpp"

namespace passend::engine {

/// All vacancies of a pool for one candidate, without those that closed before the day of matching. Vacancies are a
/// hundredth of the people and each is read whole: they are judged one by one.
struct VacancySearch {
  const pool::Pool& pool;
  const pool::CandidateFacts& candidate;
  const criteria::Weights& weights;
  const criteria::Circumstances& circumstances;
  const FillRates& rates;

  /// Everything of a page but the run facts.
  MatchPage find(const MatchQuery& query, const Executor& executor, std::size_t block_size) const;
};

}  // namespace passend::engine
