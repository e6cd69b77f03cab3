// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/code_set_overlap.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

bool vacancy_states(const pool::VacancyFacts& vacancy) {
  return vacancy.agreements.has_value();
}
bool person_states(const pool::CandidateFacts& candidate) {
  return candidate.agreements.has_value();
}

Judgement judge(const Pair& pair, EvidenceLog* evidence) {
  return judge_any_in_common<AgreementType>(pair.candidate.agreements, pair.vacancy.agreements, evidence);
}

}  // namespace

Rule agreement_rule() {
  return {Criterion::agreement, Nature::plain, {vacancy_states, nullptr, judge}, {person_states, judge}};
}

}  // namespace passend::criteria
