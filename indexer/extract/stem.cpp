// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/label_spotter.hpp"

namespace passend::extract {
namespace {

constexpr std::size_t shortest = 5;  ///< Shorter words keep their endings.

bool is_vowel(char byte) {
  return std::string_view("aeiouy").find(byte) != std::string_view::npos;
}

void strip(std::string& word, std::string_view ending) {
  if (word.size() >= shortest && word.ends_with(ending)) word.resize(word.size() - ending.size());
}

}  // namespace

std::string stem(std::string_view form) {
  std::string word(form);
  if (word.size() < shortest) return word;
  strip(word, "'s");
  if (!word.ends_with("ics")) strip(word, "s");  // "economics" is no more of "economic".
  if (word.size() >= shortest && word.ends_with("en")) {
    word.resize(word.size() - 2);
  } else {
    strip(word, "e");
  }
  if (word.size() >= shortest && word.ends_with('t') && !is_vowel(word[word.size() - 2])) word.pop_back();
  // "bakken", "bakt"; "maken", "maakt"; "schrijven", "schrijft"; "lezen", "leest".
  if (word.size() > 2 && word.back() == word[word.size() - 2] && !is_vowel(word.back())) word.pop_back();
  const std::size_t last = word.size() - 1;
  if (word.size() > 3 && word[last - 1] == word[last - 2] && is_vowel(word[last - 1])) word.erase(last - 1, 1);
  if (word.back() == 'v') word.back() = 'f';
  if (word.back() == 'z') word.back() = 's';
  return word;
}

}  // namespace passend::extract
