// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/feed.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/feed/reader.hpp"
#include "tests/unit/matcher/feed/history.hpp"
#include "tests/world/world.hpp"

namespace passend::feed {
namespace {

using test::History;
using test::minus;
using test::Pair;
using world::TemporaryDirectory;

LookOptions at_one_moment() {
  return {Timestamp{1'700'000'000'000}, {}};
}

LookReport look(Feed& feed, History& history) {
  return feed.look(history.engine(), history.take_changed(), history.executor(), at_one_moment());
}

/// Everything announced, in one list.
std::vector<Announcement> announced_in(const std::filesystem::path& directory, std::uint64_t since = 0) {
  FeedQuery query;
  query.since = since;
  query.most = 1'000'000;
  return read_feed(directory, query).announcements;
}

std::multiset<Pair> pairs_of(const std::vector<Announcement>& announcements) {
  std::multiset<Pair> pairs;
  for (const auto& one : announcements) pairs.emplace(one.candidate, one.vacancy);
  return pairs;
}

std::multiset<Pair> once(const std::set<Pair>& pairs) {
  return {pairs.begin(), pairs.end()};
}

std::set<Pair> pairs_of(const Picture& picture) {
  std::set<Pair> pairs;
  for (const auto& vacancy : picture.vacancies()) {
    for (const auto handle : picture.fitting(vacancy)) pairs.emplace(picture.candidate(handle), vacancy);
  }
  return pairs;
}

TEST(Feed, AnnouncesExactlyThePairsThatNewlyFitInAnyHistoryAndAfterAnyRestart) {
  std::uint64_t announcements = 0;
  std::uint64_t looks = 0;
  for (std::uint64_t seed = 0; seed < 25 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const TemporaryDirectory directory;
    History history(seed);
    history.import(12, 8);
    auto feed = std::make_unique<Feed>(directory.path());
    look(*feed, history);
    auto before = history.fitting();
    EXPECT_TRUE(announced_in(directory.path()).empty()) << "the first look announces nothing";
    std::uint64_t last = 0;
    for (int step = 0; step < 16; ++step) {
      if (history.random().chance(15)) {
        history.next_day();
      }
      history.change();
      // Now and then several snapshots pass before the feed looks again.
      if (history.random().chance(20)) continue;
      if (history.random().chance(30)) feed = nullptr, feed = std::make_unique<Feed>(directory.path());
      look(*feed, history);
      const auto now = history.fitting();
      const auto newly = announced_in(directory.path(), last);
      ASSERT_EQ(pairs_of(newly), once(minus(now, before))) << "step " << step;
      ASSERT_EQ(pairs_of(feed->state().picture), now);
      for (const auto& one : newly) ASSERT_EQ(one.number, ++last);
      before = now;
      announcements += newly.size();
      ++looks;
    }
  }
  std::cout << looks << " looks, " << announcements << " announcements\n";
  EXPECT_GT(announcements, 500u);
}

TEST(Feed, SaysWhyAndWithTheScoresOfTheMatch) {
  const TemporaryDirectory directory;
  History history(100);
  history.import(20, 12);
  Feed feed(directory.path());
  look(feed, history);
  std::set<Cause> causes;
  for (int step = 0; step < 12; ++step) {
    const auto last = feed.state().announced;
    history.change();
    look(feed, history);
    for (const auto& one : announced_in(directory.path(), last)) {
      const auto pair = history.engine().explain_pair(one.candidate, one.vacancy, 0);
      EXPECT_EQ(one.combined_bp, pair.combined.expected_bp);
      EXPECT_EQ(one.demand_bp, pair.demand.expected_bp);
      EXPECT_EQ(one.supply_bp, pair.supply.expected_bp);
      EXPECT_EQ(one.at, at_one_moment().at);
      EXPECT_EQ(one.position, history.engine().pool().position());
      EXPECT_GE(one.newly_fitting, 1u);
      causes.insert(one.cause);
    }
  }
  EXPECT_EQ(causes, (std::set{Cause::vacancy, Cause::candidate}));
}

TEST(Feed, IsSilentWhenAnEditChangesNothing) {
  const TemporaryDirectory directory;
  History history(200);
  history.import(20, 12);
  Feed feed(directory.path());
  look(feed, history);
  for (int step = 0; step < 10; ++step) {
    history.touch();
    EXPECT_EQ(look(feed, history).extent, Extent::nothing_new);
  }
  EXPECT_TRUE(announced_in(directory.path()).empty());
  EXPECT_EQ(feed.position(), history.engine().pool().position());
}

TEST(Feed, AnnouncesAPairAgainOnlyAfterItHasStoppedFitting) {
  const TemporaryDirectory directory;
  History history(300);
  history.import(20, 12);
  Feed feed(directory.path());
  look(feed, history);
  const auto fitting = history.fitting();
  ASSERT_FALSE(fitting.empty());
  const auto vacancy = fitting.begin()->second;
  std::multiset<Pair> of_vacancy;
  for (const auto& pair : fitting) {
    if (pair.second == vacancy) of_vacancy.insert(pair);
  }
  history.withdraw(vacancy);
  look(feed, history);
  EXPECT_TRUE(announced_in(directory.path()).empty()) << "an end is silent";
  history.put_back(vacancy);
  look(feed, history);
  EXPECT_EQ(pairs_of(announced_in(directory.path())), of_vacancy);
  // Gone and back between two looks: nobody could have acted on it.
  history.withdraw(vacancy);
  history.put_back(vacancy);
  look(feed, history);
  EXPECT_EQ(announced_in(directory.path()).size(), of_vacancy.size());
}

TEST(Feed, LooksAtEverythingOnANewDayAndWhenVeryManyChange) {
  const TemporaryDirectory directory;
  History history(400);
  history.import(20, 12);
  Feed feed(directory.path());
  look(feed, history);
  auto before = history.fitting();
  history.import(300, 3);
  EXPECT_EQ(look(feed, history).extent, Extent::everything);
  EXPECT_EQ(pairs_of(feed.state().picture), history.fitting());
  before = history.fitting();
  const auto last = feed.state().announced;
  for (int days = 0; days < 5; ++days) history.next_day();
  history.touch();
  EXPECT_EQ(look(feed, history).extent, Extent::everything);
  EXPECT_EQ(pairs_of(announced_in(directory.path(), last)), once(minus(history.fitting(), before)));
}

TEST(Feed, AnnouncesTheBestAndCountsTheRestWhenVeryManyNewlyFitOneRecord) {
  const TemporaryDirectory directory;
  History history(500);
  history.import(1'500, 1);
  Feed feed(directory.path());
  look(feed, history);
  const auto before = history.fitting();
  std::size_t capped = 0;
  for (int step = 0; step < 6; ++step) {
    const auto last = feed.state().announced;
    history.import(0, 1);
    const auto report = look(feed, history);
    const auto announced = announced_in(directory.path(), last);
    EXPECT_EQ(announced.size(), std::min<std::size_t>(report.newly_fitting, most_of_a_record));
    std::uint16_t least = 10'000;
    for (const auto& one : announced) {
      EXPECT_EQ(one.newly_fitting, report.newly_fitting);
      EXPECT_LE(one.combined_bp, least);
      least = one.combined_bp;
    }
    capped += report.newly_fitting > most_of_a_record ? 1 : 0;
  }
  EXPECT_GT(capped, 0u);
  EXPECT_EQ(pairs_of(feed.state().picture), history.fitting());
}

TEST(Feed, IsKeptByOneProcessOnly) {
  const TemporaryDirectory directory;
  const Feed feed(directory.path());
  try {
    const Feed second(directory.path());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::storage_busy);
  }
}

std::filesystem::path looks_file_in(const std::filesystem::path& directory) {
  std::filesystem::path newest;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().extension() == ".log" && entry.path() > newest) newest = entry.path();
  }
  return newest;
}

TEST(Feed, CutOffAtAnyByteLosesNoWholeLookAndFindsTheCutOneAgain) {
  const TemporaryDirectory directory;
  History history(600);
  history.import(20, 12);
  std::uint64_t expected = 0;
  {
    Feed feed(directory.path());
    look(feed, history);
    while (feed.state().announced == 0) history.change(), look(feed, history);
    expected = feed.state().announced;
  }
  const auto file = looks_file_in(directory.path());
  const auto whole = read_file(file);
  const auto all = announced_in(directory.path());
  const auto header = whole.size() - std::min<std::size_t>(whole.size(), 400);
  for (std::size_t size = header; size <= whole.size(); size += 3) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << whole.substr(0, size);
    try {
      Feed feed(directory.path());
      Changed everybody;
      for (const auto& candidate : world::candidates_of(history.engine().pool())) {
        everybody.candidates.push_back(candidate.id);
      }
      for (const auto& [id, vacancy] : history.vacancies()) everybody.vacancies.push_back(id);
      feed.look(history.engine(), everybody, history.executor(), at_one_moment());
      EXPECT_EQ(pairs_of(feed.state().picture), history.fitting()) << size;
      EXPECT_LE(feed.state().announced, expected) << size;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::storage_corrupt) << error.what();
    }
  }
}

/// Some looks, in several files, with at least 40 announcements.
void announce_much(const std::filesystem::path& directory) {
  History history(700);
  history.import(20, 12);
  Feed feed(directory);
  look(feed, history);
  while (feed.state().announced < 40) {
    if (history.random().chance(20)) history.next_day();
    history.change();
    look(feed, history);
  }
}

TEST(FeedReader, ReadsTheNewestFirstInPages) {
  const TemporaryDirectory directory;
  announce_much(directory.path());
  auto all = announced_in(directory.path());
  std::reverse(all.begin(), all.end());
  std::vector<Announcement> joined;
  FeedQuery query;
  query.order = Order::newest_first;
  query.most = 7;
  for (FeedPage page; !page.complete || joined.empty();) {
    page = read_feed(directory.path(), query);
    query.before = page.next;
    joined.insert(joined.end(), page.announcements.begin(), page.announcements.end());
  }
  EXPECT_EQ(joined, all);
  query = {.since = 10, .before = 13, .order = Order::newest_first};
  const auto between = read_feed(directory.path(), query);
  ASSERT_EQ(between.announcements.size(), 2U);
  EXPECT_EQ(between.announcements[0].number, 12U);
  EXPECT_EQ(between.announcements[1].number, 11U);
  EXPECT_TRUE(between.complete);
  query = {.before = 1, .order = Order::newest_first};
  EXPECT_TRUE(read_feed(directory.path(), query).announcements.empty());
}

TEST(FeedReader, ReadsInPagesAndOfOneRecord) {
  const TemporaryDirectory directory;
  announce_much(directory.path());
  const auto all = announced_in(directory.path());
  std::vector<Announcement> joined;
  FeedQuery query;
  query.most = 7;
  for (FeedPage page; !page.complete || joined.empty();) {
    page = read_feed(directory.path(), query);
    query.since = page.next;
    joined.insert(joined.end(), page.announcements.begin(), page.announcements.end());
  }
  EXPECT_EQ(joined, all);
  const auto candidate = all.front().candidate;
  FeedQuery one;
  one.candidate = candidate;
  one.most = 1'000;
  const auto of_one = read_feed(directory.path(), one);
  EXPECT_EQ(of_one.next, all.back().number);
  std::vector<Announcement> expected;
  for (const auto& announcement : all) {
    if (announcement.candidate == candidate) expected.push_back(announcement);
  }
  EXPECT_EQ(of_one.announcements, expected);
  EXPECT_TRUE(read_feed(directory.path() / "absent", {}).announcements.empty());
}

}  // namespace
}  // namespace passend::feed
