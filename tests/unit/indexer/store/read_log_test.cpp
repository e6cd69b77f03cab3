// SPDX-License-Identifier: EUPL-1.2
// Who looked at whom: what is kept, in which order it is found, how long, and by how many threads and processes.
#include "indexer/store/read_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <set>
#include <thread>

#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::store::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

CandidateId person(std::uint64_t number) {
  return {id_number(number)};
}

ReadAct seeing(const std::string& reader = "u1") {
  return {"see_candidate", "urn:passend:activity:see_candidate", "jobhunter", reader, "Gemeente Voorbeeld", "matching"};
}

ReadSpan at(std::int64_t time) {
  return {.trace = id_number(7),
          .parent = 0x00F067AA0BA902B7,
          .status = ReadStatus::ok,
          .started = {time - 5},
          .ended = {time}};
}

class ReadLogOf : public testing::Test {
 protected:
  std::unique_ptr<ReadLog> open(ReadLogAccess access = ReadLogAccess::read_write) {
    return open_read_log(directory.path() / "reads", access);
  }
  std::filesystem::path file() const { return directory.path() / "reads" / "reads.sqlite"; }

  TemporaryDirectory directory;
};

TEST_F(ReadLogOf, APersonSaysWhoLookedNewestFirst) {
  const auto log = open();
  log->append(seeing("u1"), at(1000), {person(1), person(2)});
  log->append(seeing("u2"), at(2000), {person(1)});
  const ReadPage page = log->of(person(1), 0, 10);
  EXPECT_EQ(page.total, 2);
  ASSERT_THAT(page.rows, SizeIs(2));
  EXPECT_EQ(page.rows[0].act, seeing("u2"));
  EXPECT_EQ(page.rows[1].act, seeing("u1"));
  EXPECT_EQ(page.rows[1].request, at(1000));
  EXPECT_EQ(page.rows[1].person, person(1));
  EXPECT_EQ(log->of(person(1), 1, 10).rows.at(0).act.reader, "u1");
  EXPECT_EQ(log->of(person(3), 0, 10).total, 0);
}

TEST_F(ReadLogOf, IsReadByWhatIsAskedOfItNewestFirst) {
  const auto log = open();
  log->append(seeing("u1"), at(1000), {person(1), person(2)});
  ReadAct opening = seeing("u2");
  opening.name = "open_details";
  opening.tenant = "Gemeente Elders";
  log->append(opening, at(2000), {person(1)});
  const auto numbers = [&](const ReadFilter& filter, std::int64_t offset = 0) {
    std::vector<std::int64_t> found;
    for (const PersonRead& row : log->select(filter, offset, 2).rows) found.push_back(row.number);
    return found;
  };
  EXPECT_THAT(numbers({}), ElementsAre(3, 2));
  EXPECT_THAT(numbers({}, 2), ElementsAre(1));
  EXPECT_EQ(log->select({}, 0, 1).total, 3);
  EXPECT_EQ(log->select({}, 2, 1).up_to, 3);
  EXPECT_THAT(numbers({.up_to = 2}), ElementsAre(2, 1));
  EXPECT_THAT(numbers({.person = person(1)}), ElementsAre(3, 1));
  EXPECT_THAT(numbers({.reader = "u1"}), ElementsAre(2, 1));
  EXPECT_THAT(numbers({.name = "open_details"}), ElementsAre(3));
  EXPECT_THAT(numbers({.tenant = "Gemeente Elders"}), ElementsAre(3));
  EXPECT_THAT(numbers({.from = Timestamp{2000}}), ElementsAre(3));
  EXPECT_THAT(numbers({.before = Timestamp{2000}}), ElementsAre(2, 1));
  EXPECT_THAT(numbers({.person = person(2), .reader = "u2"}), IsEmpty());
  EXPECT_EQ(log->select({.person = person(1), .reader = "u1"}, 0, 1).rows.at(0).act, seeing("u1"));
}

TEST_F(ReadLogOf, GivesEveryRowASpanOfItsOwn) {
  const auto log = open();
  std::vector<CandidateId> people;
  for (std::uint64_t number = 1; number <= 200; ++number) people.push_back(person(number));
  log->append(seeing(), at(1000), people);
  std::set<std::uint64_t> spans;
  for (const PersonRead& row : log->after(0, {}, 1000)) spans.insert(row.span);
  EXPECT_THAT(spans, SizeIs(200));
  EXPECT_FALSE(spans.contains(0));
}

TEST_F(ReadLogOf, NobodyLeavesNoRow) {
  const auto log = open();
  log->append(seeing(), at(1000), {});
  EXPECT_THAT(log->after(0, {}, 10), IsEmpty());
}

TEST_F(ReadLogOf, IsForItsOwnerAloneAndOutlivesTheProcess) {
  open()->append(seeing(), at(1000), {person(1)});
  struct stat status {};
  ASSERT_EQ(::stat(file().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  EXPECT_EQ(open(ReadLogAccess::read_only)->of(person(1), 0, 1).total, 1);
}

TEST_F(ReadLogOf, IsNotMadeByWhoOnlyReads) {
  EXPECT_EQ(code_of([&] { open(ReadLogAccess::read_only); }), ErrorCode::file_missing);
  open();
  const auto reading = open(ReadLogAccess::read_only);
  EXPECT_EQ(code_of([&] { reading->append(seeing(), at(1), {person(1)}); }), ErrorCode::forbidden);
}

TEST_F(ReadLogOf, AStoreIsNoReadLog) {
  SqlitePlace place;
  place.open();
  std::filesystem::create_directory(directory.path() / "reads");
  std::filesystem::permissions(directory.path() / "reads", std::filesystem::perms::owner_all);
  std::filesystem::copy(place.database(), file());
  EXPECT_EQ(code_of([&] { open(); }), ErrorCode::unsupported_format);
}

TEST_F(ReadLogOf, IsKeptAsLongAsAgreedWithNothingOfItLeftAfterwards) {
  const auto log = open();
  for (int page = 0; page < 3; ++page) {
    log->append(seeing("Canary-reader"), at(1000), std::vector<CandidateId>(2500, person(1)));
  }
  log->append(seeing("u2"), at(2000), {person(1)});
  EXPECT_EQ(log->count_before({2000}), 7500);
  EXPECT_EQ(log->prune({2000}), 7500);
  EXPECT_THAT(log->of(person(1), 0, 10).rows, SizeIs(1));
  EXPECT_EQ(log->prune({2000}), 0);
  EXPECT_EQ(all_bytes(directory.path()).find("Canary-reader"), std::string::npos);
  const auto last = log->after(0, {}, 10).at(0).number;
  EXPECT_EQ(last, 7501) << "a number is never given twice";
}

TEST_F(ReadLogOf, RemembersHowFarACollectorIs) {
  {
    const auto log = open();
    log->append(seeing(), at(1000), {person(1), person(2), person(3)});
    EXPECT_EQ(log->passed_on("https://one.example"), 0);
    log->pass_on("https://one.example", 2);
  }
  const auto log = open();
  EXPECT_EQ(log->passed_on("https://one.example"), 2);
  EXPECT_EQ(log->passed_on("https://two.example"), 0);
  EXPECT_THAT(log->after(log->passed_on("https://one.example"), {}, 10), SizeIs(1));
  EXPECT_THAT(log->after(0, {1001}, 10), IsEmpty());
}

TEST_F(ReadLogOf, TwoProcessesTakeTurnsToWrite) {
  // Two logs on one directory lock each other out as two processes do: flock is per open file.
  const auto one = open();
  const auto two = open();
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&, thread] {
      for (int turn = 0; turn < 20; ++turn) {
        (thread % 2 == 0 ? one : two)->append(seeing(), at(1000), {person(static_cast<std::uint64_t>(thread))});
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(one->after(0, {}, 1000), SizeIs(160));
  EXPECT_THAT(two->check(), IsEmpty());
}

/// What a busy server asks of it; how fast it goes is printed, for decision 21.
TEST_F(ReadLogOf, TakesPagesFromManyThreadsAtOnce) {
  const auto log = open();
  const std::vector<CandidateId> page(25, person(1));
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      for (int turn = 0; turn < 50; ++turn) log->append(seeing(), at(1000), page);
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const double pages_per_second = 200.0 / took.count();
  std::printf("%.0f pages of 25 people a second on four threads, %.1f ms each\n", pages_per_second,
              4000.0 / pages_per_second);
  EXPECT_EQ(log->of(person(1), 0, 1).total, 200 * 25);
}

}  // namespace
}  // namespace passend::store::test
