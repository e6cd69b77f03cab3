// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/concept_resolver.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace passend::index {
namespace {

using taxonomy::ConceptIndex;
using taxonomy::ConceptKind;
using taxonomy::Taxonomy;

constexpr std::size_t most_known_concepts = 20'000;

/// An equal label or a variant of one. Text that only looks alike would put people under occupations they never named.
constexpr std::int32_t least_confidence_bp = 9000;

/// Deeper than any taxonomy we load; a bound because the file is data.
constexpr std::size_t most_broader_concepts = 64;

std::optional<ConceptIndex> find(const Taxonomy& taxonomy, const ConceptRef& reference, ConceptKind kind) {
  if (!reference.uri.empty()) {
    if (const auto found = taxonomy.find(reference.uri)) return found;
  }
  if (reference.label.empty()) return std::nullopt;
  const auto links = taxonomy.link(reference.label, kind, 1);
  if (links.empty() || links.front().confidence_bp < least_confidence_bp) return std::nullopt;
  return links.front().target;
}

void add_once(std::vector<std::string>& list, std::string_view text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

/// The concept and all that stands above it, nearest first.
std::vector<ConceptIndex> with_broader(const Taxonomy& taxonomy, ConceptIndex concept_index) {
  std::vector<ConceptIndex> chain{concept_index};
  for (std::size_t i = 0; i < chain.size(); ++i) {
    for (const ConceptIndex above : taxonomy.broader(chain[i])) {
      if (chain.size() == most_broader_concepts) return chain;
      if (std::find(chain.begin(), chain.end(), above) == chain.end()) chain.push_back(above);
    }
  }
  return chain;
}

/// The ISCO-08 groups of an occupation, as ESCO names them, whatever source the occupation is from.
void add_isco_groups(std::vector<std::string>& uris, std::string_view code) {
  for (std::size_t digits = code.size(); digits > 0; --digits) {
    add_once(uris, "http://data.europa.eu/esco/isco/C" + std::string(code.substr(0, digits)));
  }
}

}  // namespace

void add_concept(DocumentBuilder& builder, std::string_view field_name, const ResolvedConcept& resolved) {
  Origin origin = Origin::record;  // Of the first one: the record's own words, or what it is called when it has none.
  for (const std::string& label : resolved.labels) {
    builder.text(field_name, label, origin);
    origin = Origin::taxonomy;
  }
  builder.value(field_name, resolved.uri);
  for (const std::string& uri : resolved.uris) builder.value(field_name, uri, Use::filter);
}

const ResolvedConcept& ConceptResolver::resolve(const ConceptRef& reference, ConceptKind kind) {
  std::string key = std::to_string(static_cast<int>(kind)) + ' ' + reference.uri + '\n' + reference.label;
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  if (known_.size() >= most_known_concepts) known_.clear();
  return known_.emplace(std::move(key), look_up(reference, kind)).first->second;
}

ResolvedConcept ConceptResolver::look_up(const ConceptRef& reference, ConceptKind kind) const {
  ResolvedConcept resolved;
  resolved.uri = reference.uri;
  add_once(resolved.labels, reference.label);
  add_once(resolved.uris, reference.uri);
  const auto found = find(taxonomy_, reference, kind);
  if (!found) return resolved;
  resolved.uri = taxonomy_.uri(*found);
  for (const auto label : taxonomy_.labels(*found, "nl")) add_once(resolved.labels, label);
  add_once(resolved.labels, taxonomy_.label(*found, "nl"));
  const auto chain = kind == ConceptKind::occupation ? with_broader(taxonomy_, *found) : std::vector{*found};
  for (const ConceptIndex link : chain) {
    for (const auto uri : taxonomy_.uris(link)) add_once(resolved.uris, uri);
  }
  if (kind == ConceptKind::occupation) add_isco_groups(resolved.uris, taxonomy_.isco(*found));
  return resolved;
}

}  // namespace passend::index
