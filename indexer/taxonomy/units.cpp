// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/units.hpp"

#include <algorithm>
#include <array>

#include "indexer/taxonomy/grams.hpp"
#include "indexer/text/compounds.hpp"

namespace passend::taxonomy {
namespace {

constexpr int deepest_split = 3;

bool is_word_of_grammar(std::string_view word) {
  constexpr std::array<std::string_view, 38> words{
      "aan", "an",  "and", "at",  "auf", "bei", "bij", "by",  "das", "de",   "den",  "der", "des",
      "die", "een", "en",  "for", "fur", "het", "im",  "in",  "met", "mit",  "of",   "op",  "or",
      "te",  "ten", "ter", "the", "tot", "uit", "und", "van", "von", "voor", "with", "zu"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

bool cut(std::string& word, std::string_view ending, std::size_t least_left) {
  if (word.size() < ending.size() + least_left || !word.ends_with(ending)) return false;
  word.resize(word.size() - ending.size());
  return true;
}

/// Endings of number and inflection, then the spelling of an open and a closed syllable made the same: "leraren" and
/// "leraar" are lerar, "bussen" and "bus" bus, "huizen" and "huis" huis.
std::string without_ending(std::string word) {
  if (word.size() <= 4) return word;
  if (!cut(word, "en", 3) && !cut(word, "es", 4) && !cut(word, "s", 3)) cut(word, "e", 3);
  if (word.size() > 3 && word[word.size() - 1] == word[word.size() - 2] && !is_vowel(word.back())) word.pop_back();
  const std::size_t size = word.size();
  if (size >= 4 && word[size - 2] == word[size - 3] && is_vowel(word[size - 2]) && !is_vowel(word[size - 1])) {
    word.erase(size - 2, 1);
  }
  if (word.back() == 'v') word.back() = 'f';
  if (word.back() == 'z') word.back() = 's';
  return word;
}

void add_parts(std::vector<Unit>& units, const std::string& part, const text::Compounds* compounds, Unit place,
               int depth) {
  const auto parts =
      compounds == nullptr || depth == deepest_split ? std::vector<std::string>() : compounds->parts(part);
  if (parts.empty()) {
    place.text = without_ending(part);
    place.form = part;
    units.push_back(std::move(place));
  }
  for (const std::string& inner : parts) add_parts(units, inner, compounds, place, depth + 1);
}

const text::Compounds* compounds_of(Splitting splitting) {
  switch (splitting) {
    case Splitting::dutch:
      return &text::dutch_compounds();
    case Splitting::german:
      return &text::german_compounds();
    case Splitting::none:
      break;
  }
  return nullptr;
}

}  // namespace

Splitting splitting_of(std::string_view language) {
  if (language == "nl") return Splitting::dutch;
  return language == "de" ? Splitting::german : Splitting::none;
}

std::vector<Unit> units_of(std::string_view normalised, Splitting splitting) {
  const text::Compounds* compounds = compounds_of(splitting);
  std::vector<Unit> units;
  std::uint32_t place = 0;
  for (const std::string_view word : gram_words(normalised)) {
    if (is_word_of_grammar(word)) continue;
    add_parts(units, std::string(word), compounds, {.text = {}, .form = {}, .word = place}, 0);
    ++place;
  }
  return units;
}

}  // namespace passend::taxonomy
