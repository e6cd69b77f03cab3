// SPDX-License-Identifier: EUPL-1.2
// kill -9 and a full disk while runs are appended: what was acknowledged is there, and every record is whole.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <set>

#include "indexer/base/error.hpp"
#include "indexer/base/random.hpp"
#include "matcher/run/run_log.hpp"
#include "tests/faults/child.hpp"
#include "tests/unit/indexer/store/place.hpp"

namespace passend::faults {
namespace {

using run::Record;
using run::Run;
using run::RunId;
using run::RunLog;

Run some_run(Random& random) {
  Run made;
  made.time = now();
  made.id = run::new_run_id(made.time);
  made.question.subject = random.id();
  made.inputs.weights = criteria::default_weights();
  made.inputs.today = made.time.date();
  for (auto rows = random.below(25); rows > 0; --rows) {
    engine::MatchRow row;
    row.id = random.id();
    made.result.rows.push_back(row);
  }
  return made;
}

/// Appends one to three runs at a time, telling of each when it has been acknowledged.
int append_without_end(const RunLog& log, std::uint64_t seed, int pipe) {
  Random random(seed);
  for (;;) {
    std::vector<Record> records;
    for (auto count = 1 + random.below(3); count > 0; --count) records.emplace_back(some_run(random));
    log.append(records);
    for (const auto& record : records) {
      const RunId id = std::get<Run>(record).id;
      if (::write(pipe, &id, sizeof id) < 0) return 1;
    }
  }
}

std::set<RunId> acknowledged(const std::string& heard) {
  std::set<RunId> ids;
  for (std::size_t place = 0; place + sizeof(RunId) <= heard.size(); place += sizeof(RunId)) {
    RunId id;
    std::memcpy(&id, heard.data() + place, sizeof id);
    ids.insert(id);
  }
  return ids;
}

TEST(RunLogKilled, LosesNoAcknowledgedRunAndHarmsNoOther) {
  Random random(2026);
  const store::test::TemporaryDirectory directory;
  const RunLog log(directory.path() / "runs");
  std::set<RunId> expected;
  std::size_t rounds_with_work = 0;
  const int rounds = rounds_or(40);
  for (int round = 0; round < rounds; ++round) {
    Child child(
        [&](int pipe) { return append_without_end(log, random.next() + static_cast<std::uint64_t>(round), pipe); });
    const auto microseconds = random.between(0, 20'000);
    // In every other round from the first acknowledgement on, or a busy machine kills nobody at work.
    if (round % 2 == 0) {
      while (child.heard().empty() && child.listen(10'000)) {
      }
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(microseconds);
    while (std::chrono::steady_clock::now() < end && child.listen(200)) {
    }
    child.kill();
    ASSERT_EQ(child.wait(), 1000 + SIGKILL) << "the child ended by itself";
    const auto told = acknowledged(child.heard());
    rounds_with_work += told.empty() ? 0 : 1;
    expected.insert(told.begin(), told.end());
  }
  // The next append puts a half line aside; nothing may be left that is no record.
  log.append(std::vector<Record>{some_run(random)});
  std::set<RunId> found;
  const auto notices = log.read({}, [&](Record&& record) {
    found.insert(std::get<run::Run>(record).id);
    return true;
  });
  for (const auto& id : expected) EXPECT_TRUE(found.contains(id)) << "lost: " << to_text(id);
  EXPECT_EQ(notices, run::Notices{});
  EXPECT_GT(rounds_with_work, 0U);
  std::printf("kill -9: %d rounds, %zu runs acknowledged, 0 lost\n", rounds, expected.size());
}

/// The file may not grow beyond `bytes`: the system then writes a part and refuses the rest, as on a full disk.
void limit_files_to(rlim_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ::getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

int append_until_there_is_no_room(const RunLog& log) {
  Random random(1);
  std::size_t kept = 0;
  limit_files_to(100'000);
  try {
    for (;; ++kept) log.append(std::vector<Record>{some_run(random)});
  } catch (const Error& error) {
    if (error.code() != ErrorCode::storage_failed) return 2;
  }
  limit_files_to(RLIM_INFINITY);
  const auto count = [&] {
    std::size_t records = 0;
    const auto notices = log.read({}, [&](Record&&) { return ++records != 0; });
    return notices.empty() ? records : 0;
  };
  if (kept == 0 || count() != kept) return 3;  // The part that was written is gone again.
  const auto notices = log.append(std::vector<Record>{some_run(random)});
  return notices.empty() && count() == kept + 1 ? 0 : 4;
}

TEST(RunLogWithoutRoom, RefusesTheRecordWholeAndGoesOnWhenThereIsRoom) {
  const store::test::TemporaryDirectory directory;
  Child child([&](int) { return append_until_there_is_no_room(RunLog(directory.path() / "runs")); });
  EXPECT_EQ(child.wait(), 0);
}

}  // namespace
}  // namespace passend::faults
