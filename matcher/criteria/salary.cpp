// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdint>

#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

/// Each percent below what is wanted costs four: a quarter less than wanted is worth nothing.
constexpr int steepness = 4;

bool person_states(const pool::CandidateFacts& candidate) {
  return candidate.wanted_cents_an_hour.has_value();
}

Judgement supply(const Pair& pair, EvidenceLog* evidence) {
  const auto& wanted = pair.candidate.wanted_cents_an_hour;
  const auto& offered = pair.vacancy.offered_cents_an_hour;
  if (!wanted || !offered) {
    if (evidence != nullptr) {
      evidence->add(wanted ? Evidence::Kind::not_stated_by_vacancy : Evidence::Kind::not_stated_by_person);
    }
    return unknown();
  }
  if (evidence != nullptr) evidence->add(Evidence::Kind::money, {}, {*wanted, *offered});
  if (*offered >= *wanted) return met();
  const int shortfall_bp = static_cast<int>(std::int64_t{*wanted - *offered} * full_bp / *wanted);
  return not_met(std::max(0, full_bp - steepness * shortfall_bp));
}

}  // namespace

Rule salary_rule() {
  return {Criterion::salary, Nature::soft, {}, {person_states, supply}};
}

}  // namespace passend::criteria
