// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "indexer/text/lexicon/morphology.hpp"

namespace passend::lexicon {

struct Trained {
  std::string bytes;  ///< A text::Lexicon.
  std::size_t words = 0;
  std::size_t compounds = 0;  ///< Words of the list that are read as compounds.
};

/// Learns how productive every word is in compounds, from the list alone: reads each word as the surest modifier and
/// head, counts, and reads again with those counts (hard expectation maximisation), until little changes.
Trained train(const WordList& list, const Morphology& morphology);

}  // namespace passend::lexicon
