// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/grams.hpp"

#include <algorithm>

namespace passend::taxonomy {
namespace {

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9') || value == '+' ||
         value == '#';
}

}  // namespace

std::vector<std::string_view> gram_words(std::string_view normalised) {
  std::vector<std::string_view> words;
  std::size_t i = 0;
  while (i < normalised.size()) {
    if (!is_word_byte(normalised[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < normalised.size() && is_word_byte(normalised[i])) ++i;
    words.push_back(normalised.substr(begin, i - begin));
  }
  return words;
}

std::vector<std::uint32_t> grams_of(std::string_view normalised) {
  std::vector<std::uint32_t> grams;
  for (const std::string_view word : gram_words(normalised)) {
    std::uint32_t last = ' ';
    for (std::size_t i = 0; i <= word.size(); ++i) {
      const auto byte = i < word.size() ? static_cast<unsigned char>(word[i]) : static_cast<unsigned char>(' ');
      if (i > 0) grams.push_back((last << 8 | byte) & 0xFFFFFF);
      last = (last << 8 | byte) & 0xFFFF;
    }
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

}  // namespace passend::taxonomy
