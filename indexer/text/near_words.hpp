// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace passend::text {

/// A word that may be meant, with how often it is met.
struct KnownWord {
  std::string word;  ///< Normalised.
  std::uint32_t frequency = 0;
};

/// A known word near to one that was typed.
struct NearWord {
  std::string word;
  std::uint32_t frequency = 0;
  int distance = 0;  ///< 1 or 2.
};

/// How many slips of the finger are allowed in a word in normalised form: none below four letters and in codes, one in
/// four to seven letters, two from eight on.
int allowed_distance(std::string_view word);

/// The known words within the allowed distance of a word in normalised form, itself not among them, at most `most`: the
/// nearest first, then the most frequent, then by alphabet. A slip is a letter too many, missing or wrong, or two
/// neighbours swapped (Damerau, 1964; no letter is touched twice). `known` is sorted by the bytes of its words, none
/// twice: it is walked as a trie, and branches that are too far off are not entered. Codes are never proposed.
std::vector<NearWord> near_words(std::string_view word, std::span<const KnownWord> known, std::size_t most);

}  // namespace passend::text
