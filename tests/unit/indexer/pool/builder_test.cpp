// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/store/sqlite_store.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::pool {
namespace {

/// A store with nothing in it and a builder beside it.
class PoolBuilder : public testing::Test {
 protected:
  Portfolio portfolio(int number) {
    Portfolio record;
    record.search = world::random_person(random);
    record.search.id = world::candidate_id(number);
    record.search.source = {"test", std::to_string(number)};
    record.detail.id = record.search.id;
    record.detail.name = "Naam";
    return record;
  }
  Vacancy vacancy(int number) {
    auto record = world::random_vacancy(random);
    record.id = world::vacancy_id(number);
    record.source = {"test", std::to_string(number)};
    return record;
  }
  void write(const store::Write& write) { store->write({write}, {"test", "test"}); }

  Random random{11};
  world::TemporaryDirectory directory;
  std::unique_ptr<store::Store> store =
      store::open_sqlite_store({directory.path() / "store", directory.path() / "key", store::MissingKey::create});
  Builder builder{world::tiny_taxonomy(), world::line_of_postcodes()};
};

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
  for (int step = 0; step < 200; ++step) {
    const int number = random.between(1, 12);
    if (random.chance(20)) {
      write(store::Erasure{store::RecordKind::portfolio, world::candidate_id(number).value});
    } else if (random.chance(50)) {
      write(store::Record{portfolio(number)});
    } else {
      write(store::Record{vacancy(number)});
    }
    if (random.chance(25)) pool = builder.refresh(pool, *store);
  }
  pool = builder.refresh(pool, *store);
  const auto fresh = builder.build(*store, {});
  EXPECT_EQ(world::candidates_of(*pool), world::candidates_of(*fresh));
  EXPECT_EQ(world::vacancies_of(*pool), world::vacancies_of(*fresh));
  EXPECT_EQ(pool->position(), fresh->position());
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
