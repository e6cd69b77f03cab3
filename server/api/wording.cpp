// SPDX-License-Identifier: EUPL-1.2
#include "server/api/wording.hpp"

namespace passend::api {

ConceptView Wording::concept_view(const ConceptRef& reference) const {
  const auto& taxonomy = services_.taxonomy;
  const auto index = reference.uri.empty() ? std::nullopt : taxonomy.find(reference.uri);
  if (index) {
    const std::string_view language = language_ == Language::english ? "en" : "nl";
    return {std::string(taxonomy.uri(*index)), std::string(taxonomy.label(*index, language))};
  }
  return {"", reference.label.empty() ? reference.uri : reference.label};
}

AreaView Wording::area(std::string_view postcode) const {
  const auto pc4 = geo::parse_pc4(postcode);
  if (!pc4) return {};
  const geo::PostcodeArea* area = services_.postcodes.find(*pc4);
  if (area == nullptr) return {std::to_string(*pc4), "", ""};
  return {std::to_string(*pc4), area->place, area->municipality};
}

std::string Wording::organisation(const SourceRef& source) const {
  const auto* owner = services_.tenants ? services_.tenants->owner_of(source.system) : nullptr;
  return owner == nullptr ? std::string() : owner->name;
}

}  // namespace passend::api
