// SPDX-License-Identifier: EUPL-1.2
// kill -9 at random moments: what was acknowledged is there, what is there is whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <map>
#include <thread>

#include "indexer/base/random.hpp"
#include "tests/faults/child.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::faults {
namespace {

using namespace store;
using namespace store::test;

/// One acknowledged write, as the child tells of it. Small enough for one write to a pipe not to be torn.
struct Acknowledged {
  std::uint64_t number = 0;
  std::int64_t version = 0;
  std::uint64_t erased = 0;
};

constexpr std::uint64_t numbers_per_thread = 100000;

/// Writes batches, updates and erasures without end, telling of each when it has been acknowledged.
void write_without_end(Store& store, std::uint64_t first, int pipe) {
  const auto tell = [pipe](const std::vector<Acknowledged>& news) {
    if (::write(pipe, news.data(), news.size() * sizeof(Acknowledged)) < 0) ::_exit(1);
  };
  for (std::uint64_t number = first;; number += 10) {
    std::vector<Write> batch;
    std::vector<Acknowledged> news;
    for (std::uint64_t next = number; next < number + 10; ++next) {
      batch.push_back(portfolio_write(next));
      news.push_back({next, 1, 0});
    }
    store.write(batch, tester());
    tell(news);
    store.write({portfolio_write(number, 1), Erasure{RecordKind::portfolio, id_number(number + 1)}}, tester());
    tell({{number, 2, 0}, {number + 1, 2, 1}});
  }
}

int write_on_three_threads(const StoreOptions& options, std::uint64_t first, int pipe) {
  const auto store = open_sqlite_store(options);
  std::vector<std::thread> threads;
  for (std::uint64_t thread = 0; thread < 3; ++thread) {
    threads.emplace_back([&, thread] { write_without_end(*store, first + thread * numbers_per_thread, pipe); });
  }
  for (std::thread& thread : threads) thread.join();
  return 0;
}

/// What was acknowledged last of each record.
using Ledger = std::map<std::uint64_t, Acknowledged>;

void enter(Ledger& ledger, const std::string& heard) {
  for (std::size_t place = 0; place + sizeof(Acknowledged) <= heard.size(); place += sizeof(Acknowledged)) {
    Acknowledged news;
    std::memcpy(&news, heard.data() + place, sizeof news);
    ledger[news.number] = news;
  }
}

/// Records of the ledger that the store no longer holds, or holds again although they were erased.
std::vector<std::string> lost(const Ledger& ledger, Store& store) {
  std::map<std::uint64_t, Change> feed;
  for (const Change& change : store.changes(0, 10000000)) feed[change.id.low] = change;
  for (const Change& change : store.changes(1, 10000000)) feed[change.id.low] = change;
  std::vector<std::string> missing;
  for (const auto& [number, news] : ledger) {
    const auto found = feed.find(number);
    // A later write that was not acknowledged may have arrived all the same.
    const bool kept =
        found != feed.end() && found->second.version >= news.version && (news.erased == 0 || found->second.erased);
    if (!kept) missing.push_back("portfolio " + std::to_string(number));
  }
  return missing;
}

/// When the clock of the kill starts: at once, which may be before the store is open, or when the first write was
/// acknowledged, which a busy machine cannot put off.
enum class Clock : std::uint8_t { at_once, at_first_acknowledgement };

void run_and_kill(const StoreOptions& options, std::uint64_t first, Clock clock, int microseconds, Ledger& ledger) {
  Child child([&](int pipe) { return write_on_three_threads(options, first, pipe); });
  while (clock == Clock::at_first_acknowledgement && child.heard().empty() && child.listen(1000)) {
  }
  const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(microseconds);
  while (std::chrono::steady_clock::now() < end && child.listen(200)) {
  }
  child.kill();
  ASSERT_EQ(child.wait(), 1000 + SIGKILL) << "the child ended by itself";
  enter(ledger, child.heard());
}

TEST(StoreKilled, LosesNoAcknowledgedWriteAndStaysSound) {
  Random random(2026);
  std::size_t acknowledged = 0;
  const int rounds = rounds_or(50);
  for (int round = 0; round < rounds;) {
    // A new store now and then, so that the check of each round stays short.
    SqlitePlace place;
    Ledger ledger;
    for (int in_this_store = 0; in_this_store < 10 && round < rounds; ++in_this_store, ++round) {
      const Clock clock = round % 4 == 0 ? Clock::at_once : Clock::at_first_acknowledgement;
      const auto first = static_cast<std::uint64_t>(round + 1) * 10 * numbers_per_thread;
      ASSERT_NO_FATAL_FAILURE(run_and_kill(place.options, first, clock, random.between(0, 50000), ledger));
      const auto store = place.open();
      ASSERT_THAT(store->check().problems, testing::IsEmpty()) << "round " << round;
      ASSERT_THAT(lost(ledger, *store), testing::IsEmpty()) << "round " << round;
    }
    acknowledged += ledger.size();
  }
  RecordProperty("acknowledged", static_cast<int>(acknowledged));
  std::printf("%d kills, %zu records acknowledged, none lost\n", rounds, acknowledged);
  EXPECT_GT(acknowledged, static_cast<std::size_t>(rounds));
}

TEST(StoreKilled, WhileItIsMadeCanBeOpenedAfterwards) {
  Random random(7);
  for (int round = 0; round < rounds_or(30); ++round) {
    SqlitePlace place;
    Ledger ledger;
    ASSERT_NO_FATAL_FAILURE(run_and_kill(place.options, 1, Clock::at_once, random.between(0, 9000), ledger));
    const auto store = place.open();
    EXPECT_THAT(store->check().problems, testing::IsEmpty()) << "round " << round;
    EXPECT_THAT(lost(ledger, *store), testing::IsEmpty()) << "round " << round;
  }
}

}  // namespace
}  // namespace passend::faults
