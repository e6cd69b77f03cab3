// SPDX-License-Identifier: EUPL-1.2
#include "server/api/wording.hpp"

namespace passend::api {

ConceptView Wording::concept_view(const ConceptRef& reference) const {
  const auto index = reference.uri.empty() ? std::nullopt : taxonomy_.find(reference.uri);
  if (index) {
    const std::string_view language = language_ == Language::english ? "en" : "nl";
    return {std::string(taxonomy_.uri(*index)), std::string(taxonomy_.label(*index, language))};
  }
  return {"", reference.label.empty() ? reference.uri : reference.label};
}

AreaView Wording::area(std::string_view postcode) const {
  const auto pc4 = geo::parse_pc4(postcode);
  if (!pc4) return {};
  const geo::PostcodeArea* area = postcodes_.find(*pc4);
  if (area == nullptr) return {std::to_string(*pc4), "", ""};
  return {std::to_string(*pc4), area->place, area->municipality};
}

}  // namespace passend::api
