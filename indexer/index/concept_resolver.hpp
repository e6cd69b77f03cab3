// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/index/document.hpp"
#include "indexer/model/values.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::index {

/// What the taxonomy adds to a concept that a record names.
struct ResolvedConcept {
  std::string uri;                  ///< The primary one; the record's own when the taxonomy does not know it.
  std::vector<std::string> labels;  ///< As the record has it, then preferred and alternative labels in Dutch.
  std::vector<std::string> uris;    ///< All URIs of the concept and, for an occupation, of what stands above it.
};

/// Adds labels as texts and URIs as values.
void add_concept(DocumentBuilder& builder, std::string_view field_name, const ResolvedConcept& resolved);

/// Resolves by URI, else by linking the label. Keeps what it found: records repeat their occupations.
class ConceptResolver {
 public:
  explicit ConceptResolver(const taxonomy::Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  /// Valid until the next call.
  const ResolvedConcept& resolve(const ConceptRef& reference, taxonomy::ConceptKind kind);

 private:
  ResolvedConcept look_up(const ConceptRef& reference, taxonomy::ConceptKind kind) const;

  const taxonomy::Taxonomy& taxonomy_;
  std::unordered_map<std::string, ResolvedConcept> known_;
};

}  // namespace passend::index
