// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "indexer/pool/facts.hpp"
#include "matcher/criteria/judgement.hpp"
#include "matcher/criteria/pair.hpp"

namespace passend::criteria {

/// From here on an own competence answers a demanded one.
inline constexpr int item_threshold_bp = 7'500;

/// What one own competence is worth for one demanded one. Where the own level is not stated, the benefit of the doubt
/// decides the verdict and the lesser degree counts.
struct AnswerValue {
  int degree_bp = 0;
  int benefit_bp = 0;
};

inline AnswerValue answer_value(const std::optional<Proficiency>& own, const std::optional<Proficiency>& demanded,
                                int similarity_bp) {
  /// What remains of the similarity when the own level is 0, 1, 2, 3 below the demanded one.
  constexpr std::array<int, 4> level_factor_bp{10'000, 7'000, 4'000, 1'000};
  /// The own level is not stated: between "reaches it" and "one below".
  constexpr int unstated_level_factor_bp = 8'500;
  if (!demanded) return {similarity_bp, similarity_bp};
  if (!own) return {similarity_bp * unstated_level_factor_bp / full_bp, similarity_bp};
  const int below = std::max(0, static_cast<int>(*demanded) - static_cast<int>(*own));
  const int degree = similarity_bp * level_factor_bp[static_cast<std::size_t>(below)] / full_bp;
  return {degree, degree};
}

/// Importance x (base + rarity): the rarest counts three times as much as the commonest.
inline std::int64_t item_weight(const pool::DemandedCompetenceFact& item, const Circumstances& circumstances) {
  constexpr int rarity_base_bp = 5'000;
  const int multiplier = circumstances.importance_multiplier[static_cast<std::size_t>(item.importance)];
  return std::int64_t{multiplier} * (rarity_base_bp + item.rarity_bp);
}

}  // namespace passend::criteria
