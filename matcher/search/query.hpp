// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/fields.hpp"

/// The query language. Every word is wanted, in the form written or with the same stem, in any field:
///
///   query  = part { part }                        all parts are wanted
///   part   = "-" atom                                 without it
///          | "?" any | any                            wished: in front when it is there; wanted
///   any    = atom { ("OR" | "OF") atom }              any one of them
///   atom   = word | "phrase" | word* | field:word | field:"phrase" | field:word* | ( query )
///
/// OR binds tighter than the space, as in the search engines people know: `kok OR chef hilversum` wants hilversum.
/// AND and EN between words say what holds anyway and are skipped, as is punctuation that stands alone. A word of
/// several parts ("heftruck-chauffeur") wants each of them. A query of wishes alone wants at least one of them. Common
/// small words ("de", "in") are skipped where others are left.
namespace passend::search {

inline constexpr std::size_t max_query_bytes = 512;
inline constexpr std::size_t max_query_words = 32;
inline constexpr std::size_t max_query_nesting = 8;
inline constexpr std::size_t max_wildcards = 2;
inline constexpr std::size_t min_wildcard_letters = 3;
inline constexpr std::size_t max_wildcard_words = 50;  ///< How many words of the index a wildcard may stand for.

enum class QueryKind : std::uint8_t {
  everything,  ///< No condition.
  word,        ///< words[0], or another form of it.
  prefix,      ///< A word that begins with words[0].
  phrase,      ///< Exactly these words, one after the other.
  all_of,      ///< Every child, none of the excluded.
  any_of       ///< At least one child.
};

/// A piece of the query as typed, in bytes, [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Query {
  QueryKind kind = QueryKind::everything;
  const index::Field* field = nullptr;  ///< nullptr: any field.
  std::vector<std::string> words;       ///< As text::words gives them.
  std::vector<Query> children;
  std::vector<Query> excluded;  ///< Of all_of.
  std::vector<Query> wished;    ///< Of all_of.
  Span span;                    ///< Of a part: all of it, with - or ?. Of a word, prefix or phrase inside: its text.
  std::size_t place = 0;        ///< Character of the query where it begins, from 1.
};

/// Throws invalid_input for whatever breaks the grammar or a limit, with the character where it happens and what to do.
Query parse_query(std::string_view text, index::Corpus corpus);

/// The error of a query; `place` in characters from 1, 0: the query as a whole.
[[noreturn]] void refuse_query(std::size_t place, const std::string& problem);

}  // namespace passend::search
