// SPDX-License-Identifier: EUPL-1.2
#include "indexer/base/utf8.hpp"
#include "indexer/intake/record_rules.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/intake/vum.hpp"

namespace passend::intake::vum_format {
namespace {

void read_place(VumFields& address, WorkLocation& location) {
  if (const std::string postcode = address.text("postcode"); !postcode.empty()) {
    location.postcode = read_postcode(postcode, address.path_of("postcode"), excerpt(postcode), address.notes());
  }
  location.place = address.text("woonplaatsnaam");
  location.street = address.text("straatnaam");
  location.house_number =
      address.text("huisnummer") + address.text("huisletter") + address.text("huisnummertoevoeging");
}

void read_dutch_address(VumFields& dutch, WorkLocation& location) {
  read_place(dutch, location);
  dutch.ignore({"codeGemeente", "district", "gemeentedeel", "gemeentenaam", "identificatiecodeNummeraanduiding",
                "identificatiecodeVerblijfplaats", "locatieomschrijving"});
  dutch.each("adresDetails", [&](VumFields& details) {
    details.each("straatadres", [&](VumFields& street) {
      location.street = street.text("straatnaam");
      location.house_number = street.text("huisnummer") + street.text("huisletter");
      street.ignore({"aanduidingBijHuisnummer", "huisnummertoevoeging", "naamOpenbareRuimte", "woonbootverwijzing",
                     "woonwagenverwijzing"});
    });
  });
}

/// 0.8 to 2 have no place of work but the addresses of the employer; the work location (E) goes before the others.
void read_old_addresses(VumFields& employer, WorkLocation& location) {
  bool found_work_location = false;
  employer.each("adresHouding", [&](VumFields& holding) {
    holding.ignore({"datumAanvangAdres", "datumEindeAdres", "adres"});
    const bool is_work_location = holding.text("codeFunctieAdres") == "E";
    if (!location.postcode.empty() && (found_work_location || !is_work_location)) return;
    found_work_location = is_work_location;
    holding.each("adres", [&](VumFields& either) {
      either.each("adresNederland", [&](VumFields& dutch) { read_dutch_address(dutch, location); });
    });
  });
}

void read_employer(VumFields& record, Vacancy& vacancy) {
  record.each("adres", [&](VumFields& address) { read_place(address, vacancy.location); });
  record.each("werkgever", [&](VumFields& employer) {
    vacancy.employer_name = employer.text("handelsnaamOrganisatie");
    employer.ignore({"adresHouding", "sector", "webadres"});
    if (vacancy.location == WorkLocation{}) read_old_addresses(employer, vacancy.location);
    employer.each("contactpersoon", [&](VumFields& fields) {
      if (ContactPerson person = read_contact(fields); person != ContactPerson{}) {
        vacancy.contacts.push_back(std::move(person));
      }
    });
  });
}

void add_condition(std::string& conditions, std::string_view text) {
  if (text.empty()) return;
  if (!conditions.empty()) conditions += "\n";
  conditions += text;
}

void read_conditions(VumFields& record, Vacancy& vacancy) {
  record.each("arbeidsVoorwaarden", [&](VumFields& fields) {
    vacancy.period = {fields.date("datumAanvangWerkzaamheden"), fields.date("datumEindeWerkzaamheden")};
    forget_reversed(vacancy.period, fields.path_of("datumEindeWerkzaamheden"), fields.notes());
    add_condition(vacancy.conditions_text, fields.text("omschrijvingArbeidsvoorwaarden"));
    const std::string salary = fields.text("salarisIndicatie");
    vacancy.salary = read_salary(salary);
    if (!salary.empty()) add_condition(vacancy.conditions_text, "Salarisindicatie: " + salary);
  });
  read_contract_forms(record, vacancy.contract_types, vacancy.agreements);
  record.each("flexibiliteit", [&](VumFields& fields) {
    fields.ignore({"datumAanvangBeschikbaarVoorWerk", "datumEindeBeschikbaarVoorWerk", "codeRegiostraal"});
    vacancy.working_times.irregular_hours = fields.indication("indicatieOnregelmatigWerkOfPloegendienst");
  });
  record.each("werktijden", [&](VumFields& fields) {
    vacancy.hours = read_hours(fields);
    vacancy.working_times.office_hours = fields.indication("indicatieKantoortijden");
  });
  record.each("sector", [&](VumFields& fields) { vacancy.sector = fields.number_within("codeSbi", 0, 99'999); });
}

void read_languages(VumFields& record, Vacancy& vacancy) {
  record.each("taalbeheersing", [&](VumFields& fields) {
    DemandedLanguage language;
    language.language = fields.text("codeTaal");
    language.speaking = fields.code<LanguageLevel>("codeNiveauTaalbeheersingMondeling", vum::language_level);
    language.writing = fields.code<LanguageLevel>("codeNiveauTaalbeheersingSchriftelijk", vum::language_level);
    language.reading = fields.code<LanguageLevel>("codeNiveauTaalbeheersingLezen", vum::language_level);
    language.listening = fields.code<LanguageLevel>("codeNiveauTaalbeheersingLuisteren", vum::language_level);
    if (!language.language.empty()) append(vacancy.languages, std::move(language));
  });
}

void read_demands(VumFields& record, Vacancy& vacancy) {
  vacancy.work_level = record.code<WorkLevel>("codeWerkEnDenkniveauMinimaal", vum::work_level);
  record.each("beroep", [&](VumFields& fields) { vacancy.occupation = read_occupation(fields); });
  read_competences(record, [&](ConceptRef competence, std::optional<Proficiency> level) {
    append(vacancy.competences, DemandedCompetence{std::move(competence), level, Importance::important});
  });
  record.each("opleiding", [&](VumFields& fields) {
    const Education subject = read_education_subject(fields);
    DemandedEducation education{subject.level, std::nullopt, subject.name, std::nullopt};
    if (education.name.empty()) {
      education.name = subject.description;
      education.name.resize(code_point_prefix(education.name, 120).size());
    }
    if (education != DemandedEducation{}) append(vacancy.education, std::move(education));
  });
  // VUM does not say how much a course matters; the text of a vacancy rarely means it as a knock-out.
  record.each("cursus", [&](VumFields& fields) {
    fields.ignore({"toelichtingCursus", "indicatieCertificaat"});
    if (std::string name = fields.text("naamCursus"); !name.empty()) {
      append(vacancy.credentials, DemandedCredential{{"", std::move(name)}, Importance::important});
    }
  });
  record.each("rijbewijs", [&](VumFields& fields) {
    if (const auto category = fields.code<DrivingLicence>("codeSoortRijbewijs", vum::driving_licence)) {
      append(vacancy.driving_licences, DemandedLicence{*category, Importance::required});
    }
  });
  record.each("werkervaring", [&](VumFields& fields) {
    const auto years = fields.number_within("aantalJarenWerkzaamInBeroep", 0, 99);
    if (years && *years > vacancy.experience_years.value_or(-1)) vacancy.experience_years = years;
  });
  read_languages(record, vacancy);
}

void read_application(VumFields& record, Vacancy& vacancy) {
  record.each("sollicitatiewijze", [&](VumFields& fields) {
    if (const auto method = fields.code<ApplicationMethod>("codeSollicitatiewijze", vum::application_method)) {
      append(vacancy.application_methods, *method);
    }
    fields.each("webadres", [&](VumFields& address) {
      if (auto found = read_web_address(address); found && !vacancy.application_address) {
        vacancy.application_address = std::move(found);
      }
    });
  });
}

std::optional<Vacancy> read_fields(VumFields& record) {
  Vacancy vacancy;
  vacancy.source.id = read_source_id(record, "idVacature");
  vacancy.reference = record.text("nummerVacature");
  vacancy.title = record.text("naamVacature");
  vacancy.description = record.text("omschrijvingVacature");
  vacancy.closes = record.date("sluitingsdatumVacature");
  read_employer(record, vacancy);
  read_conditions(record, vacancy);
  read_demands(record, vacancy);
  read_application(record, vacancy);
  vacancy.reserved_for_target_group = record.indication("indicatieLdrRegistratie");
  record.ignore({"vervoermiddel"});
  if (vacancy.title.empty() && vacancy.occupation) vacancy.title = vacancy.occupation->label;
  if (vacancy.source.id.empty()) return std::nullopt;
  return vacancy;
}

}  // namespace

std::optional<Vacancy> read_vacancy(const nlohmann::json& document, RecordNotes& notes) {
  VumFields record(document, "", notes);
  if (record.has("idVacature") || !record.has("vacature")) return read_fields(record);
  record.ignore({"bronID", "vumID"});
  std::optional<Vacancy> inner;
  record.each("vacature", [&](VumFields& fields) { inner = read_fields(fields); });
  return inner;
}

}  // namespace passend::intake::vum_format
