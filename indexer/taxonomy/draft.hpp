// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/taxonomy/file_format.hpp"

namespace passend::taxonomy {

/// The taxonomies that can be joined. The order says whose preferred label is shown when several name one concept.
enum class Origin : std::uint8_t { starter, esco, competentnl };

struct DraftLabel {
  std::string language;
  std::string text;
  LabelType type = LabelType::preferred;
  Origin origin = Origin::starter;
};

struct DraftConcept {
  ConceptKind kind = ConceptKind::occupation;
  std::vector<std::string> uris;  ///< The primary one first.
  std::vector<DraftLabel> labels;
  std::map<Property, std::string> properties;
};

/// Where a concept stands in a draft, by order of arrival.
using DraftIndex = std::uint32_t;

struct DraftDemand {
  DraftIndex occupation = 0;
  DraftIndex target = 0;
  bool essential = false;
};

/// Two concepts of different sources that probably mean the same; the first one borrows what the second one has.
struct DraftMapping {
  DraftIndex from = 0;
  DraftIndex to = 0;
  int similarity_bp = 0;
};

/// The graph while it grows: concepts of all sources, joined by URI, with counts of what was left out and why.
class Draft {
 public:
  std::optional<DraftIndex> find(std::string_view uri) const;

  /// The concept of that URI, made if there is none.
  DraftIndex add(ConceptKind kind, std::string_view uri);

  /// Lets a concept answer to one more URI that is not in use yet.
  void add_uri(DraftIndex index, std::string_view uri);

  /// Lets a concept stand for a retired one, unless that is a concept of its own after all.
  void replace(DraftIndex index, std::string_view retired_uri);

  DraftConcept& operator[](DraftIndex index) { return concepts_[index]; }
  const DraftConcept& operator[](DraftIndex index) const { return concepts_[index]; }
  std::size_t size() const { return concepts_.size(); }

  /// Counts a row that was left out, for the report.
  void drop(const std::string& reason) { ++dropped[reason]; }

  std::vector<std::pair<DraftIndex, DraftIndex>> broader;  ///< From a concept to the one above it.
  std::vector<DraftDemand> demands;
  std::vector<DraftMapping> mappings;
  std::map<std::string, std::size_t> dropped;
  std::size_t linked_same = 0;
  std::size_t unlinked = 0;

 private:
  std::vector<DraftConcept> concepts_;
  std::unordered_map<std::string, DraftIndex> by_uri_;
};

}  // namespace passend::taxonomy
