// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdint>

#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

/// Work without an end is looked at over half a year.
constexpr int open_end_days = 180;
/// So many days may be missed without harm: a notice period, a holiday.
constexpr int allowance_days = 14;

bool known(const Period& period) {
  return period.from || period.until;
}
bool vacancy_states(const pool::VacancyFacts& vacancy) {
  return known(vacancy.period);
}
bool person_states(const pool::CandidateFacts& candidate) {
  return known(candidate.available);
}

/// The share of the days of the work on which the person is available.
Judgement judge(const Pair& pair, EvidenceLog* evidence) {
  const auto& own = pair.candidate.available;
  const auto& work = pair.vacancy.period;
  if (!known(own) || !known(work)) {
    if (evidence != nullptr) {
      evidence->add(known(own) ? Evidence::Kind::not_stated_by_vacancy : Evidence::Kind::not_stated_by_person);
    }
    return unknown();
  }
  if (evidence != nullptr) {
    evidence->add(Evidence::Kind::dates,
                  {date_text(own.from), date_text(own.until), date_text(work.from), date_text(work.until)});
  }
  const int first = pair.start().days;
  const int last = work.until ? work.until->days : first + open_end_days - 1;
  if (last < first) return not_met();  // The work is over.
  const int from = std::max(first, own.from ? own.from->days : first);
  const int until = std::min(last, own.until ? own.until->days : last);
  const int length = last - first + 1;
  const int covered = std::max(0, until - from + 1);
  const int degree = static_cast<int>(std::int64_t{covered} * full_bp / length);
  const bool enough = covered > 0 && length - covered <= allowance_days;
  return enough ? met(degree) : not_met(degree);
}

}  // namespace

Rule period_rule() {
  return {Criterion::period, Nature::plain, {vacancy_states, nullptr, judge}, {person_states, judge}};
}

}  // namespace passend::criteria
