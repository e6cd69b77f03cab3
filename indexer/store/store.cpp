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

Scope Scope::within(std::shared_ptr<const Boundary> boundary) const {
  Scope scope = *this;
  scope.boundary_ = std::move(boundary);
  return scope;
}

bool Scope::sees_work(const SourceRef& source) const {
  return !boundary_ || holds_system(boundary_->work, source.system);
}

bool Scope::sees(const Vacancy& vacancy) const {
  if (only_employer_) return vacancy.employer_id == only_employer_;
  return sees_work(vacancy.source);
}

bool Scope::sees(const Employer& employer) const {
  if (only_employer_) return employer.id == *only_employer_;
  return sees_work(employer.source);
}

bool Scope::sees(const ContactMoment& moment) const {
  return is_of_staff() && sees_work(moment.source);
}

bool Scope::owns(const SourceRef& source) const {
  return !is_of_staff() || !boundary_ || holds_system(boundary_->own, source.system);
}

bool Scope::sees(const SearchProfile& profile) const {
  if (!sees(profile.id)) return false;
  if (!only_candidate_ && boundary_ && !holds_system(boundary_->profiles, profile.source.system)) return false;
  return profile.own_say.allows_showing() || sees_restricted_ || only_candidate_.has_value();
}

bool Scope::sees(const Proposal& proposal) const {
  if (only_candidate_) return proposal.candidate == *only_candidate_;
  if (only_employer_) return proposal.employer == only_employer_ && was_sent(proposal.step);
  return owns(proposal.source);
}

}  // namespace passend::store
