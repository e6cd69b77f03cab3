// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/experience_time.hpp"

#include <algorithm>
#include <cstdint>

#include "matcher/criteria/judgement.hpp"
#include "matcher/criteria/likeness.hpp"

namespace passend::criteria {
namespace {

constexpr int fresh_months = 24;
constexpr int fading_bp_a_month = 75;
constexpr int faded_bp = 2'500;

/// Whole calendar months from a day up to, not including, another.
int months_between(Date from, Date to) {
  if (to <= from) return 0;
  const auto [from_year, from_month, from_day] = from.civil();
  const auto [to_year, to_month, to_day] = to.civil();
  const int months = (to_year - from_year) * 12 + to_month - from_month;
  return to_day < from_day ? months - 1 : months;
}

int recency_bp(int months_ago) {
  return std::clamp(full_bp - fading_bp_a_month * (months_ago - fresh_months), faded_bp, full_bp);
}

}  // namespace

ExperienceTime experience_time(const Pair& pair) {
  ExperienceTime total;
  const Date today = pair.circumstances.today;
  std::int64_t weighted = 0;
  std::int64_t most = -1;
  total.may_be_more = pair.candidate.experience.unplaced;
  for (const auto& time : pair.candidate.experience.items) {
    const int likeness = occupation_likeness_bp(pair.vacancy, time.occupation);
    if (likeness < near_enough_bp) continue;
    if (!time.period.from) {
      total.may_be_more = true;
      continue;
    }
    // The last day was worked too.
    const Date end = time.period.until ? std::min(Date{time.period.until->days + 1}, today) : today;
    const int months = months_between(*time.period.from, end);
    const std::int64_t share = std::int64_t{months} * likeness * recency_bp(months_between(end, today));
    total.months += months;
    weighted += share;
    if (share > most) {
      most = share;
      total.nearest = time.occupation;
    }
  }
  total.weighted_months = static_cast<int>(weighted / (std::int64_t{full_bp} * full_bp));
  return total;
}

}  // namespace passend::criteria
