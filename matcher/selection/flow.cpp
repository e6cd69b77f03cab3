// SPDX-License-Identifier: EUPL-1.2
#include "matcher/selection/flow.hpp"

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <numeric>

namespace passend::selection {

std::optional<std::vector<std::int64_t>> cheapest_circulation(const Network& network) {
  using Graph = lemon::StaticDigraph;
  using Solver = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;
  // The graph wants its arcs in the order of the nodes that they leave.
  std::vector<std::size_t> order(network.arcs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return network.arcs[a].from < network.arcs[b].from; });
  std::vector<std::pair<int, int>> ends;
  ends.reserve(order.size());
  for (const auto i : order) {
    ends.emplace_back(static_cast<int>(network.arcs[i].from), static_cast<int>(network.arcs[i].to));
  }
  Graph graph;
  graph.build(static_cast<int>(network.nodes), ends.begin(), ends.end());
  Graph::ArcMap<std::int64_t> least(graph);
  Graph::ArcMap<std::int64_t> most(graph);
  Graph::ArcMap<std::int64_t> cost(graph);
  for (std::size_t place = 0; place < order.size(); ++place) {
    const auto& arc = network.arcs[order[place]];
    const auto graph_arc = graph.arc(static_cast<int>(place));
    least[graph_arc] = arc.least;
    most[graph_arc] = arc.most;
    cost[graph_arc] = arc.cost;
  }
  Solver solver(graph);
  solver.lowerMap(least).upperMap(most).costMap(cost);
  if (solver.run() != Solver::OPTIMAL) return std::nullopt;
  std::vector<std::int64_t> amounts(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    amounts[order[place]] = solver.flow(graph.arc(static_cast<int>(place)));
  }
  return amounts;
}

}  // namespace passend::selection
