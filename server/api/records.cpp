// SPDX-License-Identifier: EUPL-1.2
#include "server/api/records.hpp"

namespace passend::api {

RecordInput<CandidateId> read_candidate_input(Input& input) {
  return {input.id<CandidateId>("candidateId"),
          input.code<Language>("language", Where::query).value_or(Language::dutch)};
}

RecordInput<VacancyId> read_vacancy_input(Input& input) {
  return {input.id<VacancyId>("vacancyId"), input.code<Language>("language", Where::query).value_or(Language::dutch)};
}

RecordInput<EmployerId> read_employer_input(Input& input) {
  return {input.id<EmployerId>("employerId")};
}

SearchProfile GetCandidate::operator()(const RecordInput<CandidateId>& input, const store::Scope& scope) const {
  return require_found(services.store.search_profile(input.id, scope), "candidate").record;
}

Vacancy GetVacancy::operator()(const RecordInput<VacancyId>& input, const store::Scope& scope) const {
  return require_found(services.store.vacancy(input.id, scope), "vacancy").record;
}

Employer GetEmployer::operator()(const RecordInput<EmployerId>& input, const store::Scope& scope) const {
  return require_found(services.store.employer(input.id, scope), "employer").record;
}

}  // namespace passend::api
