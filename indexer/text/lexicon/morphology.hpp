// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <string>

#include "indexer/text/lexicon/word_list.hpp"

namespace passend::lexicon {

/// What a word of the list may be in compounds, by the rules of its language.
struct WordRole {
  std::string base;       ///< Singular, without linking letters; the word itself when it is its own.
  bool modifier = false;  ///< May stand before another word.
  bool head = false;      ///< May stand last.
  bool whole = false;     ///< Is no compound, whatever it looks like.
  bool own = false;       ///< The project says that it stands in compounds, however few the list has.
};

/// The rules of a language; both references must outlive it.
class Morphology {
 public:
  virtual ~Morphology() = default;
  virtual WordRole role(const std::string& word) const = 0;
};

std::unique_ptr<Morphology> dutch_morphology(const WordList& list, const OwnWords& own);
std::unique_ptr<Morphology> german_morphology(const WordList& list, const OwnWords& own);

}  // namespace passend::lexicon
