// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "fixtures/generator/generator.hpp"
#include "indexer/pool/builder.hpp"
#include "matcher/feed/feed.hpp"
#include "server/api/routes.hpp"
#include "server/http/pieces.hpp"
#include "tests/api/contract.hpp"

namespace passend::test {
namespace {

std::filesystem::path feed_directory(const RegionServer& region) {
  return region.directory.path() / "feed";
}

/// Everything in the region is new to a feed that first looked at an empty one.
void announce(const RegionServer& region) {
  const auto nobody = pool::Builder(region.taxonomy, region.postcodes).build({}, {});
  const engine::EngineSettings settings{generator::GeneratorOptions().today};
  const engine::Engine empty(nobody, criteria::default_weights(), region.executor, settings);
  feed::Feed feed(feed_directory(region));
  feed.look(empty, {}, region.executor, {});
  feed::Changed changed;
  for (const auto& [id, portfolio] : region.people) changed.candidates.push_back(id);
  feed.look(*region.engine, changed, region.executor, {now(), {}});
}

void announce_everything(RegionServer& region) {
  announce(region);
  region.services->feed_directory = feed_directory(region);
}

/// A stream of the feed that somebody has begun to read.
class FeedStream {
 public:
  explicit FeedStream(const RegionServer& region, const std::string& query = {}, const std::string& fields = {})
      : client_(region.port) {
    client_.send(request_text(region.port, "GET", "/v1/feed" + query, "", "Accept: text/event-stream\r\n" + fields));
    head = *client_.read_reply_to_head();
    if (head.status == 200) rest_ = client_.read_chunk().value();
    EXPECT_EQ(std::exchange(rest_, {}), "retry: 3000\n\n");
  }

  /// The data of the next event.
  Json next() {
    std::size_t end = 0;
    while ((end = rest_.find("\n\n")) == std::string::npos) rest_ += client_.read_chunk().value();
    const std::string event = rest_.substr(0, end);
    rest_.erase(0, end + 2);
    const std::size_t data = event.find("\ndata: ");
    const Json json = Json::parse(event.substr(data + 7));
    EXPECT_EQ(event.substr(0, data), "id: " + json["number"].dump() + "\nevent: announcement");
    return json;
  }

  Reply head;

 private:
  RawClient client_;
  std::string rest_;
};

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

TEST(FeedStream, SendsWhatIsAnnouncedWhenItIs) {
  RegionServer region;
  region.services->feed_directory = feed_directory(region);
  FeedStream stream(region, "?detail=pairs");
  EXPECT_EQ(stream.head.header("Content-Type"), "text/event-stream");
  announce(region);
  region.services->feed_bell->ring();
  const Json page = region.get_ok("/v1/feed?detail=pairs&pageSize=100")["announcements"];
  ASSERT_GT(page.size(), 30U) << "more than are sent at a time";
  for (const Json& announcement : page) EXPECT_EQ(stream.next(), announcement);
}

TEST(FeedStream, GoesOnWhereABrowserWas) {
  RegionServer region;
  announce_everything(region);
  const Json page = region.get_ok("/v1/feed?pageSize=100")["announcements"];
  FeedStream again(region, "", "Last-Event-ID: " + page[4]["number"].dump() + "\r\n");
  EXPECT_EQ(again.next(), page[5]);
  FeedStream since(region, "?since=" + page[9]["number"].dump());
  EXPECT_EQ(since.next(), page[10]);
  EXPECT_EQ(ask(region.port, "GET", "/v1/feed", "", "Accept: text/event-stream\r\nLast-Event-ID: x\r\n").status, 400);
}

TEST(FeedStream, IsInTheReadLogAndLeavesOutWhoWasWithdrawn) {
  RegionServer region;
  announce_everything(region);
  const Json page = region.get_ok("/v1/feed?pageSize=100")["announcements"];
  CandidateId withdrawn = *CandidateId::parse(page[0]["candidateId"].get<std::string>());
  ASSERT_NE(withdrawn, region.candidate) << "the region's caller";
  region.withdraw(withdrawn);
  const auto number_of_newest = [&] {
    const auto rows = region.read_log->after(0, {}, 100'000);
    return rows.empty() ? 0 : rows.back().number;
  };
  const std::int64_t before = number_of_newest();
  FeedStream stream(region, "?since=0");
  std::set<CandidateId> showed;
  for (int i = 0; i < 10; ++i) showed.insert(*CandidateId::parse(stream.next()["candidateId"].get<std::string>()));
  std::set<CandidateId> logged;
  for (const auto& row : region.read_log->after(before, {}, 100'000)) {
    EXPECT_EQ(row.act.name, "see_feed");
    logged.insert(row.person);
  }
  EXPECT_FALSE(showed.contains(withdrawn));
  EXPECT_FALSE(logged.contains(withdrawn));
  showed.erase(region.candidate);
  EXPECT_TRUE(std::includes(logged.begin(), logged.end(), showed.begin(), showed.end()));
}

TEST(FeedStream, EndsWithTheRightToSeeIt) {
  RegionServer region;
  announce_everything(region);
  std::optional<auth::Principal> principal = auth::Principal{};
  principal->subject = "somebody";
  principal->roles.add(auth::Role::jobhunter);
  const http::Router router =
      api::make_router(*region.services, {[&](const http::Request&) { return principal; }, {}}, {});
  http::Request request;
  request.target = "/v1/feed?since=0";
  request.segments = {"v1", "feed"};
  request.query = {{"since", "0"}};
  request.fields = {{"Host", "localhost"}, {"Accept", "text/event-stream"}};
  const auto begin = [&] {
    auto response = router.answer(request);
    EXPECT_EQ(response.status, 200);
    EXPECT_FALSE(response.pieces->next()->empty());
    return response.pieces;
  };
  const auto stream_of_other_role = begin();
  principal->roles = {auth::Role::manager};
  EXPECT_EQ(stream_of_other_role->next(), std::nullopt);
  EXPECT_EQ(router.answer(request).status, 403);
  principal->roles = {auth::Role::jobhunter};
  const auto stream_of_nobody = begin();
  principal.reset();
  EXPECT_EQ(stream_of_nobody->next(), std::nullopt);
  EXPECT_EQ(router.answer(request).status, 401);
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
