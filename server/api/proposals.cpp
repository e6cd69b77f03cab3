// SPDX-License-Identifier: EUPL-1.2
#include "server/api/proposals.hpp"

#include <algorithm>
#include <array>

#include "server/api/record_body.hpp"

namespace passend::api {
namespace {

using enum ProposalStep;

constexpr std::array<std::string_view, 4> kept_in_new{"employer", "step", "proposedBy", "since"};
constexpr std::array<std::string_view, 2> asked_in_new{"candidate", "vacancy"};
constexpr std::array<std::string_view, 6> kept_in_change{"candidate",  "vacancy", "employer",
                                                         "proposedBy", "run",     "since"};

struct Step {
  ProposalStep from;
  ProposalStep to;
  bool by_staff;
  bool by_candidate;
  bool by_employer;
};

// The staff may write down what the two others told them.
constexpr std::array steps{
    Step{asked, agreed, true, true, false},     Step{asked, declined, true, true, false},
    Step{agreed, declined, true, true, false},  Step{agreed, sent, true, false, false},
    Step{sent, invited, true, false, true},     Step{sent, rejected, true, false, true},
    Step{invited, placed, true, false, true},   Step{invited, rejected, true, false, true},
    Step{asked, withdrawn, true, false, false}, Step{agreed, withdrawn, true, false, false},
    Step{sent, withdrawn, true, true, false},   Step{invited, withdrawn, true, true, false},
};

bool is_under_way(ProposalStep step) {
  return step == asked || step == agreed || step == sent || step == invited;
}

ProposalParty party_of(const store::Scope& scope) {
  if (scope.only_candidate()) return ProposalParty::candidate;
  return scope.only_employer() ? ProposalParty::employer : ProposalParty::staff;
}

store::Stored<Proposal> require_proposal(const Services& services, ProposalId id, const store::Scope& scope) {
  return require_found(services.store.proposal(id, scope), "proposal");
}

http::Response answer_with(const store::Stored<Proposal>& proposal, const Change& change, std::string location,
                           bool waited) {
  change.shown.push_back(proposal.record.candidate);
  return answer_written(proposal, std::move(location), waited);
}

Vacancy require_open_vacancy(const Services& services, VacancyId id, const store::Scope& scope) {
  const auto vacancy = services.store.vacancy(id, scope);
  if (!vacancy) {
    throw Error(ErrorCode::invalid_input, "The proposal is for a vacancy that there is not.",
                {{"/vacancy", "", "is the id of a vacancy"}});
  }
  if (vacancy->record.status == VacancyStatus::open) return vacancy->record;
  throw Error(ErrorCode::conflict, "The vacancy is closed: nobody can be proposed for it.");
}

void require_candidate(const Services& services, CandidateId id, const store::Scope& scope) {
  if (const auto found = services.store.search_profile(id, scope)) return require_owned(found->record.source, scope);
  throw Error(ErrorCode::invalid_input, "The proposal is of a person who is not there.",
              {{"/candidate", "", "is the id of a candidate"}});
}

void refuse_second(const Services& services, const Proposal& proposal, const store::Scope& scope) {
  for (const auto& other : services.store.proposals(proposal.candidate, scope)) {
    if (other.record.vacancy != proposal.vacancy || other.record.id == proposal.id) continue;
    if (!is_under_way(other.record.step)) continue;
    throw Error(ErrorCode::conflict, "This person has been proposed for this vacancy already; see proposal " +
                                         to_text(other.record.id) + ".");
  }
}

}  // namespace

bool may_go(ProposalParty party, ProposalStep from, ProposalStep to) {
  return std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
    if (step.from != from || step.to != to) return false;
    if (party == ProposalParty::staff) return step.by_staff;
    return party == ProposalParty::candidate ? step.by_candidate : step.by_employer;
  });
}

http::Response Propose::operator()(const Change& change) const {
  change.input.finish();
  const auto request_once = once(change);
  const store::Scope& scope = change.caller.scope;
  Proposal proposal;
  name_new(proposal, request_once, scope);
  proposal.proposed_by = change.caller.principal.subject;
  proposal.since = now().date();
  proposal = read_new(change.request, proposal, kept_in_new, asked_in_new);
  require_candidate(services, proposal.candidate, scope);
  proposal.employer = require_open_vacancy(services, proposal.vacancy, scope).employer_id;
  refuse_second(services, proposal, scope);
  const bool waited = carry_out(services, change, {store::Casework(proposal)}, request_once);
  return answer_with(require_proposal(services, proposal.id, scope), change, "/v1/proposals/" + to_text(proposal.id),
                     waited);
}

RecordInput<ProposalId> read_proposal_input(Input& input) {
  return {input.id<ProposalId>("proposalId")};
}

store::Stored<Proposal> GetProposal::operator()(const RecordInput<ProposalId>& input, const store::Scope& scope) const {
  return require_proposal(services, input.id, scope);
}

http::Response ChangeProposal::operator()(const Change& change) const {
  const auto id = change.input.id<ProposalId>("proposalId");
  change.input.finish();
  const store::Scope& scope = change.caller.scope;
  const auto current = require_proposal(services, id, scope);
  const std::int64_t version = seen_version(change.request);
  Proposal proposal = read_over(change.request, current.record, kept_in_change);
  // The staff may also word a reason better; the two others give theirs with a step.
  if (proposal.step != current.record.step || !scope.is_of_staff()) {
    if (!may_go(party_of(scope), current.record.step, proposal.step)) {
      throw Error(ErrorCode::conflict, "A proposal that is '" + std::string(to_text(current.record.step)) +
                                           "' cannot become '" + std::string(to_text(proposal.step)) + "' by you.");
    }
    proposal.since = now().date();
  }
  const bool waited = carry_out(services, change, {store::Replacement{proposal, version}}, once(change));
  return answer_with(require_proposal(services, id, scope), change, {}, waited);
}

template <class IdType>
Proposals ListProposals<IdType>::operator()(const RecordInput<IdType>& input, const store::Scope& scope) const {
  constexpr bool is_of_candidate = std::is_same_v<IdType, CandidateId>;
  if constexpr (is_of_candidate) {
    require_found(services.store.search_profile(input.id, scope), "candidate");
  } else {
    require_found(services.store.vacancy(input.id, scope), "vacancy");
  }
  Proposals rows;
  for (auto& stored : services.store.proposals(input.id, scope)) {
    ProposalRow row{std::move(stored.record), {}, {}};
    if constexpr (is_of_candidate) {
      if (auto found = services.store.vacancy(row.proposal.vacancy, scope)) row.vacancy = std::move(found->record);
    } else {
      // Who was sent to an employer agreed to be shown to them, as a search profile.
      auto found = services.store.search_profile(
          row.proposal.candidate,
          store::Scope::pseudonymous().within(scope.is_of_staff() ? scope.boundary() : nullptr));
      if (found) row.candidate = std::move(found->record);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

template struct ListProposals<CandidateId>;
template struct ListProposals<VacancyId>;

}  // namespace passend::api
