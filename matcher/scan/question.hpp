// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/pool/pool.hpp"
#include "matcher/criteria/pair.hpp"
#include "matcher/criteria/side_plan.hpp"

namespace passend::scan {

/// One vacancy, asked of everyone. What it refers to outlives it.
struct Question {
  const pool::Pool& pool;
  const pool::VacancyFacts& vacancy;
  const criteria::Weights& weights;
  const criteria::Circumstances& circumstances;
  const criteria::Rates& demand_rates;
  const criteria::Rates& supply_rates;

  int rate_bp(criteria::Side side, Criterion criterion) const {
    const auto& rates = side == criteria::Side::demand ? demand_rates : supply_rates;
    return rates[static_cast<std::size_t>(criterion)];
  }
  criteria::Pair pair_with(const pool::CandidateFacts& candidate) const {
    return {candidate, vacancy, circumstances, std::nullopt};
  }
};

}  // namespace passend::scan
