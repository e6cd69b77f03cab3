// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "matcher/insight/relaxations.hpp"

/// What a person needs the work to offer is told to nobody by way of a count: figures about working conditions are
/// given from five people up. All other figures are given as they are, since the people counted may be listed by name
/// anyway.
namespace passend::insight {

inline constexpr std::uint64_t fewest_people = 5;

/// Those that may be given, the ones that cost most people first: by who falls short on it alone, then by who fails it.
std::vector<engine::RequirementCost> costs_to_show(const std::vector<engine::RequirementCost>& costs);
/// Those that may be given, in their order.
std::vector<Relaxation> steps_to_show(const std::vector<Relaxation>& steps);

}  // namespace passend::insight
