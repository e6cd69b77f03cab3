// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The one table of what is indexed: indexer/index writes by it, matcher/search reads by it, its hash stands in every
/// index, and a changed table makes the next `follow` build a new one.
namespace passend::index {

enum class Corpus : std::uint8_t { candidates, vacancies };

/// Folder of the corpus in a generation, and its name in messages.
std::string_view name_of(Corpus corpus);

/// Who may be shown that a document has a value. Nothing that needs more than the search profile is indexed at all.
enum class Visibility : std::uint8_t {
  open,          ///< Vacancies and taxonomy: anyone.
  pseudonymous,  ///< Search profile: who may search candidates.
  caseload,      ///< Search profile, but only for the mediators of that caseload; the server decides.
  organisation   ///< Nobody: it decides which organisation sees the document at all.
};

/// How the values of a filter are compared.
enum class FilterForm : std::uint8_t {
  exact,  ///< Codes and URIs: byte by byte.
  folded  ///< Names of places and sectors in words: as text::normalise gives them.
};

inline constexpr int no_slot = -1;

struct Field {
  Corpus corpus = Corpus::candidates;
  std::string_view name;         ///< In filters, facets, fragments and before the colon of a query.
  std::string_view dutch;        ///< May stand before the colon as well.
  std::string_view source;       ///< Where the values come from: JSON names of the record, T: its taxonomy concepts.
  std::string_view text_prefix;  ///< Before each word in the index; empty: not searched as text.
  std::uint32_t weight = 0;      ///< How often a word of this field counts in a search over all fields; 0 for filters.
  std::string_view filter_prefix;  ///< Before each exact value; empty: no filter.
  FilterForm form = FilterForm::exact;
  int facet_slot = no_slot;  ///< Value slot with the values to count; no_slot: no facet.
  Visibility visibility = Visibility::pseudonymous;

  constexpr bool is_text() const { return !text_prefix.empty(); }
  constexpr bool is_filter() const { return !filter_prefix.empty(); }
  constexpr bool is_facet() const { return facet_slot != no_slot; }
};

/// Value slots that every document has; facets start at first_facet_slot.
inline constexpr unsigned id_slot = 0;       ///< 16 bytes, big-endian: order of equals.
inline constexpr unsigned version_slot = 1;  ///< 8 bytes, big-endian.
inline constexpr unsigned newest_slot =
    2;  ///< Days before the year 2200 (4 bytes) and the id: newest first when rising.
inline constexpr unsigned closing_slot = 3;  ///< Days to the closing date (4 bytes) and the id: soonest first.
inline constexpr int first_facet_slot = 8;

/// Parts the values in a facet slot, and stands alone in that of a document that says "none"; a document that leaves
/// the field blank has an empty slot.
/// Never inside a value, since terms and values hold no control characters.
inline constexpr char facet_separator = '\x1F';

/// Every field of every corpus, in a fixed order.
std::span<const Field> all_fields();

/// By its English or its Dutch name; nullptr when the corpus has no such field.
const Field* find_field(Corpus corpus, std::string_view name);

/// The same for a name that the program itself uses. Throws internal.
const Field& field(Corpus corpus, std::string_view name);

/// SHA-256 of the table and of the version of the analysis: two indexes with the same hash hold the same terms.
std::string schema_hash();

}  // namespace passend::index
