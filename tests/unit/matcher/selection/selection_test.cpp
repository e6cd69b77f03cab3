// SPDX-License-Identifier: EUPL-1.2
#include "matcher/selection/selection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "indexer/base/error.hpp"
#include "indexer/base/random.hpp"
#include "matcher/selection/score_matrix.hpp"
#include "tests/unit/matcher/selection/brute_force.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::selection::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Limits random_limits(Random& random, int highest) {
  const int most = random.between(0, highest);
  return {random.chance(40) ? random.between(0, most) : 0, most};
}

/// At most 5 people, 4 vacancies and 3 caseloads, with scores so alike that totals are often equal.
Problem random_problem(Random& random) {
  Problem problem;
  problem.seed = random.next();
  problem.most_vacancies_per_person = random.between(1, 3);
  for (int i = random.between(1, 4); i > 0; --i) problem.vacancies.push_back({{random.id()}, random_limits(random, 4)});
  const int caseloads = random.between(1, 3);
  for (int i = 0; i < caseloads; ++i) {
    problem.caseloads.push_back({"caseload " + std::to_string(i), random_limits(random, 6)});
  }
  for (int i = random.between(1, 5); i > 0; --i) {
    problem.people.push_back(
        {{random.id()}, static_cast<std::uint32_t>(random.below(static_cast<std::uint64_t>(caseloads)))});
  }
  const int density = random.between(20, 90);
  for (std::uint32_t person = 0; person < problem.people.size(); ++person) {
    for (std::uint32_t vacancy = 0; vacancy < problem.vacancies.size(); ++vacancy) {
      const int score = random.chance(50) ? random.between(0, 3) * 2'500 : random.between(0, 10'000);
      if (random.chance(density) && problem.pairs.size() < 14) problem.pairs.push_back({person, vacancy, score});
    }
  }
  return problem;
}

TEST(Selection, IsTheBestOfAllSetsOnThousandsOfSmallProblems) {
  Random random(20261122);
  int feasible = 0;
  int infeasible = 0;
  for (int round = 0; round < 10'000; ++round) {
    const auto problem = random_problem(random);
    const auto best = best_by_trying_everything(problem);
    const auto selection = select(problem);
    ASSERT_EQ(selection.missing, best.missing) << "round " << round;
    ASSERT_EQ(selection.total_bp, best.missing == 0 ? best.total_bp : 0) << "round " << round;
    if (best.missing != 0) {
      ++infeasible;
      EXPECT_THAT(selection.chosen, IsEmpty());
      continue;
    }
    ++feasible;
    EXPECT_THAT(selection.shortages, IsEmpty());
    EXPECT_EQ(missing_places(problem, selection.chosen), 0) << "round " << round;
    std::int64_t total = 0;
    for (const auto& pair : selection.chosen) {
      EXPECT_NE(std::find(problem.pairs.begin(), problem.pairs.end(), pair), problem.pairs.end());
      total += pair.score_bp;
    }
    EXPECT_EQ(total, selection.total_bp);
  }
  EXPECT_GT(feasible, 3'000);
  EXPECT_GT(infeasible, 2'000);
}

TEST(Selection, SaysByHowMuchEachLimitFallsShortAndWhatIsFull) {
  Random random(7);
  int bottlenecks = 0;
  for (int round = 0; round < 3'000; ++round) {
    auto problem = random_problem(random);
    // Of the vacancies alone, so that each shortage has a cut.
    for (auto& caseload : problem.caseloads) caseload.places.least = 0;
    const auto selection = select(problem);
    std::int64_t missing = 0;
    for (const auto& shortage : selection.shortages) {
      EXPECT_EQ(shortage.asked, problem.vacancies.at(shortage.position).people.least);
      EXPECT_GE(shortage.asked, shortage.missing);
      missing += shortage.missing;
    }
    EXPECT_EQ(missing, selection.missing);
    for (const auto& bottleneck : selection.bottlenecks) {
      ++bottlenecks;
      EXPECT_GT(bottleneck.asked, bottleneck.attainable);
      // The proof: with the vacancies of the bottleneck alone as much is missing.
      auto alone = problem;
      for (std::uint32_t i = 0; i < alone.vacancies.size(); ++i) {
        const auto& in = bottleneck.vacancies;
        if (std::find(in.begin(), in.end(), i) == in.end()) alone.vacancies[i].people = {0, 0};
      }
      EXPECT_EQ(best_by_trying_everything(alone).missing, bottleneck.asked - bottleneck.attainable)
          << "round " << round;
    }
  }
  EXPECT_GT(bottlenecks, 200);
}

Problem two_caseloads() {
  Problem problem;
  problem.caseloads = {{"Noord", {0, 2}}, {"Zuid", {0, 2}}};
  problem.vacancies = {{world::vacancy_id(1), {0, 2}}, {world::vacancy_id(2), {0, 2}}};
  for (int i = 0; i < 4; ++i) problem.people.push_back({world::candidate_id(i), i < 3 ? 0U : 1U});
  problem.pairs = {{0, 0, 9'000}, {1, 0, 8'900}, {2, 0, 8'800}, {3, 0, 5'000},
                   {0, 1, 8'950}, {1, 1, 7'000}, {2, 1, 8'000}, {3, 1, 4'900}};
  return problem;
}

TEST(Selection, SpreadsOverCaseloads) {
  auto problem = two_caseloads();
  problem.caseloads[0].places.most = 4;
  EXPECT_EQ(select(problem).total_bp, 8'900 + 8'800 + 8'950 + 4'900);
  problem.caseloads[0].places.most = 2;
  const auto selection = select(problem);
  EXPECT_EQ(selection.total_bp, 8'950 + 8'900 + 5'000);
  EXPECT_THAT(selection.chosen, ElementsAre(Pair{1, 0, 8'900}, Pair{3, 0, 5'000}, Pair{0, 1, 8'950}));
}

TEST(Selection, ExplainsAContradictionInWords) {
  auto problem = two_caseloads();
  problem.vacancies[0].people = {2, 2};
  problem.vacancies[1].people = {2, 2};
  const auto selection = select(problem);
  EXPECT_EQ(selection.missing, 1);
  ASSERT_EQ(selection.shortages.size(), 1U);
  EXPECT_THAT(to_text(selection.shortages[0], problem), HasSubstr("at least 2 asked, 1 of them cannot be given"));
  ASSERT_EQ(selection.bottlenecks.size(), 1U);
  const auto text = to_text(selection.bottlenecks[0], problem);
  EXPECT_THAT(text, HasSubstr("ask for at least 4 in all; at most 3 can come: 4 people fit"));
  EXPECT_THAT(text, HasSubstr("full: caseload 'Noord' (2)"));
}

TEST(Selection, ExplainsACaseloadThatCannotHaveItsLeast) {
  auto problem = two_caseloads();
  problem.caseloads[1].places = {2, 2};
  const auto selection = select(problem);
  ASSERT_EQ(selection.shortages.size(), 1U);
  EXPECT_EQ(to_text(selection.shortages[0], problem), "caseload 'Zuid': at least 2 asked, 1 of them cannot be given");
}

template <class T>
std::vector<std::uint32_t> shuffle(std::vector<T>& items, Random& random) {
  std::vector<std::uint32_t> place(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) place[i] = i;
  for (std::size_t i = items.size(); i > 1; --i) {
    const auto j = random.below(i);
    std::swap(items[i - 1], items[j]);
    std::swap(place[i - 1], place[j]);
  }
  return place;  // What stands here came from there.
}

using Named = std::set<std::pair<CandidateId, VacancyId>>;
Named named(const Problem& problem, const Selection& selection) {
  Named names;
  for (const auto& pair : selection.chosen) {
    names.emplace(problem.people[pair.person].candidate, problem.vacancies[pair.vacancy].vacancy);
  }
  return names;
}

TEST(Selection, DoesNotDependOnTheOrderOfTheInput) {
  Random random(3);
  for (int round = 0; round < 500; ++round) {
    const auto problem = random_problem(random);
    auto other = problem;
    const auto people = shuffle(other.people, random);
    const auto vacancies = shuffle(other.vacancies, random);
    for (auto& pair : other.pairs) {
      pair.person = static_cast<std::uint32_t>(std::find(people.begin(), people.end(), pair.person) - people.begin());
      pair.vacancy =
          static_cast<std::uint32_t>(std::find(vacancies.begin(), vacancies.end(), pair.vacancy) - vacancies.begin());
    }
    shuffle(other.pairs, random);
    EXPECT_EQ(named(problem, select(problem)), named(other, select(other))) << "round " << round;
  }
}

TEST(Selection, DecidesAmongEqualsBySeedAndNotByRegistration) {
  Problem problem;
  problem.caseloads = {{"all", {0, 10}}};
  problem.vacancies = {{world::vacancy_id(1), {1, 1}}};
  for (int i = 0; i < 8; ++i) {
    problem.people.push_back({world::candidate_id(i), 0});
    problem.pairs.push_back({static_cast<std::uint32_t>(i), 0, 7'000});
  }
  std::set<std::uint32_t> chosen;
  for (problem.seed = 0; problem.seed < 100; ++problem.seed) chosen.insert(select(problem).chosen.at(0).person);
  EXPECT_EQ(chosen.size(), 8U);
}

TEST(Selection, RefusesLimitsThatAreNone) {
  auto problem = two_caseloads();
  problem.vacancies[0].people = {3, 2};
  problem.people[0].caseload = 9;
  problem.pairs.push_back(problem.pairs.front());
  try {
    select(problem);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    EXPECT_EQ(error.violations().size(), 3U);
  }
}

TEST(Selection, OfNothingIsEmpty) {
  EXPECT_THAT(select({}).chosen, IsEmpty());
  Problem problem;
  problem.vacancies = {{world::vacancy_id(1), {2, 2}}};
  const auto selection = select(problem);
  EXPECT_EQ(selection.missing, 2);
  EXPECT_THAT(to_text(selection.bottlenecks.at(0), problem), HasSubstr("at most 0 can come: 0 people"));
}

TEST(Selection, TakesScoresFromTheEngine) {
  Random random(5);
  const auto region = world::random_region(random, 60, 8);
  const auto pool = world::pool_of(region.people, region.vacancies);
  const Executor executor(2);
  const engine::Engine engine(pool, criteria::default_weights(), executor, {.today = world::today()});
  std::vector<WantedPeople> vacancies;
  for (const auto& vacancy : region.vacancies) vacancies.push_back({vacancy.id, {0, 5}});
  std::vector<Person> people;
  for (const auto& person : region.people) people.push_back({person.id, 0});
  people.push_back({CandidateId::random(), 0});  // Withdrawn since.
  const auto pairs = fitting_pairs(engine, executor, vacancies, people);
  EXPECT_FALSE(pairs.empty());
  for (const auto& pair : pairs) {
    const auto explained = engine.explain_pair(people[pair.person].candidate, vacancies[pair.vacancy].vacancy, 0);
    EXPECT_EQ(explained.lane, engine::Lane::fits);
    EXPECT_EQ(explained.combined.expected_bp, pair.score_bp);
  }
  vacancies.push_back({VacancyId::random(), {0, 1}});
  EXPECT_THROW(fitting_pairs(engine, executor, vacancies, people), Error);
}

}  // namespace
}  // namespace passend::selection::test
