// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/text/lexicon.hpp"

namespace passend::text {

/// One way to read a word as two: a modifier, perhaps a linking s, a head.
struct CompoundSplit {
  std::size_t left_end = 0;     ///< The modifier is [0, left_end).
  std::size_t right_begin = 0;  ///< left_end, or one further past a linking s.
  LexiconEntry left;
  LexiconEntry right;
  int score = 0;  ///< More is surer; in tenths of 1/16 octave of productivity.
};

/// Below this a split is as likely to be chance.
inline constexpr int surest_chance = 1330;

/// The words that are looked at are no longer; longer ones are no words of a text.
inline constexpr std::size_t longest_compound = 64;

/// Every way to read a word as a known modifier and a known head, whatever its score.
std::vector<CompoundSplit> compound_splits(const Lexicon& lexicon, std::string_view word);

/// How sure a split is: how productive both parts are, the head counting more; parts of three letters meet by chance,
/// long ones do not.
int split_score(const CompoundSplit& split, std::size_t word_size);

}  // namespace passend::text
