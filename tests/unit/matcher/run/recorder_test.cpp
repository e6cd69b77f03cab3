// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/recorder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "indexer/base/error.hpp"
#include "tests/unit/matcher/run/runs.hpp"

namespace passend::run::test {
namespace {

TEST(Recorder, FindsARunFromTheMomentItWasRecorded) {
  const world::TemporaryDirectory directory;
  Recorder recorder(RunLog(directory.path() / "runs"));
  for (int i = 0; i < 50; ++i) {
    const auto run = run_on(day(2026, 11, 1), i);
    recorder.record(run);
    EXPECT_EQ(recorder.find(run.id), run);
  }
  EXPECT_EQ(recorder.find(new_run_id({0})), std::nullopt);
}

TEST(Recorder, WritesEveryRunBeforeItEnds) {
  const world::TemporaryDirectory directory;
  const RunLog log(directory.path() / "runs");
  {
    Recorder recorder(log);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&, thread] {
        for (int i = 0; i < 100; ++i) recorder.record(run_on(day(2026, i % 2 == 0 ? 10 : 11, 1), thread * 100 + i));
      });
    }
    for (auto& thread : threads) thread.join();
  }
  EXPECT_EQ(all_of(log).size(), 400U);
}

TEST(Recorder, IsDurableAfterAFlush) {
  const world::TemporaryDirectory directory;
  const RunLog log(directory.path() / "runs");
  Recorder recorder(log);
  recorder.record(run_on(day(2026, 11, 1), 1));
  EXPECT_TRUE(recorder.flush());
  EXPECT_EQ(all_of(log).size(), 1U);
}

TEST(Recorder, KeepsRunsWhileTheDiskFailsAndRefusesWhenItHasTooMany) {
  const world::TemporaryDirectory directory;
  const auto in_the_way = directory.path() / "runs";
  std::ofstream(in_the_way) << "a file where the directory should be";
  const RunLog log(in_the_way);
  Recorder recorder(log);
  const auto first = run_on(day(2026, 11, 1), 0);
  recorder.record(first);
  EXPECT_FALSE(recorder.flush());
  EXPECT_EQ(recorder.find(first.id), first);
  for (std::size_t i = 1; i < Recorder::most_waiting; ++i) recorder.record(run_on(day(2026, 11, 1), 1));
  try {
    recorder.record(run_on(day(2026, 11, 1), 2));
    ADD_FAILURE() << "one more than may wait";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::overloaded);
  }
  std::filesystem::remove(in_the_way);
  while (!recorder.flush()) std::this_thread::yield();
  EXPECT_EQ(all_of(log).size(), Recorder::most_waiting);
}

}  // namespace
}  // namespace passend::run::test
