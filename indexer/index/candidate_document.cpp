// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/language_names.hpp"
#include "indexer/index/record_documents.hpp"
#include "indexer/index/terms.hpp"

namespace passend::index {
namespace {

using taxonomy::ConceptKind;

void add_background(DocumentBuilder& builder, const SearchProfile& profile, ConceptResolver& resolver) {
  for (const auto& wanted : known_values(builder, "occupation", profile.wanted_occupations)) {
    add_concept(builder, "occupation", resolver.resolve(wanted, ConceptKind::occupation));
  }
  for (const auto& job : known_values(builder, "experience", profile.experience)) {
    add_concept(builder, "experience", resolver.resolve(job.occupation, ConceptKind::occupation));
  }
  for (const auto& held : known_values(builder, "competence", profile.competences)) {
    add_concept(builder, "competence", resolver.resolve(held.competence, ConceptKind::competence));
  }
  for (const auto& held : known_values(builder, "credential", profile.credentials)) {
    add_concept(builder, "credential", resolver.resolve(held.credential, ConceptKind::credential));
  }
  for (const auto& education : known_values(builder, "education", profile.education))
    builder.text("education", education.name);
  for (const auto& course : known_values(builder, "education", profile.courses)) builder.text("education", course.name);
}

void add_skills(DocumentBuilder& builder, const SearchProfile& profile) {
  for (const auto& skill : known_values(builder, "language", profile.languages)) {
    builder.value("language", skill.language);
    builder.text("language", dutch_language_name(skill.language));
  }
  for (const auto& held : known_values(builder, "driving_licence", profile.driving_licences)) {
    builder.value("driving_licence", to_text(held.category));
    builder.text("driving_licence", "rijbewijs " + std::string(to_text(held.category)));
  }
  builder.text("summary", profile.summary);
  for (const auto& interest : known_values(builder, "interest", profile.interests)) builder.text("interest", interest);
}

void add_wishes(DocumentBuilder& builder, const SearchProfile& profile) {
  for (const auto type : known_values(builder, "contract_type", profile.contract_types))
    builder.value("contract_type", to_text(type));
  for (const auto agreement : known_values(builder, "agreement", profile.agreements))
    builder.value("agreement", to_text(agreement));
  if (profile.work_level) builder.value("work_level", to_text(*profile.work_level));
  for (const int sector : known_values(builder, "sector", profile.sectors))
    builder.value("sector", std::to_string(sector));
  for (const auto& use : known_values(builder, "transport", profile.mobility.transport))
    builder.value("transport", to_text(use.means));
  builder.value("pc4", four_digits(profile.mobility.postcode));
  builder.value("caseload", profile.caseload);
  builder.value("source", profile.source.system);
}

}  // namespace

std::string four_digits(const std::string& postcode) {
  const std::string digits = postcode.substr(0, 4);
  return digits.size() == 4 && digits.find_first_not_of("0123456789") == std::string::npos ? digits : std::string();
}

Document candidate_document(const SearchProfile& profile, std::int64_t version, ConceptResolver& resolver) {
  DocumentBuilder builder(Corpus::candidates);
  Document& document = builder.document();
  document.unique = unique_term(profile.id.value);
  document.id = profile.id.value;
  document.version = version;
  if (profile.updated != Date{}) document.date = profile.updated;
  add_background(builder, profile, resolver);
  add_skills(builder, profile);
  add_wishes(builder, profile);
  return builder.take();
}

}  // namespace passend::index
