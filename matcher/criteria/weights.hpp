// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <string>

#include "indexer/model/codes.hpp"
#include "matcher/criteria/judgement.hpp"

namespace passend::criteria {

/// What one side finds important when it has not said so itself.
struct SideWeights {
  std::array<int, criterion_count> base{};               ///< 0..1000 by Criterion; 0: never counts in the score.
  std::array<Importance, criterion_count> importance{};  ///< For a stated value without a stated importance.
  bool operator==(const SideWeights&) const = default;
};

/// A weights profile. The weight of a criterion is `base x multiplier[importance]`.
struct Weights {
  std::string name;
  SideWeights demand;
  SideWeights supply;
  std::array<int, 4> multiplier{};  ///< 0..100 by Importance; of `ignored` always 0.
  bool operator==(const Weights&) const = default;

  const SideWeights& of(Side side) const { return side == Side::demand ? demand : supply; }
};

inline constexpr int highest_base = 1'000;
inline constexpr int highest_multiplier = 100;
/// Occupation is always asked, so that no side is ever without weight.
constexpr int lowest_base(Criterion criterion) {
  return criterion == Criterion::occupation ? 1 : 0;
}

/// The profile named default that is built in (profiles.hpp); docs/matching.md gives its table and the reasons.
Weights default_weights();

/// Throws configuration with every rule that a profile breaks: names the criterion and the allowed range.
void verify(const Weights& weights);

}  // namespace passend::criteria
