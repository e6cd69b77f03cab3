// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "indexer/text/lexicon.hpp"

namespace passend::text {

/// A word as it goes into a lexicon.
struct LexiconWord {
  LexiconEntry entry;  ///< The rule is made by the writer.
  std::string base;    ///< Empty: the word itself.
};

/// The bytes of a lexicon (see Lexicon). Equal words give equal bytes. A base that shares too little with its word to
/// be made by a rule (more than 6 letters to add) counts as the word itself. Throws invalid_input beyond 16 million
/// words or edges.
std::string write_lexicon(const std::map<std::string, LexiconWord>& words);

}  // namespace passend::text
