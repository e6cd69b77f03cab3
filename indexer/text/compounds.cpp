// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/compounds.hpp"

#include <algorithm>
#include <map>

#include "indexer/text/compound_splits.hpp"
#include "indexer/text/lexicon_writer.hpp"

namespace passend::text {
namespace {

constexpr std::size_t shortest_added = 5;
constexpr std::size_t shortest_head = 4;
/// As of a word that was found in three others.
constexpr std::uint8_t added_productivity = 56;
/// Compounds of compounds of compounds; deeper ones are not written.
constexpr int deepest = 2;

bool is_word_of_letters(std::string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char byte) { return static_cast<unsigned char>(byte) < 0x80 && (byte < 'a' || byte > 'z'); });
}

}  // namespace

struct Compounds::Choice {
  std::size_t left_end = 0;
  std::size_t right_begin = 0;  ///< 0: no split.
  int score = 0;
};

Compounds Compounds::with_words(std::span<const std::string> words) const {
  std::map<std::string, LexiconWord> added;
  for (const std::string& word : words) {
    if (word.size() < shortest_added || word.size() > longest_compound || !is_word_of_letters(word) || find(word))
      continue;
    added[word].entry = {added_productivity, added_productivity, false, 0};
  }
  Compounds result = *this;
  result.more_bytes_ = std::make_shared<const std::string>(write_lexicon(added));
  result.more_.emplace(*result.more_bytes_);
  return result;
}

std::optional<LexiconEntry> Compounds::find(std::string_view word) const {
  const auto found = lexicon_.find(word);
  return found || !more_ ? found : more_->find(word);
}

std::string Compounds::base_form(std::string_view word) const {
  const auto found = lexicon_.find(word);
  return found ? lexicon_.base(word, *found) : std::string(word);
}

/// Of all ways to read the word as modifier and head the surest; where the modifier is no known word, it may be a
/// compound itself, unless the whole is known and so would have been read already.
Compounds::Choice Compounds::best_split(std::string_view word, int depth) const {
  Choice best;
  best.score = surest_chance - 1;
  const auto consider = [&](const CompoundSplit& split, int score) {
    if (score > best.score) best = {split.left_end, split.right_begin, score};
  };
  const auto consider_left = [&](std::size_t end, std::size_t begin, const LexiconEntry& right) {
    CompoundSplit split{end, begin, {1, 0, false, 0}, right, 0};
    const auto known = find(word.substr(0, end));
    if (known) split.left = *known;
    if (known ? known->modifier > 0 : best_split(word.substr(0, end), depth + 1).right_begin > 0)
      consider(split, split_score(split, word.size()));
  };
  for (const CompoundSplit& split : compound_splits(lexicon_, word)) consider(split, split.score);
  if (best.right_begin > 0 || depth == deepest || lexicon_.find(word)) return best;
  for (std::size_t begin = shortest_head; begin + shortest_head <= word.size(); ++begin) {
    const auto right = find(word.substr(begin));
    if (!right || right->head == 0) continue;
    consider_left(begin, begin, *right);
    if (word[begin - 1] == 's') consider_left(begin - 1, begin, *right);
  }
  return best;
}

std::vector<std::string> Compounds::parts(std::string_view word) const {
  if (word.size() > longest_compound || !is_word_of_letters(word)) return {};
  std::string whole(word);
  if (const auto known = find(word)) {
    if (known->whole) return {};
    whole = base_form(word);
    const auto as_base = find(whole);
    if (as_base && as_base->whole) return {};
  }
  const Choice choice = best_split(whole, 0);
  if (choice.right_begin == 0) return {};
  const std::string_view read = whole;
  return {base_form(read.substr(0, choice.left_end)), base_form(read.substr(choice.right_begin))};
}

}  // namespace passend::text
