// SPDX-License-Identifier: EUPL-1.2
#include "server/api/persons_shown.hpp"

#include <algorithm>
#include <set>

namespace passend::api {
namespace {

/// People of a run: those in its rows, or the one for whom was asked.
bool ranks_people(const run::Question& question) {
  return question.direction == run::Direction::candidates_for_vacancy;
}

}  // namespace

Persons persons_shown(const store::AuditPage& output, const AuditInput&) {
  std::set<CandidateId> shown;
  for (const store::AuditRow& row : output.rows) {
    if (subject_of(row) == AuditSubject::portfolio) shown.insert({row.id});
  }
  return {shown.begin(), shown.end()};
}

Persons persons_shown(const store::ReadPage& output, const ReadRowsInput&) {
  std::set<CandidateId> shown;
  for (const store::PersonRead& row : output.rows) shown.insert(row.person);
  return {shown.begin(), shown.end()};
}

Persons persons_shown(const CandidateSearchOutput& output, const SearchInput&) {
  Persons shown;
  for (const auto& hit : output.hits) shown.push_back(hit.record.id);
  return shown;
}

Persons persons_shown(const SearchProfile& output, const RecordInput<CandidateId>&) {
  return {output.id};
}

Persons persons_shown(const VacancyMatchOutput& output, const VacancyMatchInput&) {
  Persons shown;
  for (const auto& line : output.lines) shown.push_back(line.record.id);
  return shown;
}

Persons persons_shown(const CandidateMatchOutput&, const CandidateMatchInput& input) {
  return {input.candidate};
}

Persons persons_shown(const FeedOutput& output, const FeedInput&) {
  Persons shown;
  for (const FeedLine& line : output.lines) {
    const CandidateId person = line.announcement.candidate;
    if (std::find(shown.begin(), shown.end(), person) == shown.end()) shown.push_back(person);
  }
  return shown;
}

Persons persons_shown(const ExplanationOutput&, const ExplanationInput& input) {
  return {input.candidate};
}

Persons persons_shown(const WhyNotOutput&, const ExplanationInput& input) {
  return {input.candidate};
}

Persons persons_shown(const QuestionsOutput& output, const QuestionsInput& input) {
  Persons shown = input.candidates;
  std::erase_if(shown, [&](const CandidateId& person) {
    return std::find(output.absent.begin(), output.absent.end(), person) != output.absent.end();
  });
  return shown;
}

Persons persons_shown(const run::Run& output, const RunInput&) {
  if (!ranks_people(output.question)) return {CandidateId{output.question.subject}};
  Persons shown;
  for (const auto& row : output.result.rows) shown.push_back({row.id});
  return shown;
}

Persons persons_shown(const ReplayOutput& output, const RunInput&) {
  if (!ranks_people(output.question)) return {CandidateId{output.question.subject}};
  Persons shown;
  for (const auto& row : output.replay.rows) shown.push_back({row.id});
  return shown;
}

Persons persons_shown(const DetailsOutput&, const DetailsInput& input) {
  return {input.candidate};
}

Persons persons_shown(const store::Stored<Proposal>& output, const RecordInput<ProposalId>&) {
  return {output.record.candidate};
}

Persons persons_shown(const Proposals&, const RecordInput<CandidateId>& input) {
  return {input.id};
}

Persons persons_shown(const Proposals& output, const RecordInput<VacancyId>&) {
  std::set<CandidateId> shown;
  for (const ProposalRow& row : output) shown.insert(row.proposal.candidate);
  return {shown.begin(), shown.end()};
}

Persons persons_shown(const store::Stored<Selection>& output, const RecordInput<SelectionId>&) {
  Persons shown;
  for (const SelectedCandidate& one : output.record.candidates) shown.push_back(one.candidate);
  return shown;
}

Persons persons_shown(const SelectedCandidates& output, const RecordInput<SelectionId>&) {
  Persons shown;
  for (const SelectedRow& row : output) shown.push_back(row.selected.candidate);
  return shown;
}

}  // namespace passend::api
