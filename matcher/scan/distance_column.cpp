// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/distance_column.hpp"

#include "matcher/criteria/night_work.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::scan {
namespace {

/// Four-digit postcodes; 0 stands for "not known".
constexpr std::size_t postcode_areas = 10'000;

}  // namespace

DistanceColumn::DistanceColumn(const Question& question, const PreparedSegment& prepared)
    : question_(question),
      segment_(prepared.segment()),
      mobility_(segment_.aspect(pool::Aspect::mobility)),
      reach_(criteria::has_night_work(question.vacancy) ? prepared.reach_by_night() : prepared.reach_by_day()),
      judged_(criteria::has_night_work(question.vacancy) ? prepared.distances_by_night() : prepared.distances_by_day()),
      steps_(postcode_areas, unknown_steps) {
  if (!question.vacancy.pc4) return;
  for (const auto& area : question.pool.postcodes().areas()) {
    const auto metres = question.pool.postcodes().distance_m(area.pc4, *question.vacancy.pc4);
    if (metres) steps_[static_cast<std::size_t>(area.pc4)] = static_cast<std::uint16_t>(*metres / distance_step_m);
  }
}

Outcome DistanceColumn::judge(std::uint32_t mobility, std::uint32_t steps, pool::CandidateFacts& scratch) const {
  segment_.read_aspect(pool::Aspect::mobility, mobility, scratch);
  const auto metres = static_cast<int>(steps) * distance_step_m;
  const criteria::Pair pair{scratch, question_.vacancy, question_.circumstances, metres};
  const auto outcome = Outcome::of(criteria::rule_of(Criterion::distance).supply.judge(pair, nullptr), 0);
  if (steps < near_steps) judged_.set(mobility * near_steps + steps, outcome);
  return outcome;
}

}  // namespace passend::scan
