// SPDX-License-Identifier: EUPL-1.2
// An engine over what an organisation sees of a pool answers as if the pool held nothing else.
#include <gtest/gtest.h>

#include "matcher/engine/engine.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::engine {
namespace {

const std::vector<std::string> systems{"ours", "shown", "near", "far"};

template <class Record>
void spread(std::vector<Record>& records) {
  for (std::size_t i = 0; i < records.size(); ++i) records[i].source.system = systems[i % systems.size()];
}

template <class Record>
std::vector<Record> only(const std::vector<Record>& records, const std::vector<std::string>& seen) {
  std::vector<Record> kept;
  for (const Record& record : records) {
    if (holds_system(seen, record.source.system)) kept.push_back(record);
  }
  return kept;
}

void expect_equal(const MatchPage& one, const MatchPage& other) {
  EXPECT_EQ(one.lane_counts, other.lane_counts);
  EXPECT_EQ(one.rows, other.rows);
  EXPECT_EQ(one.requirement_costs, other.requirement_costs);
}

TEST(EngineBoundary, AnswersAsIfThePoolHeldNothingElse) {
  const Executor executor(2);
  const auto boundary =
      std::make_shared<const Boundary>(Boundary{"us", {"ours"}, {"ours", "shown"}, {"near", "ours", "shown"}});
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    Random random(seed);
    auto region = world::random_region(random, 80, 24);
    spread(region.people);
    spread(region.vacancies);
    const auto pool = world::pool_in_parts(region, random);
    const auto people = only(region.people, boundary->profiles);
    const auto work = only(region.vacancies, boundary->work);
    const Engine whole(pool, criteria::default_weights(), executor, {world::today()});
    const Engine fresh(pool->within(boundary), criteria::default_weights(), executor, {world::today()});
    const Engine follows(pool->within(boundary), fresh, world::today());
    const Engine alone(world::pool_of(people, work), criteria::default_weights(), executor, {world::today()});
    ASSERT_LT(fresh.pool().candidate_count(), whole.pool().candidate_count());
    EXPECT_EQ(fresh.pool().candidate_count(), alone.pool().candidate_count());
    EXPECT_EQ(fresh.pool().vacancy_count(), alone.pool().vacancy_count());
    for (const auto lane : {Lane::fits, Lane::one_question_open}) {
      const MatchQuery query{.lane = lane, .page_size = 100, .seed = seed};
      for (const Vacancy& vacancy : work) {
        if (!alone.pool().find(vacancy.id)) continue;
        const auto expected = alone.candidates_for(vacancy.id, query);
        expect_equal(fresh.candidates_for(vacancy.id, query), expected);
        expect_equal(follows.candidates_for(vacancy.id, query), expected);
      }
      for (const SearchProfile& person : people) {
        if (!alone.pool().find(person.id)) continue;
        expect_equal(fresh.vacancies_for(person.id, query), alone.vacancies_for(person.id, query));
      }
    }
    for (const SearchProfile& person : region.people) {
      EXPECT_EQ(fresh.pool().find(person.id).has_value(), alone.pool().find(person.id).has_value());
    }
  }
}

}  // namespace
}  // namespace passend::engine
