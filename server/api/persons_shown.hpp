// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "server/api/audit.hpp"
#include "server/api/concepts.hpp"
#include "server/api/details.hpp"
#include "server/api/employers.hpp"
#include "server/api/exchange.hpp"
#include "server/api/explanation.hpp"
#include "server/api/extraction.hpp"
#include "server/api/feed.hpp"
#include "server/api/jobs.hpp"
#include "server/api/match.hpp"
#include "server/api/matching.hpp"
#include "server/api/me.hpp"
#include "server/api/proposals.hpp"
#include "server/api/questions.hpp"
#include "server/api/read_rows.hpp"
#include "server/api/records.hpp"
#include "server/api/relaxations.hpp"
#include "server/api/runs.hpp"
#include "server/api/search.hpp"
#include "server/api/selections.hpp"
#include "server/api/settings.hpp"
#include "server/api/status.hpp"
#include "server/api/vacancies.hpp"
#include "server/api/why_not.hpp"

/// Whom an answer shows something of, for the read log: one overload for each output. An output that has none does not
/// compile at the door, so that nobody is shown unlogged.
namespace passend::api {

using Persons = std::vector<CandidateId>;

Persons persons_shown(const CandidateSearchOutput& output, const SearchInput& input);
Persons persons_shown(const SearchProfile& output, const RecordInput<CandidateId>& input);
Persons persons_shown(const VacancyMatchOutput& output, const VacancyMatchInput& input);
/// The vacancies say what fits this person.
Persons persons_shown(const CandidateMatchOutput& output, const CandidateMatchInput& input);
Persons persons_shown(const FeedOutput& output, const FeedInput& input);
Persons persons_shown(const ExplanationOutput& output, const ExplanationInput& input);
Persons persons_shown(const WhyNotOutput& output, const ExplanationInput& input);
/// Of everybody who is there it is told, if only that they have no question.
Persons persons_shown(const QuestionsOutput& output, const QuestionsInput& input);
Persons persons_shown(const run::Run& output, const RunInput& input);
Persons persons_shown(const ReplayOutput& output, const RunInput& input);

Persons persons_shown(const DetailsOutput& output, const DetailsInput& input);
Persons persons_shown(const store::Stored<Proposal>& output, const RecordInput<ProposalId>& input);
Persons persons_shown(const Proposals& output, const RecordInput<CandidateId>& input);
Persons persons_shown(const Proposals& output, const RecordInput<VacancyId>& input);
Persons persons_shown(const store::Stored<Selection>& output, const RecordInput<SelectionId>& input);
Persons persons_shown(const SelectedCandidates& output, const RecordInput<SelectionId>& input);

/// That something happened to their record, and that somebody looked at them, is told of them.
Persons persons_shown(const store::AuditPage& output, const AuditInput& input);
Persons persons_shown(const store::ReadPage& output, const ReadRowsInput& input);

/// People of other organisations have no id that lasts: their source writes down that they were shown. One of them
/// whose details are opened has the one of the audit.
inline Persons persons_shown(const ExchangeOutput<SearchProfile>&, const ExchangeInput<VacancyId>&) {
  return {};
}
inline Persons persons_shown(const ExchangeDetailsOutput& output, const ExchangeDetailsInput&) {
  return {output.person};
}
/// The exchange was told something of this person.
inline Persons persons_shown(const ExchangeOutput<Vacancy>&, const ExchangeInput<CandidateId>& input) {
  return {input.id};
}

// Oneself, which is not logged.
inline Persons persons_shown(const Me& output, const MeInput&) {
  return {output.search.record.id};
}
inline Persons persons_shown(const ExportOutput& output, const ExportInput&) {
  return {output.person.search.record.id};
}
inline Persons persons_shown(const store::ReadPage&, const ViewsInput&) {
  return {};
}

// Nobody: counts, vacancies, employers, concepts and texts.
inline Persons persons_shown(const StatusOutput&, const NoInput&) {
  return {};
}
inline Persons persons_shown(const store::AuditReport&, const VerifyInput&) {
  return {};
}
inline Persons persons_shown(const jobs::Job&, const JobInput&) {
  return {};
}
inline Persons persons_shown(const std::vector<jobs::Job>&, const JobsInput&) {
  return {};
}
inline Persons persons_shown(const Settings&, const SettingsInput&) {
  return {};
}
inline Persons persons_shown(const MatchingState&, const MatchingInput&) {
  return {};
}
inline Persons persons_shown(const VacancySearchOutput&, const SearchInput&) {
  return {};
}
inline Persons persons_shown(const Vacancy&, const RecordInput<VacancyId>&) {
  return {};
}
inline Persons persons_shown(const store::Stored<Vacancy>&, const RecordInput<VacancyId>&) {
  return {};
}
inline Persons persons_shown(const EmployerVacancies&, const EmployerVacanciesInput&) {
  return {};
}
/// Of each selection it says how many are in it.
inline Persons persons_shown(const Selections&, const SelectionsInput&) {
  return {};
}
inline Persons persons_shown(const store::Stored<Employer>&, const RecordInput<EmployerId>&) {
  return {};
}
inline Persons persons_shown(const Employers&, const EmployersInput&) {
  return {};
}
inline Persons persons_shown(const ContactMoments&, const RecordInput<EmployerId>&) {
  return {};
}
inline Persons persons_shown(const store::Stored<ContactMoment>&, const RecordInput<ContactMomentId>&) {
  return {};
}
inline Persons persons_shown(const Employer&, const RecordInput<EmployerId>&) {
  return {};
}
inline Persons persons_shown(const RelaxationsOutput&, const RelaxationsInput&) {
  return {};
}
inline Persons persons_shown(const std::vector<SuggestedConcept>&, const ConceptSearchInput&) {
  return {};
}
inline Persons persons_shown(const std::vector<OfferedConcept>&, const RelatedConceptsInput&) {
  return {};
}
inline Persons persons_shown(const ConceptLinks&, const ConceptLinkInput&) {
  return {};
}
inline Persons persons_shown(const extract::Extraction&, const ExtractionInput&) {
  return {};
}
inline Persons persons_shown(const WeightsOutput&, const WeightsInput&) {
  return {};
}

}  // namespace passend::api
