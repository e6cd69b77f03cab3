// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/taxonomy/taxonomy.hpp"

/// The compiled taxonomy file, version 3. Little-endian; mapped and read in place.
///
/// It starts with a Header, followed by one SectionEntry per section in the order of `Section`, followed by the
/// sections, each on a multiple of 8 bytes with zeros between. A section is an array of one of the rows below. Rows
/// point to other rows by index and to text by TextRef, an offset and a size in the section `text` (UTF-8, not
/// terminated, each distinct string once). Nothing points outside its section: `open` checks every reference once, so
/// that reading needs no checks.
///
/// Concepts are sorted by kind, then by primary URI, and everything that belongs to one concept is contiguous:
/// therefore the labels of one kind are contiguous too, which is what linking scans. `uri_order` lists the URI rows by
/// text for bisection. `keys` lists 64-bit FNV-1a hashes of labels and their variants for exact look-up; that two of a
/// million differ in text and not in hash has a chance of one in thirty million. `grams` lists, per kind, each sequence
/// of three bytes of normalised labels (words padded by a space) with the labels that hold it
/// (`postings`). `units` lists, per kind and by text, the words and parts of compounds of which labels are made
/// (units.hpp), each with the labels that hold it (also in `postings`) and the units that stand in its place in other
/// labels of the same concept (`unit_relations`, see unit_relations.hpp); `label_units` has the units of each label in
/// order.
///
/// Header.hash is the SHA-256 of all bytes after the header; Header.checksum guards header and section table, so that a
/// damaged table is found at once without reading the file. The version goes up with every change of a row's meaning;
/// a reader refuses other versions, since a taxonomy is compiled again from its sources in seconds.
namespace passend::taxonomy {

static_assert(std::endian::native == std::endian::little, "the file is mapped, not decoded");

constexpr std::array<char, 8> file_magic{'P', 'S', 'N', 'D', 'T', 'A', 'X', '\n'};
constexpr std::uint32_t file_version = 3;
constexpr std::size_t kind_count = 5;
constexpr std::size_t section_alignment = 8;
constexpr std::size_t most_unit_groups = 10001;  ///< Codes of four digits, and none.

struct Header {
  std::array<char, 8> magic = file_magic;
  std::uint32_t version = file_version;
  std::uint32_t sections = 0;
  std::uint64_t file_bytes = 0;
  std::array<char, 64> hash{};
  std::uint64_t checksum = 0;  ///< FNV-1a of the header with this field zero, then the section table.
};
static_assert(sizeof(Header) == 96);

enum class Section : std::uint32_t {
  text,
  summary,
  kinds,
  languages,
  concepts,
  uris,
  uri_order,
  labels,
  properties,
  broader,
  narrower,
  related,
  demands,
  keys,
  grams,
  postings,
  units,
  unit_relations,
  label_units,
  count_
};

struct SectionEntry {
  std::uint32_t section = 0;
  std::uint32_t row_bytes = 0;
  std::uint64_t offset = 0;
  std::uint64_t rows = 0;
};
static_assert(sizeof(SectionEntry) == 24);

struct TextRef {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
};

struct SummaryRow {
  TextRef name;
  std::uint32_t occupations = 0;  ///< How many of them ask for anything: the base of rarity.
};

/// One per ConceptKind.
struct KindRow {
  Range labels;
  Range grams;
  Range units;
};

struct ConceptRow {
  std::uint32_t kind = 0;
  std::uint32_t occupation_count = 0;
  std::uint32_t unit_group = 0;  ///< ISCO-08 unit group (four digits) + 1; 0 when there is none.
  Range uris;
  Range labels;
  Range properties;
  Range broader;
  Range narrower;
  Range related;
  Range demands;
};

struct UriRow {
  TextRef text;
  ConceptIndex owner = 0;
};

enum class LabelType : std::uint32_t { preferred, alternative, hidden };

struct LabelRow {
  TextRef text;
  ConceptIndex owner = 0;
  std::uint32_t language = 0;     ///< Index in `languages`.
  std::uint32_t type = 0;         ///< LabelType. Hidden ones are matched, never shown.
  std::uint32_t norm = 0;         ///< Length of the label's vector of three-byte sequences, see link_index.hpp.
  std::uint32_t unit_weight = 0;  ///< Sum of the weights of its distinct units.
  std::uint32_t words = 0;        ///< How many, without those of grammar.
  std::uint32_t first_head = 0;   ///< Which of its units is the last one of the first word.
  Range units = {};               ///< In `label_units`.
};

struct PropertyRow {
  TextRef value;
  std::uint32_t property = 0;
};

/// The same bytes as a Related, with its padding written as zeros.
struct RelatedRow {
  std::uint32_t target = 0;
  std::int32_t similarity_bp = 0;
  std::uint32_t reason = 0;
};
static_assert(sizeof(RelatedRow) == sizeof(Related) && offsetof(RelatedRow, reason) == offsetof(Related, reason));

/// The same bytes as a Demand.
struct DemandRow {
  std::uint32_t target = 0;
  std::uint32_t essential = 0;
};
static_assert(sizeof(DemandRow) == sizeof(Demand) && offsetof(DemandRow, essential) == offsetof(Demand, essential));

struct KeyRow {
  std::uint64_t hash = 0;
  std::uint32_t label = 0;
  std::uint32_t is_variant = 0;  ///< 0: the normalised label itself; 1: a variant of it.
};

struct GramRow {
  std::uint32_t bytes = 0;  ///< The three bytes, the first one highest.
  Range postings;
};

/// A word or a part of a compound, see units.hpp.
struct UnitRow {
  TextRef text;
  std::uint32_t weight = 0;  ///< Inverse frequency over the concepts of the kind, in 1/4096 of a doubling.
  Range postings;            ///< The labels that hold it.
  Range relations;           ///< In `unit_relations`, by falling likeness.
};

struct UnitRelationRow {
  std::uint32_t unit = 0;
  std::uint32_t likeness_bp = 0;
};

constexpr std::uint64_t fnv1a_start = 0xCBF29CE484222325ULL;

constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t state = fnv1a_start) {
  for (const char byte : bytes) {
    state ^= static_cast<unsigned char>(byte);
    state *= 0x100000001B3ULL;
  }
  return state;
}

/// Everything that goes into a file.
struct FileContent {
  std::string text;
  SummaryRow summary;
  std::vector<KindRow> kinds;
  std::vector<TextRef> languages;
  std::vector<ConceptRow> concepts;
  std::vector<UriRow> uris;
  std::vector<std::uint32_t> uri_order;
  std::vector<LabelRow> labels;
  std::vector<PropertyRow> properties;
  std::vector<ConceptIndex> broader;
  std::vector<ConceptIndex> narrower;
  std::vector<RelatedRow> related;
  std::vector<DemandRow> demands;
  std::vector<KeyRow> keys;
  std::vector<GramRow> grams;
  std::vector<std::uint32_t> postings;
  std::vector<UnitRow> units;
  std::vector<UnitRelationRow> unit_relations;
  std::vector<std::uint32_t> label_units;

  std::string_view view(TextRef ref) const { return std::string_view(text).substr(ref.offset, ref.size); }
};

}  // namespace passend::taxonomy
