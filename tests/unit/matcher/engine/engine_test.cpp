// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/engine.hpp"
#include "matcher/criteria/geometric_mean.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <thread>

#include "indexer/base/error.hpp"
#include "matcher/engine/score.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::engine {
namespace {

using world::candidate_id;
using world::vacancy_id;

ConceptRef named(const char* label) {
  return {"", label};
}

SearchProfile person(int number, const char* occupation) {
  SearchProfile profile;
  profile.id = candidate_id(number);
  profile.wanted_occupations = {named(occupation)};
  profile.mobility.postcode = "1201";
  profile.mobility.maximum_distance_km = 20;
  return profile;
}

Vacancy vacancy(int number, const char* occupation) {
  Vacancy record;
  record.id = vacancy_id(number);
  record.title = occupation;
  record.occupation = named(occupation);
  record.location.postcode = "1202";
  return record;
}

TEST(Engine, RanksTheSameOccupationBeforeARelatedOneAndAnotherOneLast) {
  const Executor executor(2);
  const auto pool = world::pool_of({person(1, "kok"), person(2, "orderpicker"), person(3, "magazijnmedewerker")},
                                   {vacancy(1, "magazijnmedewerker")});
  const Engine engine(pool, criteria::default_weights(), executor, {world::today()});
  const auto page = engine.candidates_for(vacancy_id(1), {});
  ASSERT_EQ(page.rows.size(), 3U);
  EXPECT_EQ(page.rows[0].id, candidate_id(3).value);
  EXPECT_EQ(page.rows[0].combined.expected_bp, 10'000);
  EXPECT_EQ(page.rows[1].id, candidate_id(2).value);
  EXPECT_EQ(page.rows[2].id, candidate_id(1).value);
  EXPECT_EQ(page.rows[0].distance_m, 5'000);
}

class SmallEngine : public testing::Test {
 protected:
  MatchPage vacancies(MatchQuery query) const { return engine.vacancies_for(candidate_id(1), query); }
  static ErrorCode code_of(const std::function<void()>& work) {
    try {
      work();
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::internal;
  }
  static Vacancy closing(int number, int days_from_today) {
    auto record = vacancy(number, "kok");
    record.closes = Date{world::today().days + days_from_today};
    record.posted = Date{world::today().days - number};
    return record;
  }

  const Executor executor{2};
  const std::shared_ptr<const pool::Pool> pool =
      world::pool_of({person(1, "kok")}, {closing(1, -1), closing(2, 0), closing(3, 1)});
  const Engine engine{pool, criteria::default_weights(), executor, {world::today()}};
};

TEST_F(SmallEngine, ListsNoVacancyThatClosedBeforeToday) {
  const auto page = vacancies({Lane::fits, SortBy::freshness});
  ASSERT_EQ(page.rows.size(), 2U);
  EXPECT_EQ(page.rows[0].id, vacancy_id(2).value);
  EXPECT_EQ(page.rows[1].id, vacancy_id(3).value);
  EXPECT_EQ(page.lane_counts[0], 2U);
}

TEST_F(SmallEngine, StillMatchesAVacancyThatClosedWhenItIsAskedFor) {
  EXPECT_EQ(engine.candidates_for(vacancy_id(1), {}).rows.size(), 1U);
}

TEST_F(SmallEngine, RefusesRecordsThatThePoolDoesNotHold) {
  EXPECT_EQ(code_of([&] { engine.candidates_for(vacancy_id(9), {}); }), ErrorCode::not_found);
  EXPECT_EQ(code_of([&] { engine.vacancies_for(candidate_id(9), {}); }), ErrorCode::not_found);
  EXPECT_EQ(code_of([&] { engine.explain(candidate_id(9), vacancy_id(1), 0); }), ErrorCode::not_found);
}

TEST_F(SmallEngine, NamesEverythingThatIsWrongWithAQuery) {
  try {
    vacancies({Lane::falls_short, SortBy::combined, 0, 1'001});
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    EXPECT_EQ(error.violations().size(), 3U);
  }
  EXPECT_EQ(code_of([&] { vacancies({Lane::fits, SortBy::combined, 1, 0}); }), ErrorCode::invalid_input);
}

TEST_F(SmallEngine, ReturnsAnEmptyPageBeyondTheLastOne) {
  for (const std::uint64_t page : {std::uint64_t{2}, std::uint64_t{1} << 60, ~std::uint64_t{0}}) {
    EXPECT_TRUE(vacancies({Lane::fits, SortBy::combined, page, 1'000}).rows.empty());
  }
}

TEST_F(SmallEngine, RecordsWhatAReplayNeeds) {
  const auto run = vacancies({Lane::fits, SortBy::combined, 1, 25, 77}).run;
  EXPECT_FALSE(run.engine_version.empty());
  EXPECT_EQ(run.weights_name, "default-1");
  EXPECT_EQ(run.taxonomy_hash, pool->taxonomy().hash());
  EXPECT_EQ(run.seed, 77U);
  EXPECT_EQ(run.today, world::today());
}

TEST_F(SmallEngine, RefusesWeightsOutsideTheirRange) {
  auto weights = criteria::default_weights();
  weights.demand.base[0] = -1;
  EXPECT_EQ(code_of([&] { Engine(pool, weights, executor, {world::today()}); }), ErrorCode::configuration);
}

TEST(Engine, MatchesInAPoolWithoutAnybody) {
  const Executor executor(1);
  const Engine engine(world::pool_of({}, {vacancy(1, "kok")}), criteria::default_weights(), executor, {world::today()});
  EXPECT_TRUE(engine.candidates_for(vacancy_id(1), {}).rows.empty());
}

TEST(Engine, GivesTheSameAnswersToManyThreadsAtOnce) {
  Random random(5);
  const auto region = world::random_region(random, 60, 40);
  const auto pool = world::pool_of(region.people, region.vacancies);
  const Executor executor(2);
  const Engine alone(pool, criteria::default_weights(), executor, {world::today()});
  const Engine shared(pool, criteria::default_weights(), executor, {world::today()});
  std::vector<std::vector<MatchRow>> rows(4);
  std::vector<std::thread> threads;
  for (auto& own : rows) {
    threads.emplace_back([&] { own = shared.vacancies_for(world::candidates_of(*pool)[0].id, {}).rows; });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& own : rows) EXPECT_EQ(own, alone.vacancies_for(world::candidates_of(*pool)[0].id, {}).rows);
}

TEST(Engine, OrdersEqualsByTheSeedAndNotByRegistration) {
  std::vector<SearchProfile> people;
  for (int number = 1; number <= 20; ++number) people.push_back(person(number, "kok"));
  const Executor executor(1);
  const Engine engine(world::pool_of(people, {vacancy(1, "kok")}), criteria::default_weights(), executor,
                      {world::today()});
  const auto order = [&](std::uint64_t seed) {
    return engine.candidates_for(vacancy_id(1), {Lane::fits, SortBy::combined, 1, 25, seed}).rows;
  };
  EXPECT_EQ(order(1), order(1));
  EXPECT_NE(order(1)[0].id, order(2)[0].id);
  EXPECT_FALSE(std::is_sorted(order(1).begin(), order(1).end(),
                              [](const MatchRow& a, const MatchRow& b) { return a.id < b.id; }));
}

TEST(IntegerSquareRoot, IsExactOverTheWholeRangeOfScores) {
  for (std::uint64_t root = 0; root <= 10'000; ++root) {
    EXPECT_EQ(criteria::integer_square_root(root * root), root);
    if (root > 0) {
      EXPECT_EQ(criteria::integer_square_root(root * root - 1), root - 1);
    }
    EXPECT_EQ(criteria::integer_square_root(root * root + root), root);
  }
}

}  // namespace
}  // namespace passend::engine
