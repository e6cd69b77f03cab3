// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>

#include "indexer/pool/facts.hpp"

namespace passend::criteria {

/// From here on an occupation is near enough to be called the same line of work.
inline constexpr int near_enough_bp = 5'000;
/// What a person has done counts slightly less than what a person wants to do.
inline constexpr int past_factor_bp = 9'500;

/// How like an occupation is to that of the vacancy, 0..10000; 0 when the vacancy's is not known.
inline int occupation_likeness_bp(const pool::VacancyFacts& vacancy, pool::Concept occupation) {
  const auto& kin = vacancy.like_occupations;
  const auto found = std::lower_bound(kin.begin(), kin.end(), occupation,
                                      [](const pool::Likeness& a, pool::Concept b) { return a.concept_index < b; });
  return found != kin.end() && found->concept_index == occupation ? found->similarity_bp : 0;
}

}  // namespace passend::criteria
