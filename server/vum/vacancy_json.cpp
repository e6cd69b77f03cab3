// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <nlohmann/json.hpp>

#include "server/vum/encode.hpp"
#include "server/vum/parts.hpp"

namespace passend::vum_source {
namespace {

using namespace parts;
using nlohmann::json;

std::string euros(int cents) {
  const std::string rest = std::to_string(cents % 100);
  return std::to_string(cents / 100) + "," + (rest.size() == 1 ? "0" : "") + rest;
}

/// "14,00 tot 16,50 euro per uur"; empty when neither end is known.
std::string salary_text(const std::optional<Salary>& salary) {
  if (!salary || (!salary->minimum_cents && !salary->maximum_cents)) return {};
  std::string text;
  if (salary->minimum_cents) text += (salary->maximum_cents ? "" : "vanaf ") + euros(*salary->minimum_cents);
  if (salary->maximum_cents) text += (text.empty() ? "tot " : " tot ") + euros(*salary->maximum_cents);
  switch (salary->period) {
    case SalaryPeriod::hour:
      return text + " euro per uur";
    case SalaryPeriod::week:
      return text + " euro per week";
    case SalaryPeriod::month:
      return text + " euro per maand";
    case SalaryPeriod::year:
      return text + " euro per jaar";
  }
  return text;
}

void put_conditions(json& record, const Vacancy& vacancy) {
  json conditions = json::object();
  put(conditions, "datumAanvangWerkzaamheden", vacancy.period.from);
  put(conditions, "datumEindeWerkzaamheden", vacancy.period.until);
  put(conditions, "omschrijvingArbeidsvoorwaarden", vacancy.conditions_text, long_text);
  put(conditions, "salarisIndicatie", salary_text(vacancy.salary), 100);
  put_part(record, "arbeidsVoorwaarden", std::move(conditions));
  put_contract_forms(record, vacancy.contract_types, vacancy.agreements);
  json flexibility = json::object();
  put(flexibility, "indicatieOnregelmatigWerkOfPloegendienst", vacancy.working_times.irregular_hours);
  put_part(record, "flexibiliteit", std::move(flexibility));
  put_part(record, "werktijden", working_times(vacancy.hours, vacancy.working_times));
}

void put_schooling(json& record, const Vacancy& vacancy) {
  for (const DemandedEducation& demanded : items(vacancy.education)) {
    json education = json::object();
    put(education, "codeNiveauOpleiding", number_of(demanded.level));
    put(education, "toelichtingOpleiding", demanded.name, long_text);
    append(record, "opleiding", std::move(education));
  }
  for (const DemandedCredential& demanded : items(vacancy.credentials)) {
    json course = json::object();
    put(course, "naamCursus", demanded.credential.label, 120);
    append(record, "cursus", std::move(course));
  }
}

void put_demands(json& record, const Vacancy& vacancy) {
  if (vacancy.work_level) {
    record["codeWerkEnDenkniveauMinimaal"] = std::to_string(vum::to_vum(*vacancy.work_level));
  }
  if (vacancy.occupation) {
    json occupation = json::object();
    put_code(occupation, "codeBeroepsnaam", *vacancy.occupation);
    put_part(record, "beroep", std::move(occupation));
  }
  for (const DemandedCompetence& demanded : items(vacancy.competences)) {
    json competence = json::object();
    put_code(competence, "codeCompetentie", demanded.competence);
    append(record, "competentiebeheersing", std::move(competence));
  }
  put_schooling(record, vacancy);
  for (const DemandedLicence& licence : items(vacancy.driving_licences)) {
    append(record, "rijbewijs", {{"codeSoortRijbewijs", vum::to_vum(licence.category)}});
  }
  for (const DemandedLanguage& demanded : items(vacancy.languages)) {
    append(record, "taalbeheersing",
           language(demanded.language, demanded.speaking, demanded.writing, demanded.reading, demanded.listening));
  }
  if (vacancy.experience_years) {
    append(record, "werkervaring", {{"aantalJarenWerkzaamInBeroep", *vacancy.experience_years}});
  }
}

void put_application(json& record, const Vacancy& vacancy) {
  bool is_address_placed = !vacancy.application_address;
  for (const ApplicationMethod method : items(vacancy.application_methods)) {
    json way{{"codeSollicitatiewijze", std::to_string(vum::to_vum(method))}};
    if (method == ApplicationMethod::online_form && !is_address_placed) {
      way["webadres"] = web_address(*vacancy.application_address);
      is_address_placed = true;
    }
    append(record, "sollicitatiewijze", std::move(way));
  }
  if (!is_address_placed) {
    append(record, "sollicitatiewijze", {{"webadres", web_address(*vacancy.application_address)}});
  }
}

json search_json(const Vacancy& vacancy) {
  json record{{"idVacature", to_text(vacancy.id)}};
  put(record, "naamVacature", vacancy.title, 120);
  put(record, "omschrijvingVacature", vacancy.description, long_text);
  put(record, "sluitingsdatumVacature", vacancy.closes);
  record["adres"] = {{"postcode", vacancy.location.postcode}};
  put_conditions(record, vacancy);
  put_demands(record, vacancy);
  if (vacancy.sector) record["sector"] = {{"codeSbi", *vacancy.sector}};
  put_application(record, vacancy);
  json employer = json::object();
  put(employer, "handelsnaamOrganisatie", vacancy.employer_name, 500);
  put_part(record, "werkgever", std::move(employer));
  return record;
}

/// "12a" is number 12 with the addition a.
void put_house_number(json& address, const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0 || number > 99'999) return;
  address["huisnummer"] = number;
  std::string_view addition(end, static_cast<std::size_t>(text.data() + text.size() - end));
  while (addition.starts_with(' ') || addition.starts_with('-')) addition.remove_prefix(1);
  put(address, "huisnummertoevoeging", addition, 6);
}

void put_detail(json& record, const Vacancy& vacancy) {
  if (vacancy.reference.size() <= 11) put(record, "nummerVacature", vacancy.reference, 11);
  put(record["adres"], "straatnaam", vacancy.location.street, 24);
  put_house_number(record["adres"], vacancy.location.house_number);
  for (const ContactPerson& contact : vacancy.contacts) {
    json part = json::object();
    put(part, "naamContactpersoonAfdeling", contact.name, contact_text);
    for (const std::string& email : contact.emails) append(part, "emailadres", email);
    for (const std::string& phone : contact.phones) {
      if (const std::string number = telephone(phone); !number.empty()) append(part, "telefoonnummer", number);
    }
    append(record["werkgever"], "contactpersoon", std::move(part));
  }
}

}  // namespace

std::string encode_matches(const std::vector<const Vacancy*>& vacancies, More more) {
  json answer{{"maximumAantalResultatenBereikt", more == More::there_are}, {"matches", json::array()}};
  for (const Vacancy* vacancy : vacancies) answer["matches"].push_back(search_json(*vacancy));
  return answer.dump();
}

std::string encode_detail(const Vacancy& vacancy) {
  json record = search_json(vacancy);
  put_detail(record, vacancy);
  return record.dump();
}

}  // namespace passend::vum_source
