// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/api/codes.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"

namespace passend::api {

template <class IdType>
struct RecordInput {
  IdType id;
  Language language = Language::dutch;
};

/// What a read of the store found; throws not_found when that is nothing. `kind` as in "There is no vacancy".
template <class T>
store::Stored<T> require_found(std::optional<store::Stored<T>> stored, std::string_view kind) {
  if (stored) return std::move(*stored);
  throw Error(ErrorCode::not_found, "There is no " + std::string(kind) + " with this id, or no longer.");
}

RecordInput<CandidateId> read_candidate_input(Input& input);
RecordInput<VacancyId> read_vacancy_input(Input& input);
RecordInput<EmployerId> read_employer_input(Input& input);

/// GET /v1/candidates/{candidateId}: the search profile only.
struct GetCandidate {
  const Services& services;
  SearchProfile operator()(const RecordInput<CandidateId>& input, const store::Scope& scope) const;
};

/// GET /v1/vacancies/{vacancyId}
struct GetVacancy {
  const Services& services;
  Vacancy operator()(const RecordInput<VacancyId>& input, const store::Scope& scope) const;
};

/// GET /v1/employers/{employerId}
struct GetEmployer {
  const Services& services;
  Employer operator()(const RecordInput<EmployerId>& input, const store::Scope& scope) const;
};

http::Response write_candidate(const SearchProfile& profile, const RecordInput<CandidateId>& input,
                               const Services& services);
http::Response write_vacancy(const Vacancy& vacancy, const RecordInput<VacancyId>& input, const Services& services);
http::Response write_employer(const Employer& employer, const RecordInput<EmployerId>& input, const Services& services);

}  // namespace passend::api
