// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "indexer/base/file.hpp"
#include "matcher/run/log_file.hpp"
#include "tests/unit/matcher/run/runs.hpp"

namespace passend::run::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RunLogTest : public testing::Test {
 protected:
  const world::TemporaryDirectory directory;
  const RunLog log{directory.path() / "runs"};
  const std::filesystem::path november = directory.path() / "runs" / "runs-2026-11.ndjson";

  std::vector<Record> november_runs(int count) {
    std::vector<Record> records;
    for (int i = 0; i < count; ++i) records.emplace_back(run_on(day(2026, 11, 1 + i), i));
    return records;
  }
};

TEST_F(RunLogTest, GivesBackWhatWasAppendedInItsOrder) {
  const auto records = november_runs(5);
  EXPECT_THAT(log.append(std::span(records).first(2)), IsEmpty());
  EXPECT_THAT(log.append(std::span(records).subspan(2)), IsEmpty());
  Notices notices;
  EXPECT_EQ(all_of(log, &notices), records);
  EXPECT_THAT(notices, IsEmpty());
}

TEST_F(RunLogTest, IsEmptyBeforeTheFirstAppendAndMakesNothing) {
  EXPECT_THAT(all_of(log), IsEmpty());
  EXPECT_EQ(log.find(new_run_id({0})), std::nullopt);
  EXPECT_EQ(log.prune(day(2026, 1, 1)).removed, 0U);
  EXPECT_FALSE(std::filesystem::exists(log.directory()));
}

TEST_F(RunLogTest, KeepsEachMonthInAFileOfItsOwn) {
  const std::vector<Record> records{run_on(day(2026, 10, 31), 1), run_on(day(2026, 11, 1), 2)};
  log.append(records);
  EXPECT_TRUE(std::filesystem::exists(log.directory() / "runs-2026-10.ndjson"));
  EXPECT_TRUE(std::filesystem::exists(november));
  EXPECT_EQ(all_of(log), records);
}

TEST_F(RunLogTest, FiltersByDayAndByWhoStandsInARun) {
  const auto records = november_runs(9);
  log.append(records);
  const auto filtered = all_of(log, nullptr, {.from = day(2026, 11, 3), .until = day(2026, 11, 4)});
  EXPECT_THAT(filtered, ElementsAre(records[2], records[3]));
  EXPECT_THAT(all_of(log, nullptr, {.party = world::candidate_id(6).value}), ElementsAre(records[6]));
  EXPECT_THAT(all_of(log, nullptr, {.party = world::vacancy_id(7).value}), ElementsAre(records[7]));
  EXPECT_THAT(all_of(log, nullptr, {.until = day(2026, 10, 31)}), IsEmpty());
}

TEST_F(RunLogTest, FindsARunByItsId) {
  const auto records = november_runs(4);
  log.append(records);
  const auto& wanted = std::get<run::Run>(records[2]);
  EXPECT_EQ(log.find(wanted.id), wanted);
  EXPECT_EQ(log.find(new_run_id(wanted.time)), std::nullopt);
}

TEST_F(RunLogTest, SetsAHalfLineAsideAndSaysSo) {
  const auto records = november_runs(3);
  log.append(std::span(records).first(2));
  const auto whole = read_file(november);
  const auto half = line_of(encode(records[2])).substr(0, 100);
  std::ofstream(november, std::ios::app | std::ios::binary) << half;
  Notices notices;
  EXPECT_EQ(all_of(log, &notices).size(), 2U);
  EXPECT_THAT(notices, ElementsAre(HasSubstr("the half of a record")));
  EXPECT_THAT(log.append(std::span(records).last(1)), ElementsAre(HasSubstr("ended in half a record")));
  EXPECT_EQ(all_of(log, &notices), records);
  EXPECT_THAT(notices, IsEmpty());
  EXPECT_EQ(read_file(november.string() + ".torn-" + std::to_string(whole.size())), half);
}

TEST_F(RunLogTest, SkipsWhatIsNoRecordAndLeavesItWhereItIs) {
  const auto records = november_runs(2);
  log.append(std::span(records).first(1));
  auto damaged = line_of(encode(records[0]));
  damaged[damaged.size() / 2] ^= 1;
  const std::string garbage = "no record\n\n" + damaged + "{\"sha256\":\"\",\"record\":}\n" + std::string(3, '\0') +
                              "\n" + line_of("{\"kind\":\"of tomorrow\"}");
  std::ofstream(november, std::ios::app | std::ios::binary) << garbage;
  log.append(std::span(records).last(1));
  Notices notices;
  EXPECT_EQ(all_of(log, &notices), records);
  EXPECT_EQ(notices.size(), 6U);
  EXPECT_THAT(notices.front(), HasSubstr("line 2 of"));
  EXPECT_NE(read_file(november).find(garbage), std::string::npos);
}

TEST_F(RunLogTest, LeavesForeignFilesAlone) {
  log.append(november_runs(1));
  const auto foreign = log.directory() / "notes.txt";
  std::ofstream(foreign) << "runs";
  std::filesystem::create_directory(log.directory() / "runs-2026-12.ndjson");
  EXPECT_EQ(all_of(log).size(), 1U);
  log.prune(day(2026, 1, 1));
  EXPECT_TRUE(std::filesystem::exists(foreign));
}

TEST_F(RunLogTest, PrunesByDayAndKeepsTheRest) {
  const std::vector<Record> records{run_on(day(2026, 9, 30), 1), run_on(day(2026, 10, 9), 2),
                                    run_on(day(2026, 10, 10), 3), run_on(day(2026, 11, 1), 4)};
  log.append(records);
  std::ofstream(log.directory() / "runs-2026-10.ndjson", std::ios::app) << "no record\n";
  const auto report = log.prune(day(2026, 10, 10));
  EXPECT_EQ(report.removed, 2U);
  EXPECT_EQ(report.kept, 2U);
  EXPECT_EQ(report.unreadable, 1U);
  EXPECT_FALSE(std::filesystem::exists(log.directory() / "runs-2026-09.ndjson"));
  EXPECT_THAT(all_of(log), ElementsAre(records[2], records[3]));
  EXPECT_EQ(log.prune(day(2026, 10, 10)).removed, 0U);
}

TEST_F(RunLogTest, PrunesHalfLinesWithTheirMonth) {
  log.append(november_runs(1));
  std::ofstream(november, std::ios::app) << "half";
  log.append(november_runs(1));
  const auto files = [&] { return std::distance(std::filesystem::directory_iterator(log.directory()), {}); };
  EXPECT_EQ(files(), 3);  // The month, its half line and the lock.
  log.prune(day(2026, 12, 1));
  EXPECT_EQ(files(), 1);
}

TEST_F(RunLogTest, LosesNothingWhenManyWriteAtOnce) {
  constexpr int writers = 4;
  constexpr int records_each = 25;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer) {
    threads.emplace_back([&, writer] {
      for (int i = 0; i < records_each; ++i) {
        const Record record = run_on(day(2026, 11, 9), writer * records_each + i);
        log.append({&record, 1});
      }
    });
  }
  for (auto& thread : threads) thread.join();
  Notices notices;
  EXPECT_EQ(all_of(log, &notices).size(), static_cast<std::size_t>(writers * records_each));
  EXPECT_THAT(notices, IsEmpty());
}

/// Whatever stands in a file, reading ends, tells of it, and finds every whole record before and after.
TEST_F(RunLogTest, SurvivesRandomBytesBetweenItsRecords) {
  Random random(99);
  for (int round = 0; round < 200; ++round) {
    std::filesystem::remove_all(log.directory());
    const auto records = november_runs(3);
    for (const auto& record : records) {
      log.append({&record, 1});
      std::ofstream file(november, std::ios::app | std::ios::binary);
      for (auto bytes = random.below(300); bytes > 0; --bytes) file.put(static_cast<char>(random.below(256)));
      file.put('\n');
    }
    EXPECT_EQ(all_of(log), records) << "round " << round;
  }
}

TEST_F(RunLogTest, RefusesADirectoryThatCannotBeMade) {
  std::ofstream(directory.path() / "runs") << "a file";
  EXPECT_ANY_THROW(log.append(november_runs(1)));
}

}  // namespace
}  // namespace passend::run::test
