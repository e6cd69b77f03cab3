// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/lexicon/training.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "indexer/text/compound_splits.hpp"
#include "indexer/text/lexicon_writer.hpp"

namespace passend::lexicon {
namespace {

constexpr int rounds = 3;
/// Counts are kept in twelfths, so that the first round can share one word out over its readings.
constexpr std::uint64_t unit = 12;
/// What the project adds to the count of its own nouns.
constexpr std::uint64_t own_count = 3 * unit;

using Words = std::map<std::string, text::LexiconWord>;

struct Counts {
  std::unordered_map<std::string, std::uint64_t> modifier;
  std::unordered_map<std::string, std::uint64_t> head;
};

/// 16 log2(x / y), rounded down, for x >= y > 0; in integers, so that every machine says the same.
int sixteenths_of_log2(std::uint64_t x, std::uint64_t y) {
  constexpr int bits = 31;
  int octaves = 0;
  while (x / 2 >= y) {
    y *= 2;
    ++octaves;
  }
  std::uint64_t ratio = (x << bits) / y;  // 1 <= ratio < 2, in 31 bits after the point.
  int result = octaves;
  for (int i = 0; i < 4; ++i) {
    ratio = ratio * ratio >> bits;
    const bool over = ratio >> (bits + 1) != 0;
    if (over) ratio >>= 1;
    result = result * 2 + (over ? 1 : 0);
  }
  return result;
}

std::uint8_t productivity(const std::unordered_map<std::string, std::uint64_t>& counts, const std::string& base) {
  const auto found = counts.find(base);
  const std::uint64_t count = found == counts.end() ? 0 : found->second;
  // 1 + count / 0.3 = (3 unit + 10 count) / (3 unit), with the count in units.
  return static_cast<std::uint8_t>(std::min(255, 1 + sixteenths_of_log2(3 * unit + 10 * count, 3 * unit)));
}

void set_productivity(Words& words, const Counts& counts) {
  for (auto& [word, described] : words) {
    const std::string& base = described.base.empty() ? word : described.base;
    text::LexiconEntry& entry = described.entry;
    if (entry.modifier > 0) entry.modifier = productivity(counts.modifier, base);
    if (entry.head > 0) entry.head = productivity(counts.head, base);
  }
}

enum class Round : std::uint8_t { first, later };

/// Reads every word that is its own base, and counts the parts.
Counts count_parts(const Words& words, const std::string& bytes, Round round, std::size_t& compounds) {
  const text::Lexicon lexicon(bytes);
  Counts counts;
  compounds = 0;
  const auto count = [&](const std::string& word, const text::CompoundSplit& split, std::uint64_t share) {
    const std::string_view whole = word;
    counts.modifier[lexicon.base(whole.substr(0, split.left_end), split.left)] += share;
    counts.head[lexicon.base(whole.substr(split.right_begin), split.right)] += share;
  };
  for (const auto& [word, described] : words) {
    if (described.entry.whole || !described.base.empty()) continue;
    const auto splits = text::compound_splits(lexicon, word);
    if (splits.empty()) continue;
    if (round == Round::first) {
      for (const auto& split : splits) count(word, split, std::max<std::uint64_t>(1, unit / splits.size()));
      continue;
    }
    const auto best = std::max_element(splits.begin(), splits.end(),
                                       [](const auto& left, const auto& right) { return left.score < right.score; });
    if (best->score < text::surest_chance) continue;
    count(word, *best, unit);
    ++compounds;
  }
  return counts;
}

}  // namespace

Trained train(const WordList& list, const Morphology& morphology) {
  Words words;
  std::set<std::string> own;
  for (const std::string& word : list.sorted()) {
    if (word.size() > text::longest_compound || word.find('\'') != std::string::npos) continue;
    WordRole role = morphology.role(word);
    text::LexiconWord described;
    described.entry = {role.modifier ? std::uint8_t{1} : std::uint8_t{0}, role.head ? std::uint8_t{1} : std::uint8_t{0},
                       role.whole, 0};
    if (role.own) own.insert(role.base);
    if (role.base != word) described.base = std::move(role.base);
    words.emplace(word, std::move(described));
  }
  Trained trained;
  trained.words = words.size();
  for (int round = 0; round <= rounds; ++round) {
    trained.bytes = text::write_lexicon(words);
    Counts counts = count_parts(words, trained.bytes, round == 0 ? Round::first : Round::later, trained.compounds);
    for (const std::string& word : own) {
      counts.modifier[word] += own_count;
      counts.head[word] += own_count;
    }
    set_productivity(words, counts);
  }
  trained.bytes = text::write_lexicon(words);
  return trained;
}

}  // namespace passend::lexicon
