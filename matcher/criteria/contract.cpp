// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/code_set_overlap.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

bool vacancy_states(const pool::VacancyFacts& vacancy) {
  return vacancy.contract_types.has_value();
}
bool person_states(const pool::CandidateFacts& candidate) {
  return candidate.contract_types.has_value();
}

Judgement judge(const Pair& pair, EvidenceLog* evidence) {
  return judge_any_in_common<ContractType>(pair.candidate.contract_types, pair.vacancy.contract_types, evidence);
}

}  // namespace

Rule contract_rule() {
  return {Criterion::contract, Nature::plain, {vacancy_states, nullptr, judge}, {person_states, judge}};
}

}  // namespace passend::criteria
