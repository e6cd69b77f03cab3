// SPDX-License-Identifier: EUPL-1.2
#include <bit>

#include "matcher/criteria/code_set_overlap.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

bool person_states(const pool::CandidateFacts& candidate) {
  return candidate.needed_conditions.has_value();
}

/// All that the person needs must be offered; nothing here says or asks why it is needed.
Judgement supply(const Pair& pair, EvidenceLog* evidence) {
  const auto& needed = pair.candidate.needed_conditions;
  const auto& offered = pair.vacancy.offered_conditions;
  if (!needed || !offered) {
    if (evidence != nullptr) {
      evidence->add(needed ? Evidence::Kind::not_stated_by_vacancy : Evidence::Kind::not_stated_by_person);
    }
    return unknown();
  }
  const auto shared = *needed & *offered;
  const int count = std::popcount(*needed);
  if (evidence != nullptr) {
    evidence->add(Evidence::Kind::overlap, names_of<WorkingCondition>(shared), {std::popcount(shared), count});
    for (auto& lacking : names_of<WorkingCondition>(*needed & ~*offered)) {
      evidence->add(Evidence::Kind::missing_concept, {std::move(lacking)});
    }
  }
  return shared == *needed ? met() : not_met(std::popcount(shared) * full_bp / count);
}

}  // namespace

Rule working_conditions_rule() {
  return {Criterion::working_conditions, Nature::plain, {}, {person_states, supply}};
}

}  // namespace passend::criteria
