// SPDX-License-Identifier: EUPL-1.2
#include "server/api/concepts.hpp"

#include "server/api/wording.hpp"

namespace passend::api {

std::vector<search::ConceptHit> SearchConcepts::operator()(const ConceptSearchInput& input) const {
  std::vector<std::string> kinds;
  for (const ConceptKind kind : input.kinds) kinds.emplace_back(to_text(kind));
  auto hits = services.searcher.concepts(input.text, kinds, input.limit);
  const Wording wording(services.taxonomy, services.postcodes, input.language);
  for (search::ConceptHit& hit : hits) hit.label = wording.concept_view({hit.uri, hit.label}).label;
  return hits;
}

std::vector<ConceptLink> LinkConcepts::operator()(const ConceptLinkInput& input) const {
  const auto kind = input.kind == ConceptKind::occupation   ? taxonomy::ConceptKind::occupation
                    : input.kind == ConceptKind::competence ? taxonomy::ConceptKind::competence
                                                            : taxonomy::ConceptKind::credential;
  const taxonomy::Taxonomy& taxonomy = services.taxonomy;
  const std::string_view language = input.language == Language::english ? "en" : "nl";
  std::vector<ConceptLink> links;
  for (const taxonomy::Link& link : taxonomy.link(input.text, kind, input.limit)) {
    links.push_back({.uri = std::string(taxonomy.uri(link.target)),
                     .label = std::string(taxonomy.label(link.target, language)),
                     .matched_label = std::string(link.label),
                     .confidence_bp = link.confidence_bp,
                     .basis = link.basis,
                     .reasons = taxonomy.explain(input.text, link)});
  }
  return links;
}

}  // namespace passend::api
