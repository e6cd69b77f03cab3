// SPDX-License-Identifier: EUPL-1.2
#include "matcher/insight/small_groups.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace passend::insight {
namespace {

bool is_few(std::uint64_t people) {
  return people > 0 && people < fewest_people;
}

std::uint64_t alone(const engine::RequirementCost& cost) {
  return cost.alone_fits + cost.alone_open;
}

bool may_be_given(const engine::RequirementCost& cost) {
  if (cost.criterion != Criterion::working_conditions) return true;
  return !is_few(cost.failing) && !is_few(cost.open) && !is_few(cost.alone_fits) && !is_few(cost.alone_open);
}

bool step_may_be_given(const Relaxation& one) {
  if (one.step.criterion != Criterion::working_conditions) return true;
  const auto few = [](std::int64_t gain) { return is_few(static_cast<std::uint64_t>(std::abs(gain))); };
  return !few(one.gain.fits) && !few(one.gain.one_question_open);
}

}  // namespace

std::vector<engine::RequirementCost> costs_to_show(const std::vector<engine::RequirementCost>& costs) {
  std::vector<engine::RequirementCost> shown;
  std::copy_if(costs.begin(), costs.end(), std::back_inserter(shown), may_be_given);
  std::stable_sort(shown.begin(), shown.end(), [](const auto& a, const auto& b) {
    return alone(a) != alone(b) ? alone(a) > alone(b) : a.failing > b.failing;
  });
  return shown;
}

std::vector<Relaxation> steps_to_show(const std::vector<Relaxation>& steps) {
  std::vector<Relaxation> shown;
  std::copy_if(steps.begin(), steps.end(), std::back_inserter(shown), step_may_be_given);
  return shown;
}

}  // namespace passend::insight
