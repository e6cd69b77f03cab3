// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/compound_splits.hpp"

#include <algorithm>
#include <array>

namespace passend::text {
namespace {

constexpr std::size_t shortest_part = 3;

// Found on the words of the list itself, see docs/quality.md.
constexpr int modifier_weight = 10;
constexpr int head_weight = 13;
constexpr int linking_cost = 230;
constexpr int short_modifier_cost = 277;
constexpr int short_head_cost = 369;
constexpr int long_parts_gain = 58;
constexpr int usual_size = 4;
constexpr int most_gained = 10;

}  // namespace

int split_score(const CompoundSplit& split, std::size_t word_size) {
  const int left = static_cast<int>(split.left_end);
  const int right = static_cast<int>(word_size - split.right_begin);
  int score = modifier_weight * (split.left.modifier - 1) + head_weight * (split.right.head - 1);
  if (split.right_begin > split.left_end) score -= linking_cost;
  score -= short_modifier_cost * std::max(0, usual_size - left) + short_head_cost * std::max(0, usual_size - right);
  if (std::min(left, right) > usual_size)
    score += long_parts_gain * std::min(most_gained, left + right - 2 * usual_size);
  return score;
}

std::vector<CompoundSplit> compound_splits(const Lexicon& lexicon, std::string_view word) {
  std::vector<CompoundSplit> splits;
  if (word.size() < 2 * shortest_part || word.size() > longest_compound) return splits;
  const auto add = [&](std::size_t left_end, std::size_t right_begin, const LexiconEntry& left) {
    if (right_begin + shortest_part > word.size()) return false;
    const auto right = lexicon.find(word.substr(right_begin));
    if (!right || right->head == 0) return false;
    splits.push_back({left_end, right_begin, left, *right, 0});
    splits.back().score = split_score(splits.back(), word.size());
    return true;
  };
  lexicon.for_each_prefix(word, [&](std::size_t end, const LexiconEntry& left) {
    if (end < shortest_part || left.modifier == 0) return;
    const bool begins = add(end, end, left);
    if (end == word.size() || word[end] != 's' || end == shortest_part || !add(end, end + 1, left)) return;
    // An s that can begin or end a word seldom links: a zeilschip is no chip, a plaatsnaam no plaat.
    const auto with_s = lexicon.find(word.substr(0, end + 1));
    if (begins || (with_s && with_s->modifier > 0)) splits.back().score -= linking_cost;
  });
  return splits;
}

}  // namespace passend::text
