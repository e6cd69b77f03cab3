// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <vector>

#include "server/api/change.hpp"
#include "server/api/records.hpp"

/// People put forward for vacancies: the decision of a mediator with its reason, the answer of the person, and that of
/// the employer.
namespace passend::api {

/// Whether somebody may take a proposal from one step to another: the staff, the person or the employer.
enum class ProposalParty : std::uint8_t { staff, candidate, employer };
bool may_go(ProposalParty party, ProposalStep from, ProposalStep to);

/// POST /v1/proposals. Throws conflict when the person is under way for this vacancy already, or when it is closed.
struct Propose {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

/// GET /v1/proposals/{proposalId}
RecordInput<ProposalId> read_proposal_input(Input& input);
struct GetProposal {
  const Services& services;
  store::Stored<Proposal> operator()(const RecordInput<ProposalId>& input, const store::Scope& scope) const;
};

/// PATCH /v1/proposals/{proposalId}: the next step and its reason. Throws conflict for a step that cannot follow.
struct ChangeProposal {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

/// A proposal with the other side of it: of a vacancy the person, of a person the vacancy.
struct ProposalRow {
  Proposal proposal;
  std::optional<SearchProfile> candidate;  ///< Of a vacancy's proposals, when they are to be seen.
  std::optional<Vacancy> vacancy;          ///< Of a person's proposals, when it is still there.
};
using Proposals = std::vector<ProposalRow>;
template <class IdType>
struct ListProposals {
  const Services& services;
  Proposals operator()(const RecordInput<IdType>& input, const store::Scope& scope) const;
};
extern template struct ListProposals<CandidateId>;
extern template struct ListProposals<VacancyId>;

/// GET /v1/candidates/{candidateId}/proposals and GET /v1/vacancies/{vacancyId}/proposals: the latest first.
http::Response write_proposals_of_candidate(const Proposals& proposals, const RecordInput<CandidateId>& input,
                                            const Services& services);
http::Response write_proposals_of_vacancy(const Proposals& proposals, const RecordInput<VacancyId>& input,
                                          const Services& services);

}  // namespace passend::api
