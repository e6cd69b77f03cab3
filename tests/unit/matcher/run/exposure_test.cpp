// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/exposure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "matcher/run/exposure_json.hpp"
#include "tests/unit/matcher/run/runs.hpp"

namespace passend::run::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A run for a vacancy that lists these candidates at ranks 1, 2, ...
Run list_of(Date day, const std::vector<int>& candidates) {
  auto run = run_on(day, 0);
  run.result.rows.clear();
  for (const int candidate : candidates) {
    engine::MatchRow row;
    row.id = world::candidate_id(candidate).value;
    row.rank = run.result.rows.size() + 1;
    run.result.rows.push_back(row);
  }
  return run;
}

std::shared_ptr<const pool::Pool> people_in(const std::vector<std::string>& postcodes) {
  std::vector<SearchProfile> people;
  for (const auto& postcode : postcodes) {
    SearchProfile person;
    person.id = world::candidate_id(static_cast<int>(people.size()));
    person.mobility.postcode = postcode;
    people.push_back(person);
  }
  return world::pool_of(people, {});
}

TEST(Exposure, CountsTheListsInWhichSomeoneStoodWithinTheTop) {
  ExposureCount count(2);
  count.add(list_of(day(2026, 11, 3), {0, 1, 2}));
  count.add(list_of(day(2026, 11, 1), {0, 2}));
  const auto exposure = count.over(*people_in({"1201", "1201", "1201", "1201"}));
  EXPECT_EQ(exposure.lists, 2U);
  ASSERT_EQ(exposure.people.size(), 4U);
  EXPECT_EQ(exposure.people[0].lists, 2U);
  EXPECT_EQ(exposure.people[0].last_shown, day(2026, 11, 3));
  EXPECT_EQ(exposure.people[1].lists, 1U);
  EXPECT_EQ(exposure.people[2].lists, 1U);
  EXPECT_EQ(exposure.people[2].last_shown, day(2026, 11, 1));
  EXPECT_EQ(exposure.people[3].lists, 0U);
  EXPECT_EQ(exposure.people[3].last_shown, std::nullopt);
  EXPECT_EQ(exposure.never_shown, 1U);
}

TEST(Exposure, PassesOverWhatACandidateAskedForAndWhoIsGone) {
  ExposureCount count(50);
  auto own = list_of(day(2026, 11, 3), {0});
  own.question.direction = Direction::vacancies_for_candidate;
  count.add(own);
  count.add(list_of(day(2026, 11, 3), {7}));
  const auto exposure = count.over(*people_in({"1201"}));
  EXPECT_EQ(exposure.lists, 1U);
  EXPECT_EQ(exposure.never_shown, 1U);
}

BatchShowings batch_over(std::uint64_t vacancies, Showings showings) {
  return {new_run_id({1'795'305'600'000}), {1'795'305'600'000}, vacancies, std::move(showings)};
}

TEST(Exposure, CountsTheListOfEveryVacancyOfABatch) {
  const auto batch =
      batch_over(40, {{10, 25, 50}, {world::candidate_id(0), world::candidate_id(1)}, {0, 2, 7, 3, 3, 3}});
  const auto lists = [&](std::uint64_t top) {
    ExposureCount count(top);
    count.add(batch);
    count.add(list_of(day(2026, 11, 3), {1}));
    const auto exposure = count.over(*people_in({"1201", "1201", "1201"}));
    EXPECT_EQ(exposure.lists, 41U);
    EXPECT_EQ(exposure.batches, 1U);
    return std::vector<std::uint64_t>{exposure.people[0].lists, exposure.people[1].lists, exposure.people[2].lists};
  };
  EXPECT_THAT(lists(10), ElementsAre(0, 4, 0));
  EXPECT_THAT(lists(25), ElementsAre(2, 4, 0));
  EXPECT_THAT(lists(50), ElementsAre(7, 4, 0));
  EXPECT_THAT(lists(1'000), ElementsAre(7, 4, 0));
}

TEST(Exposure, PassesOverABatchThatDoesNotSayWhoStoodWithinTheTop) {
  ExposureCount count(7);
  count.add(batch_over(40, {{10, 25}, {world::candidate_id(0)}, {1, 1}}));
  const auto exposure = count.over(*people_in({"1201"}));
  EXPECT_EQ(exposure.lists, 0U);
  EXPECT_EQ(exposure.batches_passed, 1U);
  EXPECT_EQ(exposure.people[0].lists, 0U);
  EXPECT_EQ(exposure.people[0].last_shown, std::nullopt);
}

TEST(Showings, SayHowHighPeopleStoodAndLeaveOutWhoNeverDid) {
  const std::vector<Id128> people{{0, 1}, {0, 2}, {0, 3}};
  ShowingsCount count(people, 60);
  for (const std::uint64_t rank : {1U, 10U, 11U, 51U, 60U}) count.add(0, rank);
  count.add(2, 26);
  EXPECT_EQ(count.result(), (Showings{{10, 25, 50, 60}, {{people[0]}, {people[2]}}, {2, 3, 3, 5, 0, 0, 1, 1}}));
  EXPECT_THAT(tops_within(50), ElementsAre(10, 25, 50));
  EXPECT_THAT(tops_within(1), ElementsAre(1));
}

TEST(Exposure, BandsHoldEverybodyOnce) {
  ExposureCount count(1);
  for (int candidate = 0; candidate < 7; ++candidate) {
    constexpr int lists[] = {0, 1, 4, 5, 19, 49, 60};
    for (int i = 0; i < lists[candidate]; ++i) count.add(list_of(day(2026, 11, 1), {candidate}));
  }
  std::vector<std::uint64_t> people;
  for (const auto& band : bands_of(count.over(*people_in(std::vector<std::string>(7, "1201"))))) {
    people.push_back(band.people);
  }
  EXPECT_THAT(people, ElementsAre(1, 1, 1, 1, 1, 1, 1));
}

Grouping grouping_with(const std::vector<std::uint64_t>& sizes) {
  Grouping grouping;
  for (const auto size : sizes)
    grouping.groups.push_back({std::string(1, static_cast<char>('a' + grouping.groups.size())), size, 0, 0});
  withhold_small_groups(grouping);
  return grouping;
}
std::vector<std::uint64_t> sizes_of(const Grouping& grouping) {
  std::vector<std::uint64_t> sizes;
  for (const auto& group : grouping.groups) sizes.push_back(group.people);
  return sizes;
}

TEST(Exposure, GivesNoGroupOfFewerThanFive) {
  EXPECT_THAT(sizes_of(grouping_with({9, 5, 7})), ElementsAre(9, 5, 7));
  EXPECT_THAT(sizes_of(grouping_with({9, 3, 4, 7})), ElementsAre(9, 7));
  EXPECT_THAT(sizes_of(grouping_with({1})), IsEmpty());
  EXPECT_THAT(sizes_of(grouping_with({})), IsEmpty());
}

TEST(Exposure, WithholdsANeighbourSoThatASmallGroupCannotBeWorkedOut) {
  const auto grouping = grouping_with({9, 3, 7, 20});
  EXPECT_THAT(sizes_of(grouping), ElementsAre(9, 20));
  EXPECT_EQ(grouping.withheld_groups, 2U);
  EXPECT_EQ(grouping.withheld_people, 10U);
  EXPECT_THAT(sizes_of(grouping_with({9, 1, 1, 7})), ElementsAre(9));
  EXPECT_THAT(sizes_of(grouping_with({4, 30})), IsEmpty());
}

TEST(Exposure, NeverLetsFewerThanFiveBeWorkedOutFromTheTotal) {
  Random random(11);
  for (int round = 0; round < 5'000; ++round) {
    std::vector<std::uint64_t> sizes;
    std::uint64_t total = 0;
    for (auto groups = random.below(8); groups > 0; --groups) total += sizes.emplace_back(1 + random.below(12));
    const auto grouping = grouping_with(sizes);
    std::uint64_t given = 0;
    for (const auto size : sizes_of(grouping)) {
      EXPECT_GE(size, smallest_group);
      given += size;
    }
    EXPECT_EQ(given + grouping.withheld_people, total);
    if (grouping.withheld_groups != 0 && !grouping.groups.empty()) {
      EXPECT_GE(grouping.withheld_groups, 2U);
      EXPECT_GE(total - given, smallest_group);
    }
  }
}

TEST(Exposure, GroupsByMunicipalityWorkLevelAndWantedOccupation) {
  std::vector<SearchProfile> people;
  for (int i = 0; i < 12; ++i) {
    SearchProfile person;
    person.id = world::candidate_id(i);
    person.mobility.postcode = i < 6 ? "1201" : "";
    if (i < 6) person.work_level = WorkLevel::vmbo;
    person.wanted_occupations = std::vector<ConceptRef>{ConceptRef{"urn:passend:orderpicker", ""}};
    people.push_back(person);
  }
  ExposureCount count(5);
  count.add(list_of(day(2026, 11, 1), {0, 1, 2, 3, 4}));
  const auto exposure = count.over(*world::pool_of(people, {}));
  ASSERT_EQ(exposure.groupings.size(), 3U);
  const auto& municipalities = exposure.groupings[0];
  ASSERT_EQ(municipalities.groups.size(), 2U);
  EXPECT_EQ(municipalities.groups[0].name, "Streek");
  EXPECT_EQ(municipalities.groups[0].never_shown, 1U);
  EXPECT_EQ(municipalities.groups[0].lists, 5U);
  EXPECT_EQ(municipalities.groups[1].name, "unknown");
  EXPECT_EQ(municipalities.groups[1].never_shown, 6U);
  EXPECT_EQ(exposure.groupings[1].groups[1].name, "vmbo");
  EXPECT_EQ(exposure.groupings[2].groups.size(), 1U);
  EXPECT_EQ(summary_json(exposure).find(to_text(people[0].id)), std::string::npos);
}

}  // namespace
}  // namespace passend::run::test
