// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/base/error.hpp"
#include "matcher/selection/network.hpp"

namespace passend::selection {
namespace {

/// Arcs that make up for what is missing, at a cost of one each: straight from the source to a vacancy, and from a
/// caseload straight back to the source. With them there always is a circulation, and the cheapest misses least.
struct Relief {
  Shortage::Of of = Shortage::Of::vacancy;
  std::uint32_t position = 0;
  std::int64_t asked = 0;
  std::size_t arc = 0;
};

std::vector<Relief> add_relief(const Problem& problem, const ProblemNetwork& plain, Network& network) {
  std::vector<Relief> reliefs;
  for (std::uint32_t i = 0; i < problem.vacancies.size(); ++i) {
    const auto least = problem.vacancies[i].people.least;
    if (least == 0) continue;
    const auto arc = network.add({plain.source, plain.vacancy_nodes[i], 0, least, 1});
    reliefs.push_back({Shortage::Of::vacancy, i, least, arc});
  }
  for (std::uint32_t i = 0; i < problem.caseloads.size(); ++i) {
    const auto least = problem.caseloads[i].places.least;
    if (least == 0) continue;
    const auto arc = network.add({plain.caseload_nodes[i], plain.source, 0, least, 1});
    reliefs.push_back({Shortage::Of::caseload, i, least, arc});
  }
  return reliefs;
}

/// The nodes from which more could still flow to `goal`, reliefs left out.
std::vector<bool> able_to_reach(std::uint32_t goal, const Network& network, const std::vector<std::int64_t>& flow) {
  std::vector<std::vector<std::uint32_t>> before(network.nodes);
  for (std::size_t i = 0; i < network.arcs.size(); ++i) {
    const auto& arc = network.arcs[i];
    if (flow[i] < arc.most) before[arc.to].push_back(arc.from);
    if (flow[i] > arc.least) before[arc.from].push_back(arc.to);  // What flows there could be taken back.
  }
  std::vector<bool> able(network.nodes, false);
  std::vector<std::uint32_t> open{goal};
  able[goal] = true;
  while (!open.empty()) {
    const auto node = open.back();
    open.pop_back();
    for (const auto earlier : before[node]) {
      if (able[earlier]) continue;
      able[earlier] = true;
      open.push_back(earlier);
    }
  }
  return able;
}

/// The minimum cut around a vacancy that falls short: all that leads into it is full.
Bottleneck bottleneck_at(std::uint32_t vacancy, const Problem& problem, const ProblemNetwork& plain,
                         const std::vector<std::int64_t>& flow) {
  const auto able = able_to_reach(plain.vacancy_nodes[vacancy], plain.network, flow);
  Bottleneck bottleneck;
  for (std::uint32_t i = 0; i < problem.vacancies.size(); ++i) {
    if (!able[plain.vacancy_nodes[i]]) continue;
    bottleneck.vacancies.push_back(i);
    bottleneck.asked += problem.vacancies[i].people.least;
  }
  for (std::uint32_t i = 0; i < problem.caseloads.size(); ++i) {
    if (able[plain.caseload_nodes[i]]) bottleneck.caseloads.push_back(i);
  }
  for (const auto& pair : problem.pairs) {
    if (able[plain.vacancy_nodes[pair.vacancy]]) bottleneck.people.push_back(pair.person);
  }
  std::sort(bottleneck.people.begin(), bottleneck.people.end());
  bottleneck.people.erase(std::unique(bottleneck.people.begin(), bottleneck.people.end()), bottleneck.people.end());
  for (std::size_t i = 0; i < plain.network.arcs.size(); ++i) {
    const auto& arc = plain.network.arcs[i];
    if (!able[arc.from] && able[arc.to]) bottleneck.attainable += flow[i];
    // A caseload that must place a number of people somewhere takes them from here.
    if (able[arc.from] && !able[arc.to] && arc.to != plain.source) bottleneck.attainable -= flow[i];
  }
  return bottleneck;
}

}  // namespace

Feasibility feasibility(const Problem& problem, const ProblemNetwork& plain) {
  Feasibility found;
  auto network = plain.network;
  const auto reliefs = add_relief(problem, plain, network);
  if (reliefs.empty()) return found;  // Without lower limits nothing can contradict.
  const auto flow = cheapest_circulation(network);
  if (!flow) throw Error(ErrorCode::internal, "the selection has no circulation although every limit is relieved");
  std::vector<bool> explained(problem.vacancies.size(), false);
  for (const auto& relief : reliefs) {
    const auto missing = (*flow)[relief.arc];
    if (missing == 0) continue;
    found.shortages.push_back({relief.of, relief.position, relief.asked, missing});
    found.missing += missing;
    if (relief.of != Shortage::Of::vacancy || explained[relief.position]) continue;
    found.bottlenecks.push_back(bottleneck_at(relief.position, problem, plain, *flow));
    for (const auto vacancy : found.bottlenecks.back().vacancies) explained[vacancy] = true;
  }
  return found;
}

}  // namespace passend::selection
