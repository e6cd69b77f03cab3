// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/engine/engine.hpp"
#include "matcher/engine/fill_rates.hpp"
#include "matcher/engine/score.hpp"

namespace passend::engine {
namespace {

/// Whether everything that a side requires is met; stops at the first that is not.
template <class Plan>
bool all_required_met(const Plan& plan, const criteria::Pair& pair) {
  return std::all_of(plan.criteria().begin(), plan.criteria().end(), [&](const auto& planned) {
    return planned.importance != Importance::required || planned.judge(pair, nullptr).verdict == Verdict::met;
  });
}

}  // namespace

std::vector<FittingVacancy> Engine::fitting_vacancies(std::uint32_t candidate_row) const {
  const auto candidate = pool_->candidate(candidate_row);
  const auto supply = supply_plan(candidate, weights_);
  std::vector<FittingVacancy> fitting;
  pool::VacancyFacts vacancy;
  for (std::uint32_t row = 0; row < pool_->vacancy_rows(); ++row) {
    if (pool_->vacancy_is_void(row)) continue;
    const auto closes = pool_->vacancy_closes(row);
    if (closes && *closes < circumstances_.today) continue;
    pool_->read_vacancy(row, vacancy);
    const criteria::Pair pair{candidate, vacancy, circumstances_, distance_between(*pool_, candidate, vacancy)};
    if (!all_required_met(supply, pair)) continue;
    const auto demand = demand_plan(vacancy, weights_);
    if (!all_required_met(demand, pair)) continue;
    // Only what fits is scored: most of the time goes into finding that something does not.
    const auto score = combine(score_side(demand, pair, rates_->demand(row)),
                               score_side(supply, pair, rates_->supply()), pair.distance_m);
    fitting.push_back({row, static_cast<std::uint16_t>(score.combined.expected_bp),
                       static_cast<std::uint16_t>(score.demand.expected_bp),
                       static_cast<std::uint16_t>(score.supply.expected_bp)});
  }
  return fitting;
}

}  // namespace passend::engine
