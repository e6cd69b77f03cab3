// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "indexer/taxonomy/similarity.hpp"

namespace passend::taxonomy {

/// Likeness by direct overlap alone, the yardstick for anything cleverer: occupations and competences are as alike as
/// the weighted Jaccard coefficient of what they share, members of one group are equally alike, hierarchy counts as in
/// similarity.hpp. Written for clarity. At most `similarity::most_related` for one concept, nearest first.
std::vector<SimilarPair> by_direct_overlap(const Draft& draft);

}  // namespace passend::taxonomy
