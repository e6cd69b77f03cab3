// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "matcher/selection/flow.hpp"
#include "matcher/selection/selection.hpp"

namespace passend::selection {

/// A problem as a network: source -> caseloads -> people -> vacancies -> source, one unit a place.
struct ProblemNetwork {
  Network network;
  std::uint32_t source = 0;
  std::vector<std::uint32_t> caseload_nodes;
  std::vector<std::uint32_t> people_nodes;
  std::vector<std::uint32_t> vacancy_nodes;
  std::vector<std::size_t> caseload_arcs;
  std::vector<std::size_t> people_arcs;
  std::vector<std::size_t> pair_arcs;  ///< By position in Problem::pairs; cost 0.
  std::vector<std::size_t> vacancy_arcs;
};
ProblemNetwork network_of(const Problem& problem);

/// Whether the limits can be met, and if not which fall short, least in all.
struct Feasibility {
  std::vector<Shortage> shortages;
  std::int64_t missing = 0;
  std::vector<Bottleneck> bottlenecks;
};
Feasibility feasibility(const Problem& problem, const ProblemNetwork& plain);

}  // namespace passend::selection
