// SPDX-License-Identifier: EUPL-1.2
// Problems too large to try every set: what proves the best one there.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "indexer/base/random.hpp"
#include "matcher/selection/selection.hpp"
#include "tests/unit/matcher/selection/brute_force.hpp"

namespace passend::selection::test {
namespace {

Problem event(std::uint64_t seed, int people, int vacancies, int percent_fitting) {
  Random random(seed);
  Problem problem;
  problem.seed = seed;
  problem.most_vacancies_per_person = 2;
  for (int i = 0; i < vacancies; ++i) problem.vacancies.push_back({{random.id()}, {5, 20}});
  for (int i = 0; i < 12; ++i) problem.caseloads.push_back({"caseload " + std::to_string(i), {0, people / 20}});
  for (int i = 0; i < people; ++i)
    problem.people.push_back({{random.id()}, static_cast<std::uint32_t>(random.below(12))});
  for (std::uint32_t person = 0; person < problem.people.size(); ++person) {
    for (std::uint32_t vacancy = 0; vacancy < problem.vacancies.size(); ++vacancy) {
      if (random.chance(percent_fitting)) problem.pairs.push_back({person, vacancy, random.between(4'000, 9'999)});
    }
  }
  return problem;
}

/// One change of a set: one pair or caseload or vacancy place more or less, as arcs of the residual network.
struct Step {
  std::size_t from = 0;
  std::size_t to = 0;
  std::int64_t loss = 0;
};

/// Nodes: 0 the outside, then caseloads, people, vacancies.
std::vector<Step> steps_from(const Problem& problem, const Selection& selection) {
  const auto caseload = [](std::size_t i) { return 1 + i; };
  const auto person = [&](std::size_t i) { return 1 + problem.caseloads.size() + i; };
  const auto vacancy = [&](std::size_t i) { return person(problem.people.size()) + i; };
  std::vector<std::int64_t> of_person(problem.people.size());
  std::vector<std::int64_t> of_vacancy(problem.vacancies.size());
  std::vector<std::int64_t> of_caseload(problem.caseloads.size());
  std::vector<std::vector<bool>> chosen(problem.people.size(), std::vector<bool>(problem.vacancies.size()));
  for (const auto& pair : selection.chosen) {
    chosen[pair.person][pair.vacancy] = true;
    ++of_person[pair.person];
    ++of_vacancy[pair.vacancy];
    ++of_caseload[problem.people[pair.person].caseload];
  }
  std::vector<Step> steps;
  const auto add = [&](std::size_t from, std::size_t to, std::int64_t flow, const Limits& limits) {
    if (flow < limits.most) steps.push_back({from, to, 0});
    if (flow > limits.least) steps.push_back({to, from, 0});
  };
  for (std::size_t i = 0; i < of_caseload.size(); ++i) add(0, caseload(i), of_caseload[i], problem.caseloads[i].places);
  for (std::size_t i = 0; i < of_person.size(); ++i) {
    add(caseload(problem.people[i].caseload), person(i), of_person[i], {0, problem.most_vacancies_per_person});
  }
  for (std::size_t i = 0; i < of_vacancy.size(); ++i) add(vacancy(i), 0, of_vacancy[i], problem.vacancies[i].people);
  for (const auto& pair : problem.pairs) {
    const bool taken = chosen[pair.person][pair.vacancy];
    steps.push_back(taken ? Step{vacancy(pair.vacancy), person(pair.person), pair.score_bp}
                          : Step{person(pair.person), vacancy(pair.vacancy), -pair.score_bp});
  }
  return steps;
}

/// Whether a round of steps exists that gains: a negative cycle, by Bellman and Ford.
bool can_be_bettered(const Problem& problem, const Selection& selection) {
  const auto steps = steps_from(problem, selection);
  const std::size_t nodes = 1 + problem.caseloads.size() + problem.people.size() + problem.vacancies.size();
  std::vector<std::int64_t> loss(nodes, 0);
  for (std::size_t round = 0; round < nodes; ++round) {
    bool changed = false;
    for (const auto& step : steps) {
      if (loss[step.from] + step.loss >= loss[step.to]) continue;
      loss[step.to] = loss[step.from] + step.loss;
      changed = true;
    }
    if (!changed) return false;
  }
  return true;
}

TEST(SelectionCertificate, NoExchangeBettersALargerSelection) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto problem = event(seed, 150, 12, 30);
    const auto selection = select(problem);
    ASSERT_EQ(selection.missing, 0) << "seed " << seed;
    EXPECT_EQ(missing_places(problem, selection.chosen), 0);
    EXPECT_FALSE(can_be_bettered(problem, selection)) << "seed " << seed;
  }
}

TEST(SelectionCertificate, SeesASelectionThatIsNotTheBest) {
  const auto problem = event(1, 150, 12, 30);
  auto worse = select(problem);
  for (auto& pair : worse.chosen) {
    for (const auto& other : problem.pairs) {
      if (other.vacancy != pair.vacancy || other.score_bp >= pair.score_bp) continue;
      auto changed = worse;
      changed.chosen[static_cast<std::size_t>(&pair - worse.chosen.data())] = other;
      if (missing_places(problem, changed.chosen) != 0) continue;
      EXPECT_TRUE(can_be_bettered(problem, changed));
      return;
    }
  }
  FAIL() << "no worse set found";
}

TEST(SelectionCertificate, TwoThousandPeopleForFiftyVacanciesTakeSeconds) {
  const auto problem = event(1, 2'000, 50, 40);
  const auto start = std::chrono::steady_clock::now();
  const auto selection = select(problem);
  const auto milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
  std::printf("selection: 2,000 people, 50 vacancies, %zu pairs: %zu places in %lld ms\n", problem.pairs.size(),
              selection.chosen.size(), static_cast<long long>(milliseconds));
  EXPECT_EQ(missing_places(problem, selection.chosen), 0);
  EXPECT_FALSE(can_be_bettered(problem, selection));
}

}  // namespace
}  // namespace passend::selection::test
