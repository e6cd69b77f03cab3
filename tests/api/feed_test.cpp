// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "fixtures/generator/generator.hpp"
#include "indexer/pool/builder.hpp"
#include "matcher/feed/feed.hpp"
#include "tests/api/contract.hpp"

namespace passend::test {
namespace {

/// Everything in the region is new to a feed that first looked at an empty one.
void announce_everything(RegionServer& region) {
  const auto nobody = pool::Builder(region.taxonomy, region.postcodes).build({}, {});
  const engine::EngineSettings settings{generator::GeneratorOptions().today};
  const engine::Engine empty(nobody, criteria::default_weights(), region.executor, settings);
  feed::Feed feed(region.directory.path() / "feed");
  feed.look(empty, {}, region.executor, {});
  feed::Changed changed;
  for (const auto& [id, portfolio] : region.people) changed.candidates.push_back(id);
  feed.look(*region.engine, changed, region.executor, {now(), {}});
  region.services->feed_directory = region.directory.path() / "feed";
}

TEST(FeedOverTheApi, ComesInPagesAndLeavesOutWhoWasWithdrawn) {
  RegionServer region;
  EXPECT_TRUE(region.get_ok("/v1/feed")["announcements"].empty());
  announce_everything(region);
  std::set<std::pair<std::string, std::string>> pairs;
  std::string next = "0";
  for (bool complete = false; !complete;) {
    const Json page = region.get_ok("/v1/feed?pageSize=7&since=" + next);
    EXPECT_EQ(violations_of(page, openapi()["components"]["schemas"]["FeedPage"]), "");
    EXPECT_LE(page["announcements"].size(), 7u);
    for (const auto& one : page["announcements"])
      EXPECT_TRUE(pairs.emplace(one["vacancyId"], one["candidateId"]).second);
    next = page["next"].dump();
    complete = page["complete"];
  }
  EXPECT_TRUE(pairs.contains({to_text(region.vacancy), to_text(region.candidate)}));
  const Json of_one = region.get_ok("/v1/feed?pageSize=100&candidateId=" + to_text(region.candidate));
  ASSERT_FALSE(of_one["announcements"].empty());
  for (const auto& one : of_one["announcements"]) EXPECT_EQ(one["candidateId"], to_text(region.candidate));
  region.withdraw(region.candidate);
  EXPECT_TRUE(region.get_ok("/v1/feed?pageSize=100&candidateId=" + to_text(region.candidate))["announcements"].empty());
}

/// Numbers of all announcements, page by page, the newest first.
std::vector<std::uint64_t> numbers_newest_first(const RegionServer& region) {
  std::vector<std::uint64_t> numbers;
  std::string before;
  for (bool complete = false; !complete;) {
    const Json page = region.get_ok("/v1/feed?order=newest&detail=pairs&pageSize=7" + before);
    EXPECT_EQ(violations_of(page, openapi()["components"]["schemas"]["FeedPage"]), "");
    for (const auto& one : page["announcements"]) numbers.push_back(one["number"]);
    before = "&before=" + page["next"].dump();
    complete = page["complete"];
  }
  return numbers;
}

TEST(FeedOverTheApi, ComesNewestFirstAndSaysWhoWhatAndHowTheyFitNow) {
  RegionServer region;
  announce_everything(region);
  const auto numbers = numbers_newest_first(region);
  ASSERT_GT(numbers.size(), 14u);
  for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(numbers[i], numbers.size() - i);
  const std::string of_one = "/v1/feed?order=newest&detail=pairs&pageSize=100&candidateId=" + to_text(region.candidate);
  for (const Json& one : region.get_ok(of_one)["announcements"]) {
    EXPECT_EQ(one["candidate"]["candidateId"], one["candidateId"]);
    EXPECT_EQ(one["vacancy"]["vacancyId"], one["vacancyId"]);
    EXPECT_EQ(one["now"]["lane"], "fits");
    EXPECT_EQ(one["now"]["combinedBp"], one["combinedBp"]);
  }
}

TEST(FeedOverTheApi, MarksWhoWasWithdrawnAmongThePairs) {
  RegionServer region;
  announce_everything(region);
  const std::string of_one = "/v1/feed?order=newest&detail=pairs&pageSize=100&candidateId=" + to_text(region.candidate);
  const auto before = region.get_ok(of_one)["announcements"].size();
  region.withdraw(region.candidate);
  const Json after = region.get_ok(of_one)["announcements"];
  ASSERT_EQ(after.size(), before);
  for (const Json& one : after) {
    EXPECT_FALSE(one.contains("candidate"));
    EXPECT_FALSE(one.contains("now"));
    EXPECT_TRUE(one.contains("vacancy"));
  }
}

TEST(FeedOverTheApi, RefusesWhatIsNoPlaceOrNoId) {
  const RegionServer region;
  for (const char* query : {"since=-1", "since=x", "pageSize=0", "pageSize=101", "vacancyId=12", "other=1", "before=0",
                            "order=best", "detail=all"}) {
    EXPECT_EQ(region.get("/v1/feed?" + std::string(query)).status, 400) << query;
  }
}

}  // namespace
}  // namespace passend::test
