// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/record_rules.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/intake/vum.hpp"

namespace passend::intake::vum_format {
namespace {

LanguageCommand read_command(VumFields& language, std::string_view name) {
  return {language.code<LanguageLevel>(name, vum::language_level), std::nullopt};
}

void read_languages(VumFields& qualification, SearchProfile& search) {
  qualification.each("taalbeheersing", [&](VumFields& fields) {
    LanguageSkill skill;
    skill.language = fields.text("codeTaal");
    skill.speaking = read_command(fields, "codeNiveauTaalbeheersingMondeling");
    skill.writing = read_command(fields, "codeNiveauTaalbeheersingSchriftelijk");
    skill.reading = read_command(fields, "codeNiveauTaalbeheersingLezen");
    skill.listening = read_command(fields, "codeNiveauTaalbeheersingLuisteren");
    if (!skill.language.empty()) append(search.languages, std::move(skill));
  });
}

void read_education(VumFields& qualification, SearchProfile& search) {
  qualification.each("opleiding", [&](VumFields& fields) {
    Education education = read_education_subject(fields);
    education.status = fields.code<EducationStatus>("codeStatusOpleiding", vum::education_status);
    education.period = {fields.date("datumAanvangVolgenOpleiding"), fields.date("datumEindeVolgenOpleiding")};
    forget_reversed(education.period, fields.path_of("datumEindeVolgenOpleiding"), fields.notes());
    education.diploma_date = fields.date("datumDiploma");
    education.institution = fields.text("naamOpleidingsinstituut");
    if (education != Education{}) append(search.education, std::move(education));
  });
  qualification.each("cursus", [&](VumFields& fields) {
    Course course;
    course.name = fields.text("naamCursus");
    course.certificate = fields.indication("indicatieCertificaat");
    course.period = {fields.date("datumAanvangVolgenCursus"), fields.date("datumEindeVolgenCursus")};
    forget_reversed(course.period, fields.path_of("datumEindeVolgenCursus"), fields.notes());
    course.certificate_date = fields.date("datumCertificaat");
    course.institution = fields.text("naamOpleidingsinstituut");
    course.description = fields.text("toelichtingCursus");
    if (course != Course{}) append(search.courses, std::move(course));
  });
}

void read_experience(VumFields& qualification, SearchProfile& search) {
  qualification.each("werkervaring", [&](VumFields& fields) {
    WorkExperience experience;
    std::optional<ConceptRef> occupation;
    fields.each("beroep", [&](VumFields& beroep) { occupation = read_occupation(beroep); });
    experience.period = {fields.date("datumAanvangWerkzaamheden"), fields.date("datumEindeWerkzaamheden")};
    forget_reversed(experience.period, fields.path_of("datumEindeWerkzaamheden"), fields.notes());
    experience.organisation = fields.text("naamOrganisatie");
    experience.description = fields.text("toelichtingWerkervaring");
    if (!occupation) {
      fields.notes().warn({.field = fields.path_of("beroep"),
                           .value = {},
                           .reason = "work experience without an occupation cannot be matched and was left out",
                           .remedy = "name the occupation in the source"});
      return;
    }
    experience.occupation = std::move(*occupation);
    append(search.experience, std::move(experience));
  });
}

void read_qualification(VumFields& fields, SearchProfile& search) {
  search.work_level = fields.code<WorkLevel>("codeWerkEnDenkniveauWerkzoekende", vum::work_level);
  read_competences(fields, [&](ConceptRef competence, std::optional<Proficiency> level) {
    append(search.competences, HeldCompetence{std::move(competence), level, std::nullopt});
  });
  fields.each("interesse", [&](VumFields& interest) {
    if (std::string name = interest.text("naamInteresse"); !name.empty()) append(search.interests, std::move(name));
  });
  fields.each("rijbewijs", [&](VumFields& licence) {
    if (const auto category = licence.code<DrivingLicence>("codeSoortRijbewijs", vum::driving_licence)) {
      append(search.driving_licences, HeldLicence{*category, std::nullopt});
    }
  });
  read_languages(fields, search);
  read_education(fields, search);
  read_experience(fields, search);
}

void read_mobility(VumFields& record, SearchProfile& search) {
  Mobility& mobility = search.mobility;
  record.each("mobiliteit", [&](VumFields& fields) {
    mobility.postcode =
        read_postcode(fields.text("bemiddelingspostcode"), fields.path_of("bemiddelingspostcode"), {}, fields.notes());
    mobility.maximum_distance_km = fields.number_within("maximaleReisafstand", 0, 999);
    mobility.maximum_travel_minutes = fields.number_within("maximaleReistijd", 0, 999);
  });
  record.each("vervoermiddel", [&](VumFields& fields) {
    const auto means = fields.code<Transport>("codeVervoermiddel", vum::transport);
    const auto commute = fields.indication("indicatieBeschikbaarVoorWoonWerkverkeer");
    const auto work = fields.indication("indicatieBeschikbaarVoorUitvoeringWerk");
    if (means) append(mobility.transport, TransportUse{*means, commute, work});
  });
}

void read_wishes(VumFields& record, SearchProfile& search) {
  record.each("bemiddelingsberoep", [&](VumFields& fields) {
    if (auto occupation = read_occupation(fields)) append(search.wanted_occupations, std::move(*occupation));
  });
  read_contract_forms(record, search.contract_types, search.agreements);
  record.each("flexibiliteit", [&](VumFields& fields) {
    search.available = {fields.date("datumAanvangBeschikbaarVoorWerk"), fields.date("datumEindeBeschikbaarVoorWerk")};
    forget_reversed(search.available, fields.path_of("datumEindeBeschikbaarVoorWerk"), fields.notes());
    search.working_times.irregular_hours = fields.indication("indicatieOnregelmatigWerkOfPloegendienst");
    const auto radius = fields.number("codeRegiostraal");
    if (radius && !search.mobility.maximum_distance_km) {
      search.mobility.maximum_distance_km = vum::region_radius_km(*radius);
    }
  });
  record.each("werktijden", [&](VumFields& fields) {
    search.hours = read_hours(fields);
    search.working_times.office_hours = fields.indication("indicatieKantoortijden");
  });
  record.each("sector", [&](VumFields& fields) {
    if (const auto code = fields.number_within("codeSbi", 0, 99'999)) append(search.sectors, *code);
  });
  record.ignore({"voorkeursland"});
}

void read_detail(VumFields& record, DetailProfile& detail) {
  record.ignore({"indicatieBeschikbaarheidContactgegevens"});
  detail.target_group_register = record.indication("indicatieLdrRegistratie");
  detail.presentation = record.text("persoonlijkePresentatie");
  record.each("eisAanWerk", [&](VumFields& fields) {
    detail.needs_adapted_workplace = fields.indication("indicatieAanpassingWerkomgeving");
    detail.needs_guidance = fields.indication("indicatieBegeleiding");
    detail.needs_variation = fields.indication("indicatieWerkvariatie");
  });
  detail.emails = record.texts("emailadres");
  detail.phones = record.texts("telefoonnummer");
  record.each("webadres", [&](VumFields& fields) {
    if (auto address = read_web_address(fields)) detail.web_addresses.push_back(std::move(*address));
  });
  record.each("contactpersoon", [&](VumFields& fields) {
    if (ContactPerson person = read_contact(fields); person != ContactPerson{}) {
      detail.contacts.push_back(std::move(person));
    }
  });
}

std::optional<Portfolio> read_fields(VumFields& record, Date today) {
  Portfolio portfolio;
  portfolio.search.source.id = read_source_id(record, "idWerkzoekende");
  read_mobility(record, portfolio.search);
  read_wishes(record, portfolio.search);
  record.each("arbeidsmarktkwalificatie", [&](VumFields& fields) { read_qualification(fields, portfolio.search); });
  read_detail(record, portfolio.detail);
  if (const auto born = record.birth_date()) portfolio.detail.younger_than_27 = younger_than_27(*born, today);
  if (portfolio.search.source.id.empty()) return std::nullopt;
  return portfolio;
}

}  // namespace

std::optional<Portfolio> read_portfolio(const nlohmann::json& document, Date today, RecordNotes& notes) {
  VumFields record(document, "", notes);
  // The answer to a question for one profile wraps it: {"bronID": ..., "werkzoekende": {...}}.
  if (record.has("idWerkzoekende") || !record.has("werkzoekende")) return read_fields(record, today);
  record.ignore({"bronID", "vumID"});
  std::optional<Portfolio> inner;
  record.each("werkzoekende", [&](VumFields& fields) { inner = read_fields(fields, today); });
  return inner;
}

}  // namespace passend::intake::vum_format
