// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "indexer/taxonomy/similarity.hpp"

namespace passend::taxonomy {

/// How near the top what was hidden, or what a source says is related, comes back.
struct Recall {
  double reciprocal_rank = 0;  ///< Mean; of equal figures the expected rank counts; not found counts 0.
  double at_10 = 0;            ///< Share found among the first ten.
  std::size_t asked = 0;
};

/// One demand hidden of every occupation that asks for four competences or more, when another asks for it too.
struct HoldOut {
  Draft draft;                                            ///< Without what is hidden.
  std::vector<std::pair<DraftIndex, DraftIndex>> hidden;  ///< Occupation and competence.
};
HoldOut hold_out(const Draft& draft);

/// Ranks all other competences by the sum of their likeness to those that the occupation still asks for.
Recall from_competences(const HoldOut& held, const std::vector<SimilarPair>& pairs);
/// Ranks all other competences by the sum of the likeness of the occupations that ask for them.
Recall from_occupations(const HoldOut& held, const std::vector<SimilarPair>& pairs);
/// Looks each concept of a pair up in the list of the other.
Recall of_related(const Draft& draft, const std::vector<std::pair<DraftIndex, DraftIndex>>& related,
                  const std::vector<SimilarPair>& pairs);

}  // namespace passend::taxonomy
