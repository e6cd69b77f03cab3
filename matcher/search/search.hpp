// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/index/fields.hpp"
#include "matcher/search/chips.hpp"
#include "matcher/search/word_list.hpp"

/// Text search over the Xapian indexes: our own small query grammar, field weights, filters, facets, highlighting,
/// paging.
namespace passend::search {

/// Exact filter: a document passes when the field has any one of the values. Field names: index/fields.hpp.
struct Filter {
  std::string field;
  std::vector<std::string> values;
  bool or_unknown = false;  ///< A document that leaves the field blank passes as well.
};

enum class Order : std::uint8_t {
  relevance,
  newest,
  nearest,  ///< By Request::distance_m.
  closing   ///< Of vacancies: by closing date, soonest first, without one last.
};

inline constexpr std::size_t max_within = 1'000;
inline constexpr std::uint64_t max_page_size = 10'000;

/// Whether hits say where they answer the query: it takes longer than finding them.
enum class Highlight : std::uint8_t { nothing, fragments };

struct Request {
  std::string
      query;  ///< May be empty: everything that passes the filters. Grammar and limits: matcher/search/query.hpp.
  std::vector<Filter> filters;
  std::vector<std::string> facets;  ///< Fields to count values of, over all results.
  Order order = Order::relevance;
  std::map<std::string, std::uint32_t> distance_m;  ///< By four-digit postcode, for Order::nearest; others come last.
  std::optional<std::vector<Id128>> within;         ///< Only these, at most 1000: a selection or a list of matches.
  std::optional<Id128> like;     ///< Records that resemble this one, most alike first, itself left out.
  std::uint64_t page = 1;        ///< From 1.
  std::uint64_t page_size = 25;  ///< 1..max_page_size
  Highlight highlight = Highlight::fragments;
};

/// A piece of text, marked when it answers the query.
struct Run {
  std::string text;
  bool marked = false;
};

struct Fragment {
  std::string field;
  std::vector<Run> runs;
};

struct Hit {
  Id128 id;
  double relevance = 0;
  std::vector<Fragment> fragments;  ///< Empty when nothing was searched for, or nothing is to be highlighted.
};

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

struct Facet {
  std::vector<FacetValue> values;  ///< By falling count, then by value.
  std::uint64_t unknown = 0;       ///< Documents that leave the field blank.
};

struct Page {
  std::uint64_t total = 0;
  std::vector<Hit> hits;
  std::map<std::string, Facet> facets;  ///< By the name that was asked for.
  std::vector<Chip> chips;              ///< The query as it was understood.
  std::int64_t position = 0;            ///< Position of the change feed that the index covers.
  std::int64_t microseconds = 0;
};

/// Opens the current generation of each index for reading. Thread-safe: each call uses its own Xapian objects.
class Searcher {
 public:
  /// `index_directory` as written by index::Indexer. Throws index_missing, index_corrupt.
  explicit Searcher(const std::filesystem::path& index_directory);
  ~Searcher();

  /// Throws invalid_input for a query or filter that breaks the grammar or the limits, naming the place, and not_found
  /// when the record to resemble is not in the index.
  Page search(index::Corpus corpus, const Request& request) const;
  Page candidates(const Request& request) const { return search(index::Corpus::candidates, request); }
  Page vacancies(const Request& request) const { return search(index::Corpus::vacancies, request); }
  /// The query with each word that nothing holds put right, when that can be done: by words of the taxonomy and of
  /// vacancies, never by words of people. Codes are left alone. Throws invalid_input.
  std::optional<std::string> did_you_mean(const std::string& query, index::Corpus corpus,
                                          const WordList& taxonomy_words) const;
  /// In how many records of both kinds each concept stands, by URI; for Suggester, which asks it once for each concept.
  std::function<std::uint64_t(std::string_view uri)> usage() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace passend::search
