// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "tests/api/region_server.hpp"

/// Every ranked list leaves a record, which can be read and asked again.
namespace passend::test {
namespace {

TEST(Runs, AMatchAnswersWithARunThatCanBeReadAtOnce) {
  const RegionServer region;
  const auto address = "/v1/vacancies/" + to_text(region.vacancy) + "/_match";
  for (int round = 0; round < 20; ++round) {
    const Json answer = region.post_ok(address, {{"page", 1 + round % 3}, {"pageSize", 5}, {"sort", "supply"}});
    const Json run = region.get_ok("/v1/runs/" + answer["run"]["runId"].get<std::string>());
    EXPECT_EQ(run["question"]["subject"], to_text(region.vacancy));
    EXPECT_EQ(run["question"]["page"], 1 + round % 3);
    EXPECT_EQ(run["result"]["counts"], answer["counts"]);
    ASSERT_EQ(run["result"]["rows"].size(), answer["matches"].size());
    for (std::size_t i = 0; i < answer["matches"].size(); ++i) {
      EXPECT_EQ(run["result"]["rows"][i]["id"], answer["matches"][i]["candidate"]["candidateId"]);
      EXPECT_EQ(run["result"]["rows"][i]["combinedBp"][0], answer["matches"][i]["scores"]["combinedBp"]);
    }
  }
}

TEST(Runs, TheOtherDirectionIsRecordedToo) {
  const RegionServer region;
  const Json answer =
      region.post_ok("/v1/candidates/" + to_text(region.candidate) + "/_match", {{"lane", "one_question_open"}});
  const Json run = region.get_ok("/v1/runs/" + answer["run"]["runId"].get<std::string>());
  EXPECT_EQ(run["question"]["direction"], "vacancies_for_candidate");
  EXPECT_EQ(run["question"]["lane"], "one_question_open");
}

TEST(Runs, AReplayProvesTheResultOfAnUnchangedPool) {
  const RegionServer region;
  const Json answer = region.post_ok("/v1/vacancies/" + to_text(region.vacancy) + "/_match", {{"pageSize", 10}});
  const auto address = "/v1/runs/" + answer["run"]["runId"].get<std::string>();
  const Json replay = region.post_ok(address + "/_replay", Json::object());
  EXPECT_EQ(replay["verdict"], "proved");
  EXPECT_EQ(replay["hashThen"], replay["hashNow"]);
  EXPECT_EQ(replay["hashThen"], region.get_ok(address)["resultHash"]);
  EXPECT_TRUE(replay["rows"].empty());
}

TEST(Runs, WhatIsNotThereIsNotFound) {
  const RegionServer region;
  const std::string nobody(32, '0');
  EXPECT_EQ(region.get("/v1/runs/" + nobody).status, 404);
  EXPECT_EQ(region.post("/v1/runs/" + nobody + "/_replay", Json::object()).status, 404);
  EXPECT_EQ(region.get("/v1/runs/nonsense").status, 400);
  EXPECT_EQ(region.post("/v1/runs/" + to_text(region.run) + "/_replay", {{"weights", "other"}}).status, 400);
}

}  // namespace
}  // namespace passend::test
