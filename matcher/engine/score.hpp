// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/criteria/pair.hpp"
#include "matcher/criteria/side_plan.hpp"
#include "matcher/engine/match.hpp"

/// From judgements to scores, in whole numbers.
namespace passend::engine {

using criteria::Rates;
using criteria::SidePlan;

struct SideScore {
  Score score;
  std::uint32_t open_criteria = 0;    ///< Required and unknown.
  std::uint32_t failed_criteria = 0;  ///< Required and not met.
};

struct PairScore {
  Score combined;
  Score demand;
  Score supply;
  std::optional<int> distance_m;
  /// Required and unknown, required and not met: by Side.
  std::array<std::uint32_t, 2> open{};
  std::array<std::uint32_t, 2> failed{};
  std::uint32_t open_criteria() const { return open[0] | open[1]; }
  std::uint32_t failed_criteria() const { return failed[0] | failed[1]; }
  Lane lane() const {
    return failed_criteria() != 0 ? Lane::falls_short : open_criteria() != 0 ? Lane::one_question_open : Lane::fits;
  }
};

/// Weighted mean of the degrees, rounded down; an unknown as 0 (low), as 10000 (high), as its rate (expected).
SideScore score_side(const SidePlan& plan, const criteria::Pair& pair, const Rates& rates);

/// The geometric mean of the two sides, rounded down, for each of the three figures.
PairScore combine(const SideScore& demand, const SideScore& supply, const std::optional<int>& distance_m);

/// The same side in full: each criterion with its evidence, and contributions that add up to `expected_bp` exactly
/// (apportion.hpp).
std::vector<CriterionResult> explain_side(const SidePlan& plan, Side side, const criteria::Pair& pair,
                                          const Rates& rates, const taxonomy::Taxonomy& taxonomy);

}  // namespace passend::engine
