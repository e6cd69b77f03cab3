// SPDX-License-Identifier: EUPL-1.2
#include "server/api/concepts.hpp"

#include "indexer/embed/help_json.hpp"
#include "server/api/fields_json.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_concepts(const std::vector<SuggestedConcept>& concepts, const ConceptSearchInput&,
                              const Services&) {
  Json list = Json::array();
  for (const SuggestedConcept& one : concepts) {
    list.push_back({{"uri", one.shown.uri},
                    {"kind", to_text(one.kind)},
                    {"label", one.shown.label},
                    {"matched", runs_json(one.matched)}});
  }
  return json_response({{"concepts", std::move(list)}});
}

http::Response write_related_concepts(const std::vector<OfferedConcept>& concepts, const RelatedConceptsInput&,
                                      const Services&) {
  Json list = Json::array();
  for (const OfferedConcept& one : concepts) {
    list.push_back({{"uri", one.shown.uri},
                    {"kind", to_text(one.kind)},
                    {"label", one.shown.label},
                    {"reason", to_text(one.offer)},
                    {"because", concept_json(one.because)}});
  }
  return json_response({{"concepts", std::move(list)}});
}

http::Response write_concept_links(const ConceptLinks& answer, const ConceptLinkInput&, const Services&) {
  Json list = Json::array();
  for (const ConceptLink& link : answer.links) {
    Json reasons = Json::array();
    for (const taxonomy::LinkFact& fact : link.reasons) {
      reasons.push_back({{"reason", to_text(fact.reason)},
                         {"asked", fact.asked},
                         {"found", fact.found},
                         {"likenessBp", fact.likeness_bp}});
    }
    Json json{{"uri", link.uri},
              {"label", link.label},
              {"matchedLabel", link.matched_label},
              {"confidenceBp", link.confidence_bp},
              {"basis", to_text(link.basis)},
              {"reasons", std::move(reasons)}};
    if (link.embedding) json["embedding"] = embed::contribution_json(*link.embedding);
    list.push_back(std::move(json));
  }
  Json json{{"links", std::move(list)}};
  if (answer.help) json["embedding"] = embed::help_json(*answer.help);
  return json_response(json);
}

}  // namespace passend::api
