// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <signal.h>

#include <array>
#include <chrono>
#include <cstdio>

#include "matcher/feed/reader.hpp"
#include "tests/faults/child.hpp"
#include "tests/unit/matcher/feed/history.hpp"
#include "tests/world/world.hpp"

/// kill -9 at random moments of a process that keeps the feed.
namespace passend::feed {
namespace {

using test::History;
using test::Pair;

constexpr int steps = 40;
constexpr int people = 15;
constexpr int vacancies = 10;

/// Keeps the feed of a history to its end.
int keep_feed(const std::filesystem::path& directory, std::uint64_t seed) {
  History history(seed, 1);
  history.import(people, vacancies);
  Feed feed(directory);
  feed.look(history.engine(), history.take_changed(), history.executor(), {});
  for (int step = 0; step < steps; ++step) {
    history.change();
    feed.look(history.engine(), history.take_changed(), history.executor(), {});
  }
  return 0;
}

/// Who fits at the end of each step, by the position of its snapshot.
std::map<std::int64_t, std::set<Pair>> fitting_by_position(History& history) {
  std::map<std::int64_t, std::set<Pair>> fitting;
  fitting[history.engine().pool().position()] = history.fitting();
  for (int step = 0; step < steps; ++step) {
    history.change();
    fitting[history.engine().pool().position()] = history.fitting();
  }
  return fitting;
}

std::multiset<Pair> once(const std::set<Pair>& pairs) {
  return {pairs.begin(), pairs.end()};
}

/// What must have been announced by looks at every step up to `position`, and by one at the end.
std::multiset<Pair> expected(const std::map<std::int64_t, std::set<Pair>>& fitting, std::int64_t position) {
  std::multiset<Pair> pairs;
  if (position == 0) return pairs;  // Killed before the first look: the one at the end was the first.
  std::set<Pair> before = fitting.begin()->second;
  for (auto step = std::next(fitting.begin()); step != fitting.end(); ++step) {
    if (step->first > position && step != std::prev(fitting.end())) continue;
    pairs.merge(once(test::minus(step->second, before)));
    before = step->second;
  }
  return pairs;
}

/// A history at its end, made once per seed.
struct Lived {
  explicit Lived(std::uint64_t seed) : history(seed, 1) {
    history.import(people, vacancies);
    fitting = fitting_by_position(history);
    changed = history.take_changed();
  }
  History history;
  std::map<std::int64_t, std::set<Pair>> fitting;
  Changed changed;
};

TEST(FeedKilled, AtAnyMomentAnnouncesEveryPairOnceAndForgetsNone) {
  Random random(5);
  std::size_t announced = 0;
  int killed = 0;
  std::array<std::unique_ptr<Lived>, 3> all_lived;
  for (std::uint64_t round = 0; round < static_cast<std::uint64_t>(faults::rounds_or(30)); ++round) {
    SCOPED_TRACE(round);
    const world::TemporaryDirectory directory;
    const std::uint64_t seed = 1'000 + round % 3;
    {
      faults::Child child([&](int) { return keep_feed(directory.path() / "feed", seed); });
      const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(random.between(0, 400'000));
      while (std::chrono::steady_clock::now() < end && child.listen(500)) {
      }
      child.kill();
      killed += child.wait() == 1000 + SIGKILL ? 1 : 0;
    }
    auto& lived = all_lived[round % 3];
    if (!lived) lived = std::make_unique<Lived>(seed);
    Feed feed(directory.path() / "feed");
    const auto position = feed.state().looks == 0 ? 0 : feed.state().position;
    feed.look(lived->history.engine(), lived->changed, lived->history.executor(), {});
    FeedQuery all;
    all.most = 1'000'000;
    std::multiset<Pair> pairs;
    for (const auto& one : read_feed(directory.path() / "feed", all).announcements) {
      pairs.emplace(one.candidate, one.vacancy);
    }
    // Looks that turned nothing leave no position behind and make no difference.
    ASSERT_EQ(pairs, expected(lived->fitting, position));
    announced += pairs.size();
  }
  std::printf("%d processes killed, %zu announcements, each once\n", killed, announced);
  EXPECT_GT(announced, 0u);
  EXPECT_GT(killed, 0);
}

}  // namespace
}  // namespace passend::feed
