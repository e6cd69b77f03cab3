// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/engine/engine.hpp"

namespace passend::insight {

/// Where somebody stands, or would stand.
struct Standing {
  engine::Lane lane = engine::Lane::fits;
  std::uint64_t rank = 0;  ///< In the lane; 0 when they fall short still.
  engine::Score combined;
  bool operator==(const Standing&) const = default;
};

/// A requirement that is not met, and by whom it was set.
struct FailedRequirement {
  Criterion criterion = Criterion::occupation;
  /// demand: the employer's, who can waive it. supply: the person's own, which no employer can waive.
  engine::Side side = engine::Side::demand;
  /// With this one requirement waived (it counts as important) and everyone ranked anew. Absent for a person's own.
  std::optional<Standing> if_waived;
  bool operator==(const FailedRequirement&) const = default;
};

struct WhyNot {
  engine::PairExplanation now;            ///< As it is, in full.
  std::vector<FailedRequirement> failed;  ///< In the order of Criterion, demand before supply; empty: nothing fails.
  /// With every failed requirement of the employer waived. Absent when there is none.
  std::optional<Standing> if_all_waived;
};

/// Why somebody is not in the list of a vacancy. Throws not_found when the pool has no such person.
WhyNot why_not(const engine::Engine& engine, CandidateId candidate, const pool::VacancyFacts& vacancy,
               std::uint64_t seed);

}  // namespace passend::insight
