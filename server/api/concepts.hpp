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

http::Response write_concepts(const std::vector<search::ConceptHit>& hits, const ConceptSearchInput& input,
                              const Services& services);

}  // namespace passend::api
