// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/extract/reading.hpp"

namespace passend::extract {

/// Words in normalised form with single blanks, and what they mean. A word that ends in * stands for all that begin so.
template <class Meaning>
struct Phrase {
  std::string_view words;
  Meaning means;
};

/// A table of phrases, put in order when it is compiled.
template <class Meaning, std::size_t n>
consteval std::array<Phrase<Meaning>, n> phrases(std::array<Phrase<Meaning>, n> table) {
  std::sort(table.begin(), table.end(), [](const auto& a, const auto& b) { return a.words < b.words; });
  return table;
}

/// How many words of the text, from `first` on, the phrase covers; 0 when they differ. Never beyond a sentence, and no
/// comma, colon or bracket may stand within.
std::size_t length_of_match(const Reading& reading, std::size_t first, std::string_view phrase);

template <class Meaning>
struct Match {
  Meaning means;
  std::size_t length = 0;  ///< Words.
};

/// The longest phrase of the table that the text has from the word `first` on.
template <class Meaning, std::size_t n>
std::optional<Match<Meaning>> match(const std::array<Phrase<Meaning>, n>& table, const Reading& reading,
                                    std::size_t first) {
  if (first >= reading.size()) return std::nullopt;
  const std::string_view form = reading.form(first);
  const char initial = form.front();
  // Most phrases of a letter differ in their second one.
  const auto may_match = [&](std::string_view words) {
    return words.size() < 2 || form.size() < 2 || words[1] == form[1] || words[1] == '*';
  };
  auto entry = std::lower_bound(table.begin(), table.end(), initial,
                                [](const auto& phrase, char byte) { return phrase.words.front() < byte; });
  std::optional<Match<Meaning>> best;
  for (; entry != table.end() && entry->words.front() == initial; ++entry) {
    if (!may_match(entry->words)) continue;
    const std::size_t length = length_of_match(reading, first, entry->words);
    if (length > (best ? best->length : 0)) best = Match<Meaning>{entry->means, length};
  }
  return best;
}

}  // namespace passend::extract
