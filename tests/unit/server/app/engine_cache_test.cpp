// SPDX-License-Identifier: EUPL-1.2
#include "server/app/engine_cache.hpp"

#include <gtest/gtest.h>

#include "tests/world/world.hpp"

namespace passend {
namespace {

/// One person and one vacancy of each system.
std::shared_ptr<const pool::Pool> pool_of(const std::vector<std::string>& systems) {
  std::vector<SearchProfile> people;
  std::vector<Vacancy> vacancies;
  for (const std::string& system : systems) {
    const int number = static_cast<int>(people.size()) + 1;
    people.emplace_back().id = world::candidate_id(number);
    people.back().source = {system, std::to_string(number)};
    vacancies.emplace_back().id = world::vacancy_id(number);
    vacancies.back().source = {system, std::to_string(number)};
    vacancies.back().title = "kok";
  }
  return world::pool_of(people, vacancies);
}

std::shared_ptr<const Boundary> only(const std::string& system) {
  return std::make_shared<const Boundary>(Boundary{system, {system}, {system}, {system}});
}

class EngineCacheOver : public testing::Test {
 protected:
  EngineCacheOver() { cache.renew(pool_of({"a", "b", "b"}), world::today()); }

  std::uint64_t people(const std::shared_ptr<const engine::Engine>& engine) const {
    return engine->pool().candidate_count();
  }

  Executor executor{1};
  EngineCache cache{criteria::default_weights(), executor};
};

TEST_F(EngineCacheOver, GivesEachOrganisationItsOwnPartAndKeepsIt) {
  EXPECT_EQ(people(cache.current()), 3U);
  EXPECT_EQ(people(cache.current(nullptr)), 3U);
  const auto a = cache.current(only("a"));
  EXPECT_EQ(people(a), 1U);
  EXPECT_EQ(people(cache.current(only("b"))), 2U);
  EXPECT_EQ(cache.current(only("a")), a);
}

TEST_F(EngineCacheOver, TellsOrganisationsApartWithOtherWeightsToo) {
  auto weights = criteria::default_weights();
  weights.name = "other-1";
  weights.demand.base[0] = 7;
  EXPECT_EQ(people(cache.weighing(weights, nullptr)), 3U);
  EXPECT_EQ(people(cache.weighing(weights, only("a"))), 1U);
  EXPECT_EQ(people(cache.weighing(weights, only("b"))), 2U);
  EXPECT_EQ(cache.weighing(weights, only("a"))->weights(), weights);
}

TEST_F(EngineCacheOver, NeverAnswersFromAnEarlierSnapshot) {
  const auto before = cache.current(only("b"));
  cache.renew(pool_of({"a", "b"}), world::today());
  const auto after = cache.current(only("b"));
  EXPECT_EQ(people(before), 2U);
  EXPECT_EQ(people(after), 1U);
  EXPECT_EQ(cache.current(only("b")), after);
  cache.renew(pool_of({"b", "b", "b", "b"}), Date{world::today().days + 1});
  EXPECT_EQ(people(cache.current(only("b"))), 4U);
  EXPECT_EQ(cache.current(only("b"))->circumstances().today.days, world::today().days + 1);
  EXPECT_EQ(people(cache.current(only("a"))), 0U);
}

TEST_F(EngineCacheOver, LetsGoOfASnapshotThatNobodyAsksForAnyMore) {
  std::weak_ptr<const engine::Engine> idle = cache.current(only("a"));
  cache.renew(pool_of({"a"}), world::today());
  cache.renew(pool_of({"a", "a"}), world::today());
  EXPECT_TRUE(idle.expired());
  EXPECT_EQ(people(cache.current(only("a"))), 2U);
}

}  // namespace
}  // namespace passend
