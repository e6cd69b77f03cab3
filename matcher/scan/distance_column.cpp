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
      metres_(postcode_areas, unknown_distance_m) {
  if (!question.vacancy.pc4) return;
  for (const auto& area : question.pool.postcodes().areas()) {
    const auto metres = question.pool.postcodes().distance_m(area.pc4, *question.vacancy.pc4);
    metres_[static_cast<std::size_t>(area.pc4)] = metres.value_or(unknown_distance_m);
  }
}

Outcome DistanceColumn::outcome(std::uint32_t row, int rate_bp) const {
  const auto distance = distance_m(row);
  if (!distance) return Outcome::of(criteria::unknown(), rate_bp);
  pool::CandidateFacts facts;
  segment_.read_aspect(pool::Aspect::mobility, mobility_[row], facts);
  const criteria::Pair pair{facts, question_.vacancy, question_.circumstances, distance};
  return Outcome::of(criteria::rule_of(Criterion::distance).supply.judge(pair, nullptr), rate_bp);
}

}  // namespace passend::scan
