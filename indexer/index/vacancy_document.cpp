// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/language_names.hpp"
#include "indexer/index/record_documents.hpp"
#include "indexer/index/terms.hpp"

namespace passend::index {
namespace {

using taxonomy::ConceptKind;

void add_demands(DocumentBuilder& builder, const Vacancy& vacancy, ConceptResolver& resolver) {
  if (vacancy.occupation) {
    add_concept(builder, "occupation", resolver.resolve(*vacancy.occupation, ConceptKind::occupation));
  }
  for (const auto& demand : known_values(builder, "competence", vacancy.competences)) {
    add_concept(builder, "competence", resolver.resolve(demand.competence, ConceptKind::competence));
  }
  for (const auto& demand : known_values(builder, "credential", vacancy.credentials)) {
    add_concept(builder, "credential", resolver.resolve(demand.credential, ConceptKind::credential));
  }
  for (const auto& demand : known_values(builder, "education", vacancy.education))
    builder.text("education", demand.name);
  for (const auto& demand : known_values(builder, "language", vacancy.languages)) {
    builder.value("language", demand.language);
    builder.text("language", dutch_language_name(demand.language));
  }
  for (const auto& demand : known_values(builder, "driving_licence", vacancy.driving_licences)) {
    builder.value("driving_licence", to_text(demand.category));
    builder.text("driving_licence", "rijbewijs " + std::string(to_text(demand.category)));
  }
  if (vacancy.work_level) builder.value("work_level", to_text(*vacancy.work_level));
}

void add_offer(DocumentBuilder& builder, const Vacancy& vacancy) {
  builder.text("title", vacancy.title);
  for (const std::string& number : {vacancy.reference, vacancy.source.id}) {
    builder.text("reference", number);
    builder.value("reference", number);
  }
  builder.text("employer_name", vacancy.employer_name);
  builder.value("employer_name", vacancy.employer_name);
  if (vacancy.employer_id) builder.value("employer_id", to_text(*vacancy.employer_id));
  builder.text("place", vacancy.location.place);
  builder.value("place", vacancy.location.place);
  builder.value("pc4", four_digits(vacancy.location.postcode));
  builder.text("description", vacancy.description);
  builder.text("conditions", vacancy.conditions_text);
  builder.value("status", to_text(vacancy.status));
  builder.value("source", vacancy.source.system);
  for (const auto type : known_values(builder, "contract_type", vacancy.contract_types))
    builder.value("contract_type", to_text(type));
  for (const auto agreement : known_values(builder, "agreement", vacancy.agreements))
    builder.value("agreement", to_text(agreement));
  if (vacancy.sector) builder.value("sector", std::to_string(*vacancy.sector));
}

}  // namespace

Document vacancy_document(const Vacancy& vacancy, std::int64_t version, ConceptResolver& resolver) {
  DocumentBuilder builder(Corpus::vacancies);
  Document& document = builder.document();
  document.unique = unique_term(vacancy.id.value);
  document.id = vacancy.id.value;
  document.version = version;
  document.date = vacancy.posted;
  document.closes = vacancy.closes;
  add_offer(builder, vacancy);
  add_demands(builder, vacancy, resolver);
  return builder.take();
}

}  // namespace passend::index
