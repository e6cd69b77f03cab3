// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/indexer/pool/pool_store.hpp"

namespace passend::pool {
namespace {

TEST_F(PoolBuilder, HoldsEveryPersonAndOpenVacancyByAscendingId) {
  for (const int number : {3, 1, 2}) {
    write(store::Record{portfolio(number)});
    write(store::Record{vacancy(number)});
  }
  auto closed = vacancy(4);
  closed.status = VacancyStatus::closed;
  write(store::Record{closed});
  const auto pool = builder.build(*store, {});
  ASSERT_EQ(world::candidates_of(*pool).size(), 3U);
  ASSERT_EQ(world::vacancies_of(*pool).size(), 3U);
  EXPECT_EQ(world::candidates_of(*pool)[0].id, world::candidate_id(1));
  EXPECT_EQ(world::vacancies_of(*pool)[2].id, world::vacancy_id(3));
  EXPECT_EQ(pool->find(world::vacancy_id(4)), std::nullopt);
  const auto row = pool->find(world::candidate_id(2));
  ASSERT_TRUE(row);
  EXPECT_EQ(pool->candidate(*row).id, world::candidate_id(2));
  EXPECT_EQ(pool->position(), store->state().first);
}

TEST_F(PoolBuilder, ReturnsTheSameSnapshotWhenNothingChanged) {
  write(store::Record{portfolio(1)});
  const auto pool = builder.build(*store, {});
  EXPECT_EQ(builder.refresh(pool, *store), pool);
}

TEST_F(PoolBuilder, FollowsWhatIsAddedChangedClosedAndErased) {
  write(store::Record{portfolio(1)});
  write(store::Record{portfolio(2)});
  write(store::Record{vacancy(1)});
  const auto before = builder.build(*store, {});
  auto changed = portfolio(1);
  changed.search.hours = {20, 24};
  auto closed = vacancy(1);
  closed.status = VacancyStatus::closed;
  write(store::Record{changed});
  write(store::Erasure{store::RecordKind::portfolio, world::candidate_id(2).value});
  write(store::Record{closed});
  write(store::Record{vacancy(2)});
  const auto after = builder.refresh(before, *store);
  EXPECT_EQ(world::candidates_of(*before).size(), 2U) << "a snapshot never changes";
  ASSERT_EQ(world::candidates_of(*after).size(), 1U);
  EXPECT_EQ(world::candidates_of(*after)[0].hours, (WeeklyHours{20, 24}));
  ASSERT_EQ(world::vacancies_of(*after).size(), 1U);
  EXPECT_EQ(world::vacancies_of(*after)[0].id, world::vacancy_id(2));
}

TEST_F(PoolBuilder, ComesToTheSameSnapshotByRefreshingAsByBuilding) {
  auto pool = builder.build(*store, {});
  for (int step = 0; step < 300; ++step) {
    change_something();
    if (random.chance(25)) pool = builder.refresh(pool, *store);
    if (random.chance(3)) pool = builder.merge(*pool);
    if (random.chance(10)) {
      pool = builder.refresh(pool, *store);
      expect_same_facts(*pool, *builder.build(*store, {}));
    }
  }
}

TEST_F(PoolBuilder, TellsHowFarItHasCome) {
  for (int number = 1; number <= 3; ++number) write(store::Record{portfolio(number)});
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  builder.build(*store, [&](const Progress& progress) {
    done = progress.done;
    total = progress.total;
  });
  EXPECT_EQ(done, 3U);
  EXPECT_EQ(total, 3U);
}

}  // namespace
}  // namespace passend::pool
