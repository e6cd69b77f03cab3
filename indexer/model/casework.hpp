// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/model/values.hpp"

/// What the staff writes down of its work: shortlists, proposals, contacts with employers. Kept in the store beside the
/// records they are about, never indexed or matched. JSON Schemas: schemas/json/.
namespace passend {

struct SelectedCandidate {
  CandidateId candidate;
  std::string note;  ///< <= 500 characters
  std::optional<Date> added;
  bool operator==(const SelectedCandidate&) const = default;
};

/// A shortlist that stays: people whom a mediator keeps together, mostly for one vacancy.
struct Selection {
  SelectionId id;
  SourceRef source;
  std::string name;                  ///< 1..120 characters
  std::string owner;                 ///< Subject of who made it (auth::Principal); only they see it. 1..120 characters.
  std::optional<VacancyId> vacancy;  ///< For which vacancy.
  std::vector<SelectedCandidate> candidates;  ///< At most 500, in the order of the owner.
  bool operator==(const Selection&) const = default;
};

/// A person is put forward for a vacancy. What was decided, by whom and why stays with the match run that it came from.
/// asked -> agreed or declined (by the person) -> sent (to the employer) -> invited or rejected -> placed or rejected;
/// withdrawn from any step but placed.
struct Proposal {
  ProposalId id;
  SourceRef source;
  CandidateId candidate;
  VacancyId vacancy;
  std::optional<EmployerId> employer;  ///< Of the vacancy, when it was made.
  ProposalStep step = ProposalStep::asked;
  std::string reason;       ///< Why this step, in words; <= 500 characters.
  std::string proposed_by;  ///< Subject of the mediator; 1..120 characters.
  std::string run;          ///< Id of the match run that it came from, 32 hexadecimal digits; empty: none.
  std::optional<Date> since;
  bool operator==(const Proposal&) const = default;
};

/// A contact with an employer, in the terms of VUM's werkgeverscontactmoment.
struct ContactMoment {
  ContactMomentId id;
  SourceRef source;
  EmployerId employer;
  Date day;
  ContactKind kind = ContactKind::visit;
  ContactSubject subject = ContactSubject::introduction;
  std::string account_manager;  ///< Name or department of who spoke, <= 70 characters.
  std::string notes;            ///< <= 2000 characters
  bool operator==(const ContactMoment&) const = default;
};

}  // namespace passend
