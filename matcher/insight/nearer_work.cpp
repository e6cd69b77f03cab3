// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/criteria/rules.hpp"
#include "matcher/engine/fill_rates.hpp"
#include "matcher/engine/score.hpp"
#include "matcher/insight/relaxations.hpp"

namespace passend::insight {
namespace {

/// The lane of a pair; what an unknown counts for has no say in it.
engine::Lane lane_of(const criteria::Pair& pair, const criteria::SidePlan& demand, const criteria::SidePlan& supply) {
  const engine::Rates no_rates{};
  return engine::combine(engine::score_side(demand, pair, no_rates), engine::score_side(supply, pair, no_rates),
                         pair.distance_m)
      .lane();
}

/// Judges the people of a pool for a vacancy that stands somewhere else than it does.
class Journeys {
 public:
  Journeys(const engine::Engine& engine, const pool::VacancyFacts& vacancy)
      : engine_(engine), vacancy_(vacancy), demand_(criteria::demand_plan(vacancy, engine.weights())) {
    for (const int km : nearer_km) result_.push_back({km, {}});
  }

  void add(const pool::CandidateFacts& person) {
    const auto distance_m = engine::distance_between(engine_.pool(), person, vacancy_);
    if (!distance_m || !too_far(person, *distance_m)) return;
    const auto supply = criteria::supply_plan(person, engine_.weights());
    if (lane_of(pair(person, *distance_m), demand_, supply) != engine::Lane::falls_short) return;
    for (auto& nearer : result_) {
      const int left_m = std::max(0, *distance_m - nearer.km * 1'000);
      if (too_far(person, left_m)) continue;
      const auto lane = lane_of(pair(person, left_m), demand_, supply);
      nearer.gain.fits += lane == engine::Lane::fits ? 1 : 0;
      nearer.gain.one_question_open += lane == engine::Lane::one_question_open ? 1 : 0;
    }
  }

  std::vector<NearerWork> take() { return std::move(result_); }

 private:
  criteria::Pair pair(const pool::CandidateFacts& person, int distance_m) const {
    return {person, vacancy_, engine_.circumstances(), distance_m};
  }
  bool too_far(const pool::CandidateFacts& person, int distance_m) const {
    const auto judge = criteria::rule_of(Criterion::distance).supply.judge;
    return judge(pair(person, distance_m), nullptr).verdict == engine::Verdict::not_met;
  }

  const engine::Engine& engine_;
  const pool::VacancyFacts& vacancy_;
  criteria::SidePlan demand_;
  std::vector<NearerWork> result_;
};

}  // namespace

std::vector<NearerWork> nearer_work(const engine::Engine& engine, const pool::VacancyFacts& vacancy) {
  if (!vacancy.pc4) return {};
  Journeys journeys(engine, vacancy);
  const auto& pool = engine.pool();
  for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
    if (!pool.candidate_is_void(row)) journeys.add(pool.candidate(row));
  }
  return journeys.take();
}

}  // namespace passend::insight
