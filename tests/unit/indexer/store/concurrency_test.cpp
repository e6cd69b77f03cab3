// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "indexer/base/error.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::store::test {
namespace {

void run_together(int threads, const std::function<void(int)>& work) {
  std::vector<std::thread> running;
  for (int number = 0; number < threads; ++number) running.emplace_back(work, number);
  for (std::thread& thread : running) thread.join();
}

class StoreConcurrency : public testing::TestWithParam<Access> {
 protected:
  StoreConcurrency() {
    place_.open();
    place_.options.access = GetParam();
    place_.options.patience = std::chrono::seconds(10);
    store = place_.open();
  }

 private:
  SqlitePlace place_;

 protected:
  std::unique_ptr<Store> store;
};

INSTANTIATE_TEST_SUITE_P(HeldOrInTurns, StoreConcurrency, testing::Values(Access::read_write, Access::shared));

TEST_P(StoreConcurrency, EightWritersAndFourReadersLoseNothingAndSeeOnlyWholeBatches) {
  constexpr std::uint64_t batches = 25;
  constexpr int writers = 8;
  std::atomic<int> still_writing{writers};
  std::atomic<int> torn{0};
  run_together(writers + 4, [&](int thread) {
    if (thread >= writers) {
      // A batch is a portfolio and a vacancy: whoever sees the one sees the other.
      while (still_writing.load() > 0) {
        const Counts counts = store->state().second;
        if (counts.portfolios != counts.vacancies) ++torn;
        for (const Change& change : store->changes(0, 20)) {
          if (change.kind == RecordKind::portfolio && !store->search_profile({change.id}, Scope::pseudonymous()))
            ++torn;
        }
      }
      return;
    }
    for (std::uint64_t batch = 0; batch < batches; ++batch) {
      const std::uint64_t number = static_cast<std::uint64_t>(thread) * 1000 + batch + 1;
      store->write({Record(portfolio_number(number)), Record(vacancy_number(number))}, tester());
    }
    --still_writing;
  });
  EXPECT_EQ(torn.load(), 0);
  EXPECT_EQ(store->state().second.portfolios, writers * static_cast<int>(batches));
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
}

TEST_P(StoreConcurrency, AFollowerMissesNothingOfThirtyTwoWritersAndSeesNoPositionTwice) {
  constexpr int writers = 32;
  constexpr int rounds = 12;
  std::atomic<int> still_writing{writers};
  std::map<std::uint64_t, std::int64_t> newest;  // id -> version
  std::set<std::int64_t> positions;
  int broken_order = 0;
  run_together(writers + 1, [&](int thread) {
    if (thread < writers) {
      for (int round = 0; round < rounds; ++round) {
        store->write({Record(vacancy_number(static_cast<std::uint64_t>(thread) + 1, round))}, tester());
      }
      --still_writing;
      return;
    }
    std::int64_t last = 0;
    for (bool more = true; more;) {
      const bool writing = still_writing.load() > 0;
      const auto page = store->changes(last, 7);
      for (const Change& change : page) {
        if (change.position <= last || !positions.insert(change.position).second) ++broken_order;
        if (change.version <= newest[change.id.low]) ++broken_order;
        last = change.position;
        newest[change.id.low] = change.version;
      }
      more = writing || !page.empty();
    }
  });
  EXPECT_EQ(broken_order, 0);
  ASSERT_EQ(newest.size(), writers);
  for (const auto& [id, version] : newest) EXPECT_EQ(version, rounds) << "vacancy " << id;
}

TEST_P(StoreConcurrency, ABatchThatIsRefusedDoesNotHarmTheBatchesCommittedWithIt) {
  store->write({Record(vacancy_number(1))}, tester());
  std::atomic<int> refused{0};
  run_together(16, [&](int thread) {
    const auto number = static_cast<std::uint64_t>(thread) + 10;
    Vacancy vacancy = vacancy_number(number);
    if (thread % 2 == 0) vacancy.id.value = id_number(1);
    if (code_of([&] {
          store->write({Record(vacancy_number(number + 100)), Record(vacancy)}, tester());
        }) == ErrorCode::invalid_input) {
      ++refused;
    }
  });
  EXPECT_EQ(refused.load(), 8);
  EXPECT_EQ(store->state().second.vacancies, 1 + 8 * 2);
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
}

}  // namespace
}  // namespace passend::store::test
