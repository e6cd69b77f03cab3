// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/taxonomy/file_reader.hpp"
#include "indexer/taxonomy/label_variants.hpp"
#include "indexer/taxonomy/title_units.hpp"

namespace passend::taxonomy {

/// A first look at every label of a kind by the inverted index alone.
struct LabelScan {
  /// By label of the kind: the cosine of three-byte sequences, and of units, those of the title and what they are
  /// related to; 0..10000.
  std::vector<std::int32_t> gram_cosine;
  std::vector<std::int32_t> unit_cosine;
  /// By concept of the file: the share of the title's three-byte sequences that stand in any of its labels.
  std::vector<std::int32_t> concept_grams;

  std::int32_t nearness(std::uint32_t place) const { return gram_cosine[place] + 2 * unit_cosine[place]; }
};

LabelScan scan_labels(const FileReader& file, const KindRow& kind, std::string_view core, const TitleUnits& title);

/// A label that is the title as it stands or a reading of it.
struct EqualLabel {
  std::int32_t confidence_bp = 0;  ///< 10000 as it stands, less for a reading.
  LinkBasis basis = LinkBasis::exact_label;
};

/// By label.
std::unordered_map<std::uint32_t, EqualLabel> equal_labels(const FileReader& file, const KindRow& kind,
                                                           const std::vector<LabelVariant>& readings);

/// The labels that stand in a normalised text as whole words one after the other, or as one compound of them.
std::vector<std::uint32_t> labels_contained_in(const FileReader& file, const KindRow& kind, std::string_view text);

}  // namespace passend::taxonomy
