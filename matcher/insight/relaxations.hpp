// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "matcher/engine/engine.hpp"
#include "matcher/insight/relaxation_steps.hpp"

namespace passend::insight {

/// How many more people; negative where it would be fewer.
struct LaneGain {
  std::int64_t fits = 0;
  std::int64_t one_question_open = 0;
  bool operator==(const LaneGain&) const = default;
};

struct Relaxation {
  RelaxationStep step;
  LaneGain gain;
  bool operator==(const Relaxation&) const = default;
};

/// People for whom the journey is the only thing in the way, and who would be there if the work were this much nearer
/// to them. For information: how far somebody travels is theirs to say, and no step of the employer.
struct NearerWork {
  int km = 0;
  LaneGain gain;
  bool operator==(const NearerWork&) const = default;
};

struct Relaxations {
  std::array<std::uint64_t, 3> lane_counts{};  ///< Of the vacancy as it is, by engine::Lane.
  std::vector<engine::RequirementCost> costs;  ///< Likewise.
  std::vector<Relaxation> steps;               ///< Most people first: by fits, then by one_question_open.
  std::vector<NearerWork> nearer;              ///< Ascending km; empty when the place of the work is not known.
  engine::RunFacts run;
};

/// What each step would bring: the lane counts of the engine for the changed vacancy less those for the vacancy as it
/// is. Takes one pass over the pool per step.
Relaxations relaxations(const engine::Engine& engine, const pool::VacancyFacts& vacancy);

/// Kilometres that `nearer` tells of.
inline constexpr std::array nearer_km{5, 10, 25};
std::vector<NearerWork> nearer_work(const engine::Engine& engine, const pool::VacancyFacts& vacancy);

}  // namespace passend::insight
