// SPDX-License-Identifier: EUPL-1.2
#include "matcher/selection/network.hpp"

namespace passend::selection {

ProblemNetwork network_of(const Problem& problem) {
  ProblemNetwork made;
  auto& network = made.network;
  made.source = network.add_node();
  for (const auto& caseload : problem.caseloads) {
    made.caseload_nodes.push_back(network.add_node());
    made.caseload_arcs.push_back(
        network.add({made.source, made.caseload_nodes.back(), caseload.places.least, caseload.places.most, 0}));
  }
  for (const auto& person : problem.people) {
    made.people_nodes.push_back(network.add_node());
    made.people_arcs.push_back(network.add(
        {made.caseload_nodes[person.caseload], made.people_nodes.back(), 0, problem.most_vacancies_per_person, 0}));
  }
  for (const auto& vacancy : problem.vacancies) {
    made.vacancy_nodes.push_back(network.add_node());
    made.vacancy_arcs.push_back(
        network.add({made.vacancy_nodes.back(), made.source, vacancy.people.least, vacancy.people.most, 0}));
  }
  for (const auto& pair : problem.pairs) {
    made.pair_arcs.push_back(network.add({made.people_nodes[pair.person], made.vacancy_nodes[pair.vacancy], 0, 1, 0}));
  }
  return made;
}

}  // namespace passend::selection
