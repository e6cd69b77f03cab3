// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>

#include "indexer/index/record_documents.hpp"
#include "indexer/index/terms.hpp"

namespace passend::index {
namespace {

using taxonomy::ConceptIndex;
using taxonomy::ConceptKind;

Document concept_document(const taxonomy::Taxonomy& taxonomy, ConceptIndex concept_index) {
  DocumentBuilder builder(Corpus::concepts);
  Document& document = builder.document();
  document.uri = taxonomy.uri(concept_index);
  document.unique = unique_term(document.uri);
  builder.value("kind", kind_name(taxonomy.kind(concept_index)));
  builder.text("label", taxonomy.label(concept_index, "nl"));  // First: it is the one that is shown.
  for (const auto language : taxonomy.languages()) {
    for (const auto label : taxonomy.labels(concept_index, language)) builder.text("label", label);
  }
  return builder.take();
}

}  // namespace

std::string_view kind_name(ConceptKind kind) {
  switch (kind) {
    case ConceptKind::occupation:
      return "occupation";
    case ConceptKind::competence:
      return "competence";
    case ConceptKind::credential:
      return "credential";
    case ConceptKind::occupation_group:
    case ConceptKind::competence_group:
      break;
  }
  return {};
}

std::vector<Document> concept_documents(const taxonomy::Taxonomy& taxonomy) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < taxonomy.size(); ++i) {
    const auto concept_index = static_cast<ConceptIndex>(i);
    if (kind_name(taxonomy.kind(concept_index)).empty()) continue;
    Document document = concept_document(taxonomy, concept_index);
    if (!document.texts.empty()) documents.push_back(std::move(document));
  }
  std::sort(documents.begin(), documents.end(), [](const Document& a, const Document& b) {
    const std::string &x = a.texts.front().text, &y = b.texts.front().text;
    return std::make_tuple(x.size(), std::string_view(x), std::string_view(a.uri)) <
           std::make_tuple(y.size(), std::string_view(y), std::string_view(b.uri));
  });
  return documents;
}

}  // namespace passend::index
