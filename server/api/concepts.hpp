// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "server/api/search_input.hpp"
#include "server/api/services.hpp"

namespace passend::api {

/// POST /v1/concepts/_search: labels in the language asked for, best first.
struct SearchConcepts {
  const Services& services;
  std::vector<search::ConceptHit> operator()(const ConceptSearchInput& input) const;
};

/// A concept that a text may mean, and why.
struct ConceptLink {
  std::string uri;
  std::string label;  ///< In the language asked for.
  std::string matched_label;
  std::int32_t confidence_bp = 0;
  taxonomy::LinkBasis basis = taxonomy::LinkBasis::similar_text;
  std::vector<taxonomy::LinkFact> reasons;
};

/// POST /v1/concepts/_link: what a title or another short text may mean, surest first.
struct LinkConcepts {
  const Services& services;
  std::vector<ConceptLink> operator()(const ConceptLinkInput& input) const;
};

http::Response write_concept_links(const std::vector<ConceptLink>& links, const ConceptLinkInput& input,
                                   const Services& services);

http::Response write_concepts(const std::vector<search::ConceptHit>& hits, const ConceptSearchInput& input,
                              const Services& services);

}  // namespace passend::api
