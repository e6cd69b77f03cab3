// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/index/document.hpp"
#include "indexer/index/stemmer.hpp"
#include "matcher/search/query.hpp"
#include "matcher/search/search.hpp"

namespace passend::search {

inline constexpr std::size_t max_fragments = 6;        ///< Of a hit.
inline constexpr std::size_t max_fragment_words = 36;  ///< Of a longer text the part that answers most is shown.

/// Finds in stored texts what a query wanted: the same reading of words as the index has, so that what is marked is
/// what was found. Excluded words are never marked.
class Highlighter {
 public:
  Highlighter(const Query& query, index::Stemmer& stemmer);

  /// The texts that answer, one of each field, in the order in which the document has them.
  std::vector<Fragment> fragments(const std::vector<index::FieldText>& texts);

 private:
  struct Wanted {
    QueryKind kind = QueryKind::word;
    const index::Field* field = nullptr;
    std::vector<std::string> words;
    std::string stem;                ///< Of a word.
    std::vector<std::string> parts;  ///< Of a word that is a compound: the stems of its parts.
  };
  struct Reading;

  void collect(const Query& query);
  Reading read(const index::FieldText& text);
  bool is_answer(const Wanted& wanted, const std::string& form);
  std::size_t length_of_answer(const Wanted& wanted, const Reading& reading, std::size_t word);

  std::vector<Wanted> wanted_;
  index::Stemmer& stemmer_;
};

}  // namespace passend::search
