// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "matcher/search/search.hpp"

namespace passend::search {

inline constexpr std::size_t max_drops = 12;  ///< Parts that are tried; each costs a search.

/// What a part of the request keeps away.
struct Drop {
  std::optional<std::size_t> chip;    ///< In Page::chips; absent for a filter.
  std::optional<std::size_t> filter;  ///< In Request::filters.
  std::uint64_t total = 0;            ///< Found without it.
};

struct BetterQuery {
  std::string query;
  std::uint64_t total = 0;
};

/// What can be done about a request that finds nothing.
struct EmptyHelp {
  std::vector<Drop> drops;  ///< Only those that bring something, most first.
  std::optional<BetterQuery> did_you_mean;
};

/// Tries each part and each filter left out, and the query with its misspelled words put right. Counts are exact, of
/// people as well: who shows them keeps small ones back.
EmptyHelp help_with_nothing(const Searcher& searcher, index::Corpus corpus, const Request& request,
                            const WordList& taxonomy_words);

}  // namespace passend::search
