// SPDX-License-Identifier: EUPL-1.2
#include "matcher/insight/relaxations.hpp"

#include <algorithm>

namespace passend::insight {
namespace {

engine::MatchPage counts_of(const engine::Engine& engine, const pool::VacancyFacts& vacancy) {
  return engine.candidates_for(vacancy, {.page_size = 1});
}

LaneGain gain_of(const engine::MatchPage& after, const engine::MatchPage& before) {
  const auto difference = [&](engine::Lane lane) {
    const auto index = static_cast<std::size_t>(lane);
    return static_cast<std::int64_t>(after.lane_counts[index]) - static_cast<std::int64_t>(before.lane_counts[index]);
  };
  return {difference(engine::Lane::fits), difference(engine::Lane::one_question_open)};
}

bool brings_more(const Relaxation& a, const Relaxation& b) {
  if (a.gain.fits != b.gain.fits) return a.gain.fits > b.gain.fits;
  return a.gain.one_question_open > b.gain.one_question_open;
}

}  // namespace

Relaxations relaxations(const engine::Engine& engine, const pool::VacancyFacts& vacancy) {
  Relaxations result;
  const auto before = counts_of(engine, vacancy);
  result.lane_counts = before.lane_counts;
  result.costs = before.requirement_costs;
  result.run = before.run;
  const auto obstacles = obstacles_of(before.requirement_costs);
  for (auto& relaxed : relaxation_steps(vacancy, obstacles, engine.pool().taxonomy())) {
    const auto after = counts_of(engine, relaxed.facts);
    result.run.microseconds += after.run.microseconds;
    result.steps.push_back({std::move(relaxed.step), gain_of(after, before)});
  }
  std::stable_sort(result.steps.begin(), result.steps.end(), brings_more);
  result.nearer = nearer_work(engine, vacancy);
  return result;
}

}  // namespace passend::insight
