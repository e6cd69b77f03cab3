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

}  // namespace passend::api
