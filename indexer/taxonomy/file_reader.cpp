// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/file_reader.hpp"

#include <algorithm>
#include <cstring>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::size_t section_count = static_cast<std::size_t>(Section::count_);
constexpr std::size_t front_bytes = sizeof(Header) + section_count * sizeof(SectionEntry);

std::filesystem::path existing(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    throw Error(ErrorCode::taxonomy_missing,
                "there is no taxonomy at '" + path.string() + "'; make one with `passend taxonomy import`");
  }
  return path;
}

bool inside(Range range, std::size_t rows) {
  return std::uint64_t{range.begin} + range.count <= rows;
}

}  // namespace

FileReader::FileReader(const std::filesystem::path& path) : path_(path), file_(existing(path)) {
  check_header();
  map_sections();
  check_texts();
  check_concepts();
  check_kinds();
  check_labels();
  check_units();
  check_targets();
}

void FileReader::refuse(const std::string& what) const {
  throw Error(ErrorCode::taxonomy_corrupt, "the taxonomy file '" + path_.string() + "' cannot be used: " + what +
                                               "; make it anew with `passend taxonomy import`");
}

void FileReader::require(bool holds, const char* what) const {
  if (!holds) refuse(what);
}

void FileReader::check_header() {
  const std::string_view bytes = file_.bytes();
  require(bytes.size() >= front_bytes, "it is too short");
  header_ = reinterpret_cast<const Header*>(bytes.data());
  require(header_->magic == file_magic, "it is no taxonomy file");
  if (header_->version != file_version) {
    refuse("it has version " + std::to_string(header_->version) + " and this program reads version " +
           std::to_string(file_version));
  }
  Header unsealed = *header_;
  unsealed.checksum = 0;
  const std::uint64_t sum = fnv1a(bytes.substr(sizeof(Header), front_bytes - sizeof(Header)),
                                  fnv1a({reinterpret_cast<const char*>(&unsealed), sizeof unsealed}));
  require(sum == header_->checksum, "its header is damaged");
  require(header_->sections == section_count, "its header is damaged");
  require(header_->file_bytes == bytes.size(), "its length is not the one it was written with");
}

template <class Row>
std::span<const Row> FileReader::section(Section wanted) const {
  const std::string_view bytes = file_.bytes();
  const auto position = static_cast<std::size_t>(wanted);
  SectionEntry entry;
  std::memcpy(&entry, bytes.data() + sizeof(Header) + position * sizeof entry, sizeof entry);
  require(entry.section == position && entry.row_bytes == sizeof(Row), "its section table is damaged");
  require(entry.offset % section_alignment == 0 && entry.offset <= bytes.size(), "a section lies outside it");
  require(entry.rows <= (bytes.size() - entry.offset) / sizeof(Row), "a section lies outside it");
  return {reinterpret_cast<const Row*>(bytes.data() + entry.offset), static_cast<std::size_t>(entry.rows)};
}

void FileReader::map_sections() {
  const auto text = section<char>(Section::text);
  text_ = {text.data(), text.size()};
  summary_ = section<SummaryRow>(Section::summary);
  kinds_ = section<KindRow>(Section::kinds);
  languages_ = section<TextRef>(Section::languages);
  concepts_ = section<ConceptRow>(Section::concepts);
  uris_ = section<UriRow>(Section::uris);
  uri_order_ = section<std::uint32_t>(Section::uri_order);
  labels_ = section<LabelRow>(Section::labels);
  properties_ = section<PropertyRow>(Section::properties);
  broader_ = section<ConceptIndex>(Section::broader);
  narrower_ = section<ConceptIndex>(Section::narrower);
  related_ = section<Related>(Section::related);
  demands_ = section<Demand>(Section::demands);
  keys_ = section<KeyRow>(Section::keys);
  grams_ = section<GramRow>(Section::grams);
  postings_ = section<std::uint32_t>(Section::postings);
  units_ = section<UnitRow>(Section::units);
  unit_relations_ = section<UnitRelationRow>(Section::unit_relations);
  label_units_ = section<std::uint32_t>(Section::label_units);
  require(summary_.size() == 1 && kinds_.size() == kind_count, "a section has the wrong size");
  require(uri_order_.size() == uris_.size(), "a section has the wrong size");
}

void FileReader::check_texts() const {
  const auto readable = [&](TextRef ref) { return std::uint64_t{ref.offset} + ref.size <= text_.size(); };
  require(readable(summary_.front().name), "a text lies outside it");
  require(std::all_of(languages_.begin(), languages_.end(), readable), "a text lies outside it");
  for (const UriRow& row : uris_) require(readable(row.text) && row.owner < concepts_.size(), "a URI is damaged");
  for (const PropertyRow& row : properties_) require(readable(row.value), "a property is damaged");
  for (const LabelRow& row : labels_) require(readable(row.text), "a label is damaged");
}

void FileReader::check_concepts() const {
  std::uint32_t kind = 0;
  for (const ConceptRow& row : concepts_) {
    require(row.kind < kind_count && row.kind >= kind, "a concept has no valid kind");
    require(row.unit_group < most_unit_groups, "a concept has no valid unit group");
    kind = row.kind;
    require(row.uris.count > 0 && inside(row.uris, uris_.size()), "a concept has no URI");
    require(inside(row.labels, labels_.size()) && inside(row.properties, properties_.size()) &&
                inside(row.broader, broader_.size()) && inside(row.narrower, narrower_.size()) &&
                inside(row.related, related_.size()) && inside(row.demands, demands_.size()),
            "a concept points outside it");
  }
}

void FileReader::check_kinds() const {
  std::uint64_t total = 0;  // Shared ranges would let a forged file make this loop as long as it likes.
  const auto check_postings = [&](const KindRow& kind, Range range) {
    total += range.count;
    require(inside(range, postings_.size()) && total <= postings_.size(), "the label index is damaged");
    for (const std::uint32_t label : postings_.subspan(range.begin, range.count)) {
      require(label - kind.labels.begin < kind.labels.count, "the label index is damaged");
    }
  };
  for (const KindRow& row : kinds_) {
    require(inside(row.labels, labels_.size()) && inside(row.grams, grams_.size()) && inside(row.units, units_.size()),
            "a kind points outside it");
    for (const GramRow& gram : grams_.subspan(row.grams.begin, row.grams.count)) check_postings(row, gram.postings);
    for (const UnitRow& unit : units_.subspan(row.units.begin, row.units.count)) check_postings(row, unit.postings);
  }
}

void FileReader::check_units() const {
  std::uint64_t total = 0;
  for (const LabelRow& label : labels_) {
    total += label.units.count;
    require(inside(label.units, label_units_.size()) && total <= label_units_.size(), "the units are damaged");
    require(label.units.count == 0 || label.first_head < label.units.count, "the units are damaged");
  }
  for (const std::uint32_t unit : label_units_) require(unit < units_.size(), "the units are damaged");
  total = 0;
  for (const KindRow& kind : kinds_) {
    for (const UnitRow& unit : units_.subspan(kind.units.begin, kind.units.count)) {
      require(std::uint64_t{unit.text.offset} + unit.text.size <= text_.size(), "the units are damaged");
      require(unit.weight > 0 && unit.weight < (1U << 20) && inside(unit.relations, unit_relations_.size()),
              "the units are damaged");
      total += unit.relations.count;
      require(total <= unit_relations_.size(), "the units are damaged");
      for (const UnitRelationRow& row : unit_relations_.subspan(unit.relations.begin, unit.relations.count)) {
        require(row.unit - kind.units.begin < kind.units.count && row.likeness_bp <= 10000, "the units are damaged");
      }
    }
  }
}

void FileReader::check_labels() const {
  for (const LabelRow& row : labels_) {
    require(row.owner < concepts_.size() && row.language < languages_.size(), "a label is damaged");
    require(row.type <= static_cast<std::uint32_t>(LabelType::hidden), "a label is damaged");
  }
  for (const KeyRow& row : keys_) require(row.label < labels_.size(), "the label index is damaged");
}

void FileReader::check_targets() const {
  const auto is_concept = [&](std::uint32_t index) { return index < concepts_.size(); };
  require(std::all_of(broader_.begin(), broader_.end(), is_concept), "a relation points outside it");
  require(std::all_of(narrower_.begin(), narrower_.end(), is_concept), "a relation points outside it");
  for (const std::uint32_t row : uri_order_) require(row < uris_.size(), "a URI is damaged");
  for (const Related& row : related_) {
    require(is_concept(row.target) && row.reason <= Relation::similar_label, "a relation is damaged");
    require(row.similarity_bp >= 0 && row.similarity_bp <= 10000, "a similarity is out of range");
  }
  // Read as bytes: a bool that holds neither 0 nor 1 must not be read as one.
  const auto* demands = reinterpret_cast<const DemandRow*>(demands_.data());
  for (const DemandRow& row : std::span(demands, demands_.size())) {
    require(is_concept(row.target) && row.essential <= 1, "a demand is damaged");
  }
}

void FileReader::verify() const {
  require(sha256_hex(file_.bytes().substr(sizeof(Header))) == hash(), "its content is not what was written");
}

}  // namespace passend::taxonomy
