// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "server/api/change.hpp"
#include "server/api/paging.hpp"
#include "server/api/records.hpp"

/// Vacancies as employers and their advisers write them.
namespace passend::api {

/// POST /v1/vacancies: a new one, of the own organisation where an employer posts it, open unless the body says
/// otherwise and posted today.
struct PostVacancy {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

/// PATCH /v1/vacancies/{vacancyId}/record
struct ChangeVacancy {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

/// DELETE /v1/vacancies/{vacancyId}/record
struct EraseVacancy {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

/// GET /v1/vacancies/{vacancyId}/record: as it was written.
struct GetVacancyRecord {
  const Services& services;
  store::Stored<Vacancy> operator()(const RecordInput<VacancyId>& input, const store::Scope& scope) const;
};
RecordInput<VacancyId> read_vacancy_record(Input& input);

/// GET /v1/employers/{employerId}/vacancies: all of an employer, closed ones too, the latest posted first.
struct EmployerVacanciesInput {
  EmployerId employer;
  Language language = Language::dutch;
  Paging paging;
};
struct EmployerVacancies {
  std::vector<store::Stored<Vacancy>> rows;  ///< Of the page.
  std::uint64_t total = 0;
};
EmployerVacanciesInput read_employer_vacancies(Input& input);
struct GetEmployerVacancies {
  const Services& services;
  EmployerVacancies operator()(const EmployerVacanciesInput& input, const store::Scope& scope) const;
};
http::Response write_employer_vacancies(const EmployerVacancies& vacancies, const EmployerVacanciesInput& input,
                                        const Services& services);
inline const Paging& paging_of(const EmployerVacanciesInput& input) {
  return input.paging;
}
inline std::uint64_t total_of(const EmployerVacancies& vacancies, const EmployerVacanciesInput&) {
  return vacancies.total;
}

}  // namespace passend::api
