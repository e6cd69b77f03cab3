// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "indexer/taxonomy/draft.hpp"

namespace passend::taxonomy {

struct AlikeLabels {
  DraftIndex a = 0;
  DraftIndex b = 0;
  int likeness_bp = 0;  ///< 10000 for the same words.
};

/// The competences whose preferred labels in one language are alike, from `least_bp` up: "heftruck rijden" and
/// "reachtruck rijden" by the word that they share and by what the other words share. Likeness is the cosine of the
/// rarity-weighted words and sequences of four letters within them, a sequence for a third of a word: those let the
/// parts of Dutch compounds speak. Integer arithmetic; in no order that matters.
std::vector<AlikeLabels> alike_labels(const Draft& draft, const std::vector<DraftIndex>& competences, int least_bp);

}  // namespace passend::taxonomy
