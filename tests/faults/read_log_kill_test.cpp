// SPDX-License-Identifier: EUPL-1.2
// kill -9 while people are shown: whoever was shown is in the log, and the log is sound.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <map>

#include "indexer/base/random.hpp"
#include "indexer/store/read_log.hpp"
#include "tests/faults/child.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::faults {
namespace {

using namespace store;
using namespace store::test;

constexpr std::size_t page = 3;

/// Logs pages of one person each without end, telling a byte for each that was acknowledged; prunes nothing now and
/// then.
int look_without_end(const std::filesystem::path& directory, std::uint64_t who, int pipe) {
  const auto log = open_read_log(directory, ReadLogAccess::read_write);
  const ReadAct act{"match_vacancy", "urn:passend:activity:match_vacancy", "jobhunter", "u1", "", "matching"};
  for (std::uint64_t turn = 1;; ++turn) {
    log->append(act, {.trace = random_id128(), .parent = 0, .status = ReadStatus::ok, .started = {1}, .ended = {2}},
                std::vector<CandidateId>(page, CandidateId{id_number(who)}));
    if (::write(pipe, "x", 1) != 1) return 1;
    if (turn % 10 == 0) log->prune({1});
  }
}

TEST(ReadLogKilled, LosesNobodyWhoWasShownAndStaysSound) {
  Random random(2026);
  const TemporaryDirectory directory;
  std::map<std::uint64_t, std::size_t> shown;
  const auto rounds = static_cast<std::uint64_t>(rounds_or(40));
  for (std::uint64_t round = 1; round <= rounds; ++round) {
    Child child([&](int pipe) { return look_without_end(directory.path() / "reads", round, pipe); });
    const auto microseconds = random.between(0, 20'000);
    // In every other round from the first acknowledgement on, or a busy machine kills nobody at work.
    while (round % 2 == 0 && child.heard().empty() && child.listen(1000)) {
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(microseconds);
    while (std::chrono::steady_clock::now() < end && child.listen(200)) {
    }
    child.kill();
    ASSERT_EQ(child.wait(), 1000 + SIGKILL) << "the child ended by itself";
    shown[round] = child.heard().size() * page;
    const auto log = open_read_log(directory.path() / "reads", ReadLogAccess::read_write);
    ASSERT_THAT(log->check(), testing::IsEmpty()) << "round " << round;
    const auto found = static_cast<std::size_t>(log->of({id_number(round)}, 0, 1).total);
    ASSERT_GE(found, shown[round]) << "round " << round;
    ASSERT_EQ(found % page, 0U) << "a page is logged whole or not at all";
  }
  std::size_t all = 0;
  for (const auto& [round, rows] : shown) all += rows;
  std::printf("%d kills, %zu people shown, none lost\n", static_cast<int>(rounds), all);
  EXPECT_GT(all, 0U);
}

}  // namespace
}  // namespace passend::faults
