// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/store.hpp"

namespace passend::store {
namespace {

bool was_sent(ProposalStep step) {
  using enum ProposalStep;
  return step == sent || step == invited || step == rejected || step == placed;
}

}  // namespace

Scope Scope::of_candidate(CandidateId own) {
  Scope scope(Persons::details);
  scope.only_candidate_ = own;
  return scope;
}

Scope Scope::of_employer(EmployerId own) {
  Scope scope(Persons::none);
  scope.only_employer_ = own;
  return scope;
}

bool Scope::sees(const Vacancy& vacancy) const {
  return !only_employer_ || vacancy.employer_id == only_employer_;
}

bool Scope::sees(const SearchProfile& profile) const {
  if (!sees(profile.id)) return false;
  return profile.own_say.allows_showing() || sees_restricted_ || only_candidate_.has_value();
}

bool Scope::sees(const Proposal& proposal) const {
  if (only_candidate_) return proposal.candidate == *only_candidate_;
  if (only_employer_) return proposal.employer == only_employer_ && was_sent(proposal.step);
  return true;
}

}  // namespace passend::store
