// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/vum/encode.hpp"
#include "server/vum/language_levels.hpp"
#include "server/vum/parts.hpp"

namespace passend::vum_source {
namespace {

using namespace parts;
using nlohmann::json;

json education_json(const Education& education) {
  json part = json::object();
  put(part, "codeOpleidingsnaam", education.code, 10);
  put(part, "codeNiveauOpleiding", number_of(education.level));
  put(part, "codeStatusOpleiding", number_of(education.status));
  put(part, "indicatieDiploma", education.diploma);
  // VUM names an education by its code alone.
  put(part, "toelichtingOpleiding", education.description.empty() ? education.name : education.description, long_text);
  put(part, "datumAanvangVolgenOpleiding", education.period.from);
  put(part, "datumEindeVolgenOpleiding", education.period.until);
  put(part, "datumDiploma", education.diploma_date);
  put(part, "naamOpleidingsinstituut", education.institution, 500);
  return part;
}

json course_json(const Course& course) {
  json part = json::object();
  put(part, "naamCursus", course.name, 120);
  put(part, "toelichtingCursus", course.description, long_text);
  put(part, "indicatieCertificaat", course.certificate);
  put(part, "datumAanvangVolgenCursus", course.period.from);
  put(part, "datumEindeVolgenCursus", course.period.until);
  put(part, "datumCertificaat", course.certificate_date);
  put(part, "naamOpleidingsinstituut", course.institution, 500);
  return part;
}

json experience_json(const WorkExperience& experience) {
  json part = json::object();
  json occupation = json::object();
  put_code(occupation, "codeBeroepsnaam", experience.occupation);
  put_part(part, "beroep", std::move(occupation));
  put(part, "datumAanvangWerkzaamheden", experience.period.from);
  put(part, "datumEindeWerkzaamheden", experience.period.until);
  put(part, "naamOrganisatie", experience.organisation, 70);
  put(part, "toelichtingWerkervaring", experience.description, long_text);
  return part;
}

json qualification_json(const SearchProfile& profile) {
  json part = json::object();
  put(part, "codeWerkEnDenkniveauWerkzoekende", number_of(profile.work_level));
  for (const HeldCompetence& held : items(profile.competences)) {
    json competence = json::object();
    put_code(competence, "codeCompetentie", held.competence);
    append(part, "competentiebeheersing", std::move(competence));
  }
  for (const std::string& interest : items(profile.interests)) append(part, "interesse", {{"naamInteresse", interest}});
  for (const HeldLicence& licence : items(profile.driving_licences)) {
    append(part, "rijbewijs", {{"codeSoortRijbewijs", vum::to_vum(licence.category)}});
  }
  for (const LanguageSkill& skill : items(profile.languages)) {
    append(part, "taalbeheersing",
           language(skill.language, vum_level(skill.speaking), vum_level(skill.writing), vum_level(skill.reading),
                    vum_level(skill.listening)));
  }
  for (const Education& education : items(profile.education)) append(part, "opleiding", education_json(education));
  for (const Course& course : items(profile.courses)) append(part, "cursus", course_json(course));
  for (const HeldCredential& held : items(profile.credentials)) {
    json course = json::object();
    put(course, "naamCursus", held.credential.label, 120);
    if (!course.empty()) course["indicatieCertificaat"] = vum::to_vum(true);
    append(part, "cursus", std::move(course));
  }
  for (const WorkExperience& experience : items(profile.experience)) {
    append(part, "werkervaring", experience_json(experience));
  }
  return part;
}

void put_mobility(json& record, const Mobility& mobility) {
  json part = json::object();
  put(part, "bemiddelingspostcode", mobility.postcode, 6);
  put(part, "maximaleReisafstand", mobility.maximum_distance_km);
  put(part, "maximaleReistijd", mobility.maximum_travel_minutes);
  put_part(record, "mobiliteit", std::move(part));
  for (const TransportUse& use : items(mobility.transport)) {
    json means{{"codeVervoermiddel", vum::to_vum(use.means)}};
    put(means, "indicatieBeschikbaarVoorWoonWerkverkeer", use.for_commute);
    put(means, "indicatieBeschikbaarVoorUitvoeringWerk", use.for_work);
    append(record, "vervoermiddel", std::move(means));
  }
}

json search_json(const SearchProfile& profile) {
  json record{{"idWerkzoekende", to_text(profile.id)}};
  for (const ConceptRef& wanted : items(profile.wanted_occupations)) {
    json occupation = json::object();
    put_code(occupation, "codeBeroepsnaam", wanted);
    append(record, "bemiddelingsberoep", std::move(occupation));
  }
  put_contract_forms(record, profile.contract_types, profile.agreements);
  json flexibility = json::object();
  put(flexibility, "datumAanvangBeschikbaarVoorWerk", profile.available.from);
  put(flexibility, "datumEindeBeschikbaarVoorWerk", profile.available.until);
  put(flexibility, "indicatieOnregelmatigWerkOfPloegendienst", profile.working_times.irregular_hours);
  put_part(record, "flexibiliteit", std::move(flexibility));
  put_mobility(record, profile.mobility);
  for (const int sector : items(profile.sectors)) append(record, "sector", {{"codeSbi", sector}});
  put_part(record, "werktijden", working_times(profile.hours, profile.working_times));
  put_part(record, "arbeidsmarktkwalificatie", qualification_json(profile));
  return record;
}

/// VUM has one address and one number for a contact: who has more is named again.
void put_contact(json& record, const ContactPerson& contact) {
  const std::size_t count = std::max<std::size_t>({1, contact.emails.size(), contact.phones.size()});
  for (std::size_t i = 0; i < count; ++i) {
    json part = json::object();
    put(part, "naamContactpersoonAfdeling", contact.name, contact_text);
    if (i < contact.emails.size()) put(part, "emailadres", contact.emails[i], email_text);
    if (i < contact.phones.size()) put(part, "telefoonnummer", telephone(contact.phones[i]), 14);
    append(record, "contactpersoon", std::move(part));
  }
}

void put_detail(json& record, const DetailProfile& detail) {
  for (const std::string& email : detail.emails) append(record, "emailadres", email);
  for (const std::string& phone : detail.phones) {
    if (const std::string number = telephone(phone); !number.empty()) append(record, "telefoonnummer", number);
  }
  for (const ContactPerson& contact : detail.contacts) put_contact(record, contact);
  const bool has_contact =
      record.contains("emailadres") || record.contains("telefoonnummer") || record.contains("contactpersoon");
  put(record, "indicatieBeschikbaarheidContactgegevens", std::optional(has_contact));
  put(record, "indicatieLdrRegistratie", detail.target_group_register);
  put(record, "persoonlijkePresentatie", detail.presentation, long_text);
  json demands = json::object();
  put(demands, "indicatieAanpassingWerkomgeving", detail.needs_adapted_workplace);
  put(demands, "indicatieBegeleiding", detail.needs_guidance);
  put(demands, "indicatieWerkvariatie", detail.needs_variation);
  put_part(record, "eisAanWerk", std::move(demands));
  for (const WebAddress& address : detail.web_addresses) append(record, "webadres", web_address(address));
}

}  // namespace

std::string encode_matches(const std::vector<const SearchProfile*>& profiles, More more) {
  json answer{{"maximumAantalResultatenBereikt", more == More::there_are}, {"matches", json::array()}};
  for (const SearchProfile* profile : profiles) answer["matches"].push_back(search_json(*profile));
  return answer.dump();
}

std::string encode_detail(const SearchProfile& profile, const DetailProfile& detail) {
  json record = search_json(profile);
  put_detail(record, detail);
  return record.dump();
}

}  // namespace passend::vum_source
