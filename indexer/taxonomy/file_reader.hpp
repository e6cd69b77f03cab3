// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "indexer/base/file.hpp"
#include "indexer/taxonomy/file_format.hpp"

namespace passend::taxonomy {

/// A mapped taxonomy file whose references have all been checked, as spans over its rows.
class FileReader {
 public:
  /// Throws taxonomy_missing or taxonomy_corrupt.
  explicit FileReader(const std::filesystem::path& path);

  /// Throws taxonomy_corrupt when the content is not what was written.
  void verify() const;

  std::string_view text(TextRef ref) const { return text_.substr(ref.offset, ref.size); }
  std::string_view hash() const { return {header_->hash.data(), header_->hash.size()}; }

  const SummaryRow& summary() const { return summary_.front(); }
  std::span<const KindRow> kinds() const { return kinds_; }
  std::span<const TextRef> languages() const { return languages_; }
  std::span<const ConceptRow> concepts() const { return concepts_; }
  std::span<const UriRow> uris() const { return uris_; }
  std::span<const std::uint32_t> uri_order() const { return uri_order_; }
  std::span<const LabelRow> labels() const { return labels_; }
  std::span<const PropertyRow> properties() const { return properties_; }
  std::span<const ConceptIndex> broader() const { return broader_; }
  std::span<const ConceptIndex> narrower() const { return narrower_; }
  std::span<const Related> related() const { return related_; }
  std::span<const Demand> demands() const { return demands_; }
  std::span<const KeyRow> keys() const { return keys_; }
  std::span<const GramRow> grams() const { return grams_; }
  std::span<const std::uint32_t> postings() const { return postings_; }
  std::span<const UnitRow> units() const { return units_; }
  std::span<const UnitRelationRow> unit_relations() const { return unit_relations_; }
  std::span<const std::uint32_t> label_units() const { return label_units_; }

 private:
  [[noreturn]] void refuse(const std::string& what) const;
  void require(bool holds, const char* what) const;
  void check_header();
  template <class Row>
  std::span<const Row> section(Section wanted) const;
  void map_sections();
  void check_concepts() const;
  void check_kinds() const;
  void check_labels() const;
  void check_units() const;
  void check_texts() const;
  void check_targets() const;

  std::filesystem::path path_;
  MappedFile file_;
  const Header* header_ = nullptr;
  std::string_view text_;
  std::span<const SummaryRow> summary_;
  std::span<const KindRow> kinds_;
  std::span<const TextRef> languages_;
  std::span<const ConceptRow> concepts_;
  std::span<const UriRow> uris_;
  std::span<const std::uint32_t> uri_order_;
  std::span<const LabelRow> labels_;
  std::span<const PropertyRow> properties_;
  std::span<const ConceptIndex> broader_;
  std::span<const ConceptIndex> narrower_;
  std::span<const Related> related_;
  std::span<const Demand> demands_;
  std::span<const KeyRow> keys_;
  std::span<const GramRow> grams_;
  std::span<const std::uint32_t> postings_;
  std::span<const UnitRow> units_;
  std::span<const UnitRelationRow> unit_relations_;
  std::span<const std::uint32_t> label_units_;
};

}  // namespace passend::taxonomy
