// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstddef>
#include <span>

#include "matcher/criteria/rules.hpp"
#include "matcher/criteria/weights.hpp"

namespace passend::criteria {

/// One criterion that a side has set, with what it counts for.
struct PlannedCriterion {
  Criterion criterion = Criterion::occupation;
  Importance importance = Importance::ignored;
  int weight = 0;
  Judge judge = nullptr;
};

/// The criteria that one side has set, in the order of Criterion. Never empty and never without weight: a side that
/// asks nothing has the one line "everything suits".
class SidePlan {
 public:
  std::span<const PlannedCriterion> criteria() const { return {criteria_.data(), count_}; }
  int total_weight() const { return total_weight_; }

  void add(const PlannedCriterion& planned) {
    criteria_[count_++] = planned;
    total_weight_ += planned.weight;
  }

 private:
  std::array<PlannedCriterion, criterion_count + 1> criteria_{};
  std::size_t count_ = 0;
  int total_weight_ = 0;
};

/// What an unknown counts for, by Criterion: basis points.
using Rates = std::array<int, criterion_count>;

/// What the vacancy demands of any person; what the person wishes of any vacancy.
SidePlan demand_plan(const pool::VacancyFacts& vacancy, const Weights& weights);
SidePlan supply_plan(const pool::CandidateFacts& candidate, const Weights& weights);

}  // namespace passend::criteria
