// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/draft.hpp"

namespace passend::taxonomy {

std::optional<DraftIndex> Draft::find(std::string_view uri) const {
  const auto found = by_uri_.find(std::string(uri));
  if (found == by_uri_.end()) return std::nullopt;
  return found->second;
}

DraftIndex Draft::add(ConceptKind kind, std::string_view uri) {
  const auto [found, is_new] = by_uri_.try_emplace(std::string(uri), static_cast<DraftIndex>(concepts_.size()));
  if (is_new) {
    DraftConcept& made = concepts_.emplace_back();
    made.kind = kind;
    made.uris.emplace_back(uri);
  }
  return found->second;
}

void Draft::add_uri(DraftIndex index, std::string_view uri) {
  if (by_uri_.try_emplace(std::string(uri), index).second) concepts_[index].uris.emplace_back(uri);
}

void Draft::replace(DraftIndex index, std::string_view retired_uri) {
  if (find(retired_uri)) return;
  add_uri(index, retired_uri);
  std::string& list = concepts_[index].properties[Property::replaces];
  list.append(list.empty() ? "" : "|").append(retired_uri);
}

}  // namespace passend::taxonomy
