// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/stopwords.hpp"

#include <algorithm>
#include <array>

namespace passend::search {
namespace {

constexpr auto words = std::to_array<std::string_view>(
    {"a",   "aan", "als",  "an",   "and", "at",  "bij",  "binnen", "d",    "dat", "de", "den",
     "der", "die", "dit",  "door", "een", "en",  "for",  "het",    "ik",   "in",  "is", "je",
     "met", "na",  "naar", "of",   "om",  "on",  "onze", "op",     "or",   "s",   "t",  "te",
     "ter", "the", "to",   "tot",  "uit", "van", "voor", "wij",    "with", "zijn"});

}  // namespace

bool is_stopword(std::string_view normalised_word) {
  return std::find(words.begin(), words.end(), normalised_word) != words.end();
}

}  // namespace passend::search
