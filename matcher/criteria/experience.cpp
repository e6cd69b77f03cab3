// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/criteria/experience_time.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

constexpr int months_a_year = 12;

bool stated(const pool::VacancyFacts& vacancy) {
  return vacancy.experience_years.has_value();
}

/// The verdict counts the months as they are: nobody is turned away because experience has aged. The degree fades.
Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  if (!stated(pair.vacancy) || !pair.vacancy.occupation) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_vacancy);
    return unknown();
  }
  const int demanded = *pair.vacancy.experience_years * months_a_year;
  if (!pair.candidate.experience.known && demanded > 0) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  const auto time = experience_time(pair);
  if (evidence != nullptr) {
    const auto occupation = time.months > 0 ? time.nearest : *pair.vacancy.occupation;
    evidence->add(Evidence::Kind::years, {evidence->label(occupation)}, {time.months, demanded});
    if (time.months < demanded && time.may_be_more) evidence->add(Evidence::Kind::not_stated_by_person);
  }
  const int degree =
      demanded == 0
          ? full_bp
          : static_cast<int>(std::min<std::int64_t>(full_bp, std::int64_t{time.weighted_months} * full_bp / demanded));
  if (time.months >= demanded) return met(degree);
  return time.may_be_more ? unknown() : not_met(degree);
}

}  // namespace

Rule experience_rule() {
  return {Criterion::experience, Nature::plain, {stated, nullptr, demand}, {}};
}

}  // namespace passend::criteria
