// SPDX-License-Identifier: EUPL-1.2
#include "tests/vum/released.hpp"

namespace passend::test {

Portfolio person(std::uint64_t number) {
  Portfolio portfolio;
  SearchProfile& search = portfolio.search;
  search.id = portfolio.detail.id = CandidateId{{7, number}};
  search.source = {.system = "test", .id = "bron-" + std::to_string(number)};
  search.caseload = "geheim-caseload";
  search.summary = "geheim-samenvatting";
  search.wanted_occupations = {{{"urn:vum:codeBeroepsnaam:0815", "kok"}}};
  search.languages = {{{"nld", {std::nullopt, Cefr::b1}, {}, {}, {}}}};
  search.mobility.postcode = "1211AB";
  search.needed_conditions = {{WorkingCondition::quiet_place}};
  search.hours = {.minimum = 16, .maximum = 32};
  search.exchange = {.by_candidate = true, .by_mediator = true};
  portfolio.detail.name = "Geheim Persoon";
  portfolio.detail.emails = {"iemand@example.nl"};
  portfolio.detail.phones = {"06 - 1234 5678"};
  portfolio.detail.contacts = {
      {"Werkplein, team met een naam die langer is dan mag", {"a@example.nl", "b@example.nl"}, {}}};
  portfolio.detail.presentation = "Ik zoek werk.";
  portfolio.detail.target_group_register = true;
  portfolio.detail.needs_guidance = false;
  return portfolio;
}

Vacancy vacancy(std::uint64_t number) {
  Vacancy made;
  made.id = VacancyId{{8, number}};
  made.source = {.system = "test", .id = "vacature-" + std::to_string(number)};
  made.reference = "2026-17";
  made.employer_name = "De Loods BV";
  made.title = "Kok";
  made.description = std::string(2500, 'x');
  made.occupation = ConceptRef{"https://example.org/occupation/1", ""};
  made.work_level = WorkLevel::vmbo;
  made.location = {.postcode = "1211AB", .place = "Hilversum", .street = "Havenstraat", .house_number = "12a"};
  made.period.from = Date::of(2026, 12, 1);
  made.salary = Salary{.minimum_cents = 1400, .maximum_cents = 1650, .period = SalaryPeriod::hour};
  made.application_methods = {{ApplicationMethod::online_form}};
  made.application_address = WebAddress{WebAddressKind::application_form, "https://example.org/17"};
  made.contacts = {{"Geheim Contact", {"c@example.nl"}, {"0351234567"}}};
  made.driving_licences = {{{DrivingLicence::b, Importance::required}}};
  made.reserved_for_target_group = true;
  made.released_for_exchange = true;
  return made;
}

}  // namespace passend::test
