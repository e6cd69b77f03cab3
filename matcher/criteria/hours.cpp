// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

constexpr int most_hours = 99;
/// Each hour a week between what one wants and the other offers.
constexpr int cost_of_an_hour_bp = 1'000;

bool known(const WeeklyHours& hours) {
  return hours.minimum || hours.maximum;
}
bool vacancy_states(const pool::VacancyFacts& vacancy) {
  return known(vacancy.hours);
}
bool person_states(const pool::CandidateFacts& candidate) {
  return known(candidate.hours);
}

/// Met when the two ranges have an hour in common; an end that is not stated is open.
Judgement judge(const Pair& pair, EvidenceLog* evidence) {
  const auto& own = pair.candidate.hours;
  const auto& offered = pair.vacancy.hours;
  if (!known(own) || !known(offered)) {
    if (evidence != nullptr) {
      evidence->add(known(own) ? Evidence::Kind::not_stated_by_vacancy : Evidence::Kind::not_stated_by_person);
    }
    return unknown();
  }
  if (evidence != nullptr) {
    evidence->add(Evidence::Kind::hours, {},
                  {own.minimum.value_or(-1), own.maximum.value_or(-1), offered.minimum.value_or(-1),
                   offered.maximum.value_or(-1)});
  }
  const int low = std::max(own.minimum.value_or(0), offered.minimum.value_or(0));
  const int high = std::min(own.maximum.value_or(most_hours), offered.maximum.value_or(most_hours));
  if (low <= high) return met();
  return not_met(std::max(0, full_bp - cost_of_an_hour_bp * (low - high)));
}

}  // namespace

Rule hours_rule() {
  return {Criterion::hours, Nature::plain, {vacancy_states, nullptr, judge}, {person_states, judge}};
}

}  // namespace passend::criteria
