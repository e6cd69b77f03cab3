// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/intake/text_limits.hpp"
#include "indexer/intake/vum.hpp"

namespace passend::intake::vum_format {
namespace {

bool is_uri(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("urn:");
}

/// A code that is no URI is kept as one of our own, so that it can be found again and given back.
std::string uri_of_code(std::string_view attribute, const std::string& code) {
  if (code.empty() || is_uri(code)) return code;
  return "urn:vum:" + std::string(attribute) + ":" + code;
}

std::optional<ConceptRef> concept_of(std::string uri, std::string label) {
  if (uri.empty() && label.empty()) return std::nullopt;
  return ConceptRef{std::move(uri), std::move(label)};
}

bool is_safe_id(std::string_view id) {
  return !id.empty() && id.size() <= 200 && std::none_of(id.begin(), id.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
  });
}

template <class T>
void append_once(std::optional<std::vector<T>>& list, std::optional<T> item) {
  if (!item || (list && std::find(list->begin(), list->end(), *item) != list->end())) return;
  append(list, *item);
}

}  // namespace

std::string read_source_id(VumFields& record, std::string_view name) {
  std::string id = record.text(name);
  if (id.empty()) id = record.text("vumID");
  record.ignore({"vumID", "bronID"});
  if (is_safe_id(id)) return id;
  record.notes().reject(
      {.field = record.path_of(name),
       .value = {},
       .reason =
           id.empty() ? "the record has no id" : "the id is longer than 200 characters or holds control characters",
       .remedy = "give every record the id that it has in the source, so that a next import updates it"});
  return {};
}

std::optional<ConceptRef> read_occupation(VumFields& occupation) {
  const std::string code = occupation.text("codeBeroepsnaam");
  std::string label = occupation.text("omschrijvingBeroepsnaam");
  if (label.empty()) label = occupation.text("naamBeroepOngecodeerd");
  if (auto found = concept_of(uri_of_code("codeBeroepsnaam", code), label)) return found;
  // 0.8 schemas allow one more level: beroepsnaamGecodeerd / beroepsnaamOngecodeerd.
  for (const std::string_view inner : {"beroepsnaamGecodeerd", "beroepsnaamOngecodeerd", "beroepsnaam"}) {
    std::optional<ConceptRef> found;
    occupation.each(inner, [&](VumFields& fields) { found = read_occupation(fields); });
    if (found) return found;
  }
  return std::nullopt;
}

void read_competences(VumFields& qualification,
                      const std::function<void(ConceptRef, std::optional<Proficiency>)>& add) {
  qualification.each("competentiebeheersing", [&](VumFields& fields) {
    const std::string code = fields.text("codeCompetentie");
    if (auto found = concept_of(uri_of_code("codeCompetentie", code), fields.text("omschrijvingCompetentie"))) {
      add(std::move(*found), std::nullopt);
    }
  });
  qualification.each("vakvaardigheid", [&](VumFields& fields) {
    if (auto found = concept_of({}, fields.text("omschrijving"))) add(std::move(*found), std::nullopt);
  });
  qualification.each("gedragscompetentie", [&](VumFields& fields) {
    fields.ignore({"omschrijvingGedragscompetentie"});
    const auto code = fields.number("codeGedragscompetentie");
    const auto command = fields.number("codeBeheersingGedragscompetentie");
    if (!code || (command && vum::lacks_behavioural_competence(*command))) return;
    std::string name(vum::behavioural_competence_name(*code));
    if (name.empty()) name = fields.text("omschrijvingGedragscompetentie");
    add({uri_of_code("codeGedragscompetentie", std::to_string(*code)), std::move(name)},
        command ? vum::proficiency(*command).code : std::nullopt);
  });
}

WeeklyHours read_hours(VumFields& working_times) {
  return {working_times.number_within("aantalWerkurenPerWeekMinimaal", 0, 99),
          working_times.number_within("aantalWerkurenPerWeekMaximaal", 0, 99)};
}

void read_contract_forms(VumFields& record, std::optional<std::vector<ContractType>>& contract_types,
                         std::optional<std::vector<AgreementType>>& agreements) {
  record.each("contractvorm", [&](VumFields& form) {
    append_once(contract_types, form.code<ContractType>("codeTypeArbeidscontract", vum::contract_type));
    append_once(agreements, form.code<AgreementType>("codeTypeOvereenkomst", vum::agreement_type));
  });
}

ContactPerson read_contact(VumFields& contact) {
  ContactPerson person;
  person.name = contact.text("naamContactpersoonAfdeling");
  person.emails = contact.texts("emailadres");
  person.phones = contact.texts("telefoonnummer");
  return person;
}

std::optional<WebAddress> read_web_address(VumFields& address) {
  WebAddress found{address.code<WebAddressKind>("codeWebadres", vum::web_address_kind), address.text("url")};
  return found.url.empty() ? std::nullopt : std::optional(std::move(found));
}

Education read_education_subject(VumFields& education) {
  Education subject;
  subject.level = education.code<EducationLevel>("codeNiveauOpleiding", vum::education_level);
  subject.code = education.text("codeOpleidingsnaam");
  subject.diploma = education.indication("indicatieDiploma");
  subject.description = education.text("toelichtingOpleiding");
  const auto read_name = [&](VumFields& name) {
    if (subject.code.empty()) subject.code = name.text("codeOpleidingsnaam");
    subject.name = name.text("omschrijvingOpleidingsnaam");
    if (subject.name.empty()) subject.name = name.text("naamOpleidingOngecodeerd");
    if (subject.description.empty()) subject.description = name.text("omschrijvingOpleiding");
  };
  education.each("opleidingsnaam", [&](VumFields& name) {
    read_name(name);
    name.each("opleidingsnaamGecodeerd", read_name);
    name.each("opleidingsnaamOngecodeerd", read_name);
  });
  const bool digits =
      std::all_of(subject.code.begin(), subject.code.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  if (!digits || subject.code.size() > 10 || subject.code == "0") subject.code.clear();
  return subject;
}

}  // namespace passend::intake::vum_format
