// SPDX-License-Identifier: EUPL-1.2
#include "server/api/vacancies.hpp"

#include <algorithm>
#include <array>

#include "server/api/record_body.hpp"

namespace passend::api {
namespace {

/// What an employer does not decide about: whose vacancy it is, a reservation by law, and what goes to the exchange.
constexpr std::array<std::string_view, 6> kept_from_employers{
    "employerId",          "employerName", "reservedForTargetGroup",
    "wageSubsidyPossible", "socialReturn", "releasedForExchange"};

KeptMembers kept_from(const store::Scope& scope) {
  return scope.is_of_staff() ? KeptMembers{} : KeptMembers(kept_from_employers);
}

void require_good_employer(const Services& services, Vacancy& vacancy, const store::Scope& scope) {
  if (!vacancy.employer_id) return;
  const auto employer = services.store.employer(*vacancy.employer_id, scope);
  if (!employer) {
    throw Error(ErrorCode::invalid_input, "The vacancy names an employer that there is not.",
                {{"/employerId", "", "is the id of an employer"}});
  }
  vacancy.employer_name = employer->record.name;
}

store::Stored<Vacancy> require_vacancy(const Services& services, VacancyId id, const store::Scope& scope) {
  auto found = require_found(services.store.vacancy(id, scope), "vacancy");
  require_owned(found.record.source, scope);
  return found;
}

std::string path_of(VacancyId id) {
  return "/v1/vacancies/" + to_text(id) + "/record";
}

}  // namespace

http::Response PostVacancy::operator()(const Change& change) const {
  change.input.finish();
  const auto request_once = once(change);
  const store::Scope& scope = change.caller.scope;
  Vacancy vacancy;
  name_new(vacancy, request_once, scope);
  vacancy.posted = now().date();
  if (scope.only_employer()) vacancy.employer_id = scope.only_employer();
  vacancy = read_new(change.request, vacancy, kept_from(scope));
  require_good_employer(services, vacancy, scope);
  const bool waited = carry_out(services, change, {store::Record(vacancy)}, request_once);
  return answer_written(require_vacancy(services, vacancy.id, scope), path_of(vacancy.id), waited);
}

http::Response ChangeVacancy::operator()(const Change& change) const {
  const auto id = change.input.id<VacancyId>("vacancyId");
  change.input.finish();
  const store::Scope& scope = change.caller.scope;
  const auto current = require_vacancy(services, id, scope);
  const std::int64_t version = seen_version(change.request);
  Vacancy vacancy = read_over(change.request, current.record, kept_from(scope));
  require_good_employer(services, vacancy, scope);
  const bool waited = carry_out(services, change, {store::Replacement{std::move(vacancy), version}}, once(change));
  return answer_written(require_vacancy(services, id, scope), {}, waited);
}

http::Response EraseVacancy::operator()(const Change& change) const {
  const auto id = change.input.id<VacancyId>("vacancyId");
  change.input.finish();
  require_vacancy(services, id, change.caller.scope);
  const store::Erasure erasure{store::RecordKind::vacancy, id.value, seen_version(change.request)};
  return answer_erased(carry_out(services, change, {erasure}));
}

store::Stored<Vacancy> GetVacancyRecord::operator()(const RecordInput<VacancyId>& input,
                                                    const store::Scope& scope) const {
  return require_vacancy(services, input.id, scope);
}

RecordInput<VacancyId> read_vacancy_record(Input& input) {
  return {input.id<VacancyId>("vacancyId")};
}

EmployerVacanciesInput read_employer_vacancies(Input& input) {
  EmployerVacanciesInput read;
  read.employer = input.id<EmployerId>("employerId");
  read.language = input.code<Language>("language", Where::query).value_or(Language::dutch);
  read.paging = read_paging(input);
  return read;
}

EmployerVacancies GetEmployerVacancies::operator()(const EmployerVacanciesInput& input,
                                                   const store::Scope& scope) const {
  require_found(services.store.employer(input.employer, scope), "employer");
  auto all = services.store.vacancies_of(input.employer, scope);
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& one, const auto& other) { return one.record.posted > other.record.posted; });
  EmployerVacancies page;
  page.total = all.size();
  const std::uint64_t first = std::min<std::uint64_t>(all.size(), (input.paging.page - 1) * input.paging.page_size);
  const std::uint64_t last = std::min<std::uint64_t>(all.size(), first + input.paging.page_size);
  std::move(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(last),
            std::back_inserter(page.rows));
  return page;
}

}  // namespace passend::api
