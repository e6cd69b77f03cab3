// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

constexpr int same_division_bp = 7'000;

/// The two-digit division of an SBI 2008 code of two to five digits. As numbers, codes of divisions 01 to 09 have lost
/// their leading zero: written with five digits they read as another division. The harm is small, since sector is soft.
int division(int code) {
  while (code >= 100) code /= 10;
  return code;
}

/// The wanted branch holds the offered one: 8121 holds 81210, 81 holds both.
bool holds(int wanted, int offered) {
  while (offered > wanted) offered /= 10;
  return offered == wanted;
}

int degree_of(int wanted, int offered) {
  if (holds(wanted, offered)) return full_bp;
  return division(wanted) == division(offered) ? same_division_bp : 0;
}

bool person_states(const pool::CandidateFacts& candidate) {
  return !candidate.sectors.items.empty();
}

Judgement supply(const Pair& pair, EvidenceLog* evidence) {
  if (!person_states(pair.candidate) || !pair.vacancy.sector) {
    if (evidence != nullptr) {
      evidence->add(pair.vacancy.sector ? Evidence::Kind::not_stated_by_person : Evidence::Kind::not_stated_by_vacancy);
    }
    return unknown();
  }
  int degree = 0;
  for (const int wanted : pair.candidate.sectors.items)
    degree = std::max(degree, degree_of(wanted, *pair.vacancy.sector));
  if (evidence != nullptr) {
    evidence->add(Evidence::Kind::overlap, {std::to_string(*pair.vacancy.sector)}, {degree > 0 ? 1 : 0, 1});
  }
  return degree > 0 ? met(degree) : not_met();
}

}  // namespace

Rule sector_rule() {
  return {Criterion::sector, Nature::soft, {}, {person_states, supply}};
}

}  // namespace passend::criteria
