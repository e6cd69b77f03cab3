// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/criteria/experience_time.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

constexpr int months_a_year = 12;

/// "No experience needed" asks nothing.
bool stated(const pool::VacancyFacts& vacancy) {
  return vacancy.experience_years.value_or(0) > 0;
}

/// The verdict counts the months as they are: nobody is turned away because experience has aged. The degree fades.
Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  if (pair.vacancy.experience_years == 0) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_asked);
    return met();
  }
  if (!pair.vacancy.experience_years || !pair.vacancy.occupation) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_vacancy);
    return unknown();
  }
  const int demanded = *pair.vacancy.experience_years * months_a_year;
  if (!pair.candidate.experience.known) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  const auto time = experience_time(pair);
  if (evidence != nullptr) {
    const auto occupation = time.months > 0 ? time.nearest : *pair.vacancy.occupation;
    evidence->add(Evidence::Kind::years, {evidence->label(occupation)}, {time.months, demanded});
    if (time.months < demanded && time.may_be_more) evidence->add(Evidence::Kind::not_stated_by_person);
  }
  const auto degree =
      static_cast<int>(std::min<std::int64_t>(full_bp, std::int64_t{time.weighted_months} * full_bp / demanded));
  if (time.months >= demanded) return met(degree);
  return time.may_be_more ? unknown() : not_met(degree);
}

}  // namespace

Rule experience_rule() {
  return {Criterion::experience, Nature::plain, {stated, nullptr, demand}, {}};
}

}  // namespace passend::criteria
