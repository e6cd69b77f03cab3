// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/engine.hpp"

#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
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

TEST(Engine, RefusesARecordThatThePoolDoesNotHold) {
  const Executor executor(1);
  const Engine engine(world::pool_of({}, {}), criteria::default_weights(), executor, {world::today()});
  EXPECT_THROW(engine.candidates_for(vacancy_id(1), {}), Error);
}

}  // namespace
}  // namespace passend::engine
