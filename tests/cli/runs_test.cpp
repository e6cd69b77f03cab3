// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/base/hash.hpp"
#include "tests/cli/program.hpp"

/// What is recorded of a match, listed, shown, asked again and removed, as an auditor does it.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

class Runs : public testing::Test {
 protected:
  void SetUp() override {
    program_.prepare();
    const std::string region = directory_.path() / "region.ndjson";
    succeed({"generate", "--portfolios", "80", "--vacancies", "20", "--employers", "5", "--seed", "3", "--today",
             "2026-11-22", "--output", region});
    succeed({"import", region});
    succeed({"index", "build"});
    const Json hits = json_of({"search", "vacancies", "", "--page-size", "20"});
    for (const auto& hit : hits.at("hits")) vacancies_.push_back(hit.at("id"));
  }

  std::string succeed(const std::vector<std::string>& arguments) const {
    const auto outcome = program_.run(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  }
  Json json_of(std::vector<std::string> arguments) const {
    arguments.emplace_back("--json");
    return Json::parse(succeed(arguments));
  }
  std::string match(const std::string& vacancy) const {
    return json_of({"match", "vacancy", vacancy, "--lane", "open"}).at("run").at("id");
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
  std::vector<std::string> vacancies_;
};

TEST_F(Runs, AMatchIsRecordedListedAndShown) {
  const auto run = match(vacancies_[0]);
  const Json page = json_of({"match", "vacancy", vacancies_[1], "--lane", "open"});
  const Json list = json_of({"match", "runs"});
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list.at(0).at("id"), run);
  EXPECT_EQ(list.at(1).at("id"), page.at("run").at("id"));
  EXPECT_EQ(list.at(1).at("result").at("rows").size(), page.at("rows").size());
  EXPECT_EQ(json_of({"match", "runs", "--vacancy", vacancies_[0]}).size(), 1U);
  EXPECT_EQ(json_of({"match", "runs", "--candidate", page.at("rows").at(0).at("id")}).at(0).at("kind"), "match-1");
  EXPECT_EQ(json_of({"match", "runs", "--day", "2020-01-01"}).size(), 0U);
  EXPECT_EQ(json_of({"match", "runs", "show", run}), list.at(0));
  EXPECT_THAT(succeed({"match", "runs"}), HasSubstr(run));
  EXPECT_THAT(succeed({"match", "runs", "show", run}), HasSubstr("result hash"));
}

TEST_F(Runs, TheCanonicalBytesHaveTheResultHash) {
  const auto run = match(vacancies_[0]);
  const auto bytes = succeed({"match", "runs", "show", run, "--canonical"});
  EXPECT_EQ(sha256_hex(bytes), json_of({"match", "runs", "show", run}).at("resultHash"));
}

TEST_F(Runs, AReplayOfAnUnchangedStoreProvesTheResult) {
  for (const auto& vacancy : {vacancies_[0], vacancies_[1]}) {
    const Json replay = json_of({"match", "replay", match(vacancy)});
    EXPECT_EQ(replay.at("verdict"), "proved");
    EXPECT_EQ(replay.at("hashThen"), replay.at("hashNow"));
  }
}

TEST_F(Runs, AReplayAfterAChangeNamesThePoolAndIsStatus7) {
  const auto run = match(vacancies_[0]);
  const std::string more = directory_.path() / "more.ndjson";
  succeed({"generate", "--portfolios", "200", "--vacancies", "1", "--employers", "1", "--seed", "9", "--today",
           "2026-11-22", "--output", more});
  succeed({"import", more});
  const auto outcome = program_.run({"match", "replay", run, "--json"});
  EXPECT_EQ(outcome.status, 7) << outcome.err;
  const Json replay = Json::parse(outcome.out);
  EXPECT_EQ(replay.at("verdict"), "different");
  EXPECT_EQ(replay.at("inputs").at(0).at("what"), "pool position");
  EXPECT_FALSE(replay.at("results").empty());
  EXPECT_THAT(outcome.err, HasSubstr("is no longer here"));
  EXPECT_EQ(program_.run({"match", "replay", run}).status, 7);
}

TEST_F(Runs, ADamagedLineIsToldOfAndHarmsNoOther) {
  const auto first = match(vacancies_[0]);
  const auto run = match(vacancies_[1]);
  const auto log = std::filesystem::directory_iterator(program_.data() / "runs");
  for (const auto& entry : log) {
    if (entry.path().extension() != ".ndjson") continue;
    std::fstream file(entry.path());
    file.seekp(200);
    file.put('#');
    file.seekp(0, std::ios::end);
    file << "{\"sha256\":\"half";
  }
  const auto list = program_.run({"match", "runs", "--json"});
  EXPECT_EQ(list.status, 0);
  EXPECT_EQ(Json::parse(list.out).size(), 1U);
  EXPECT_THAT(list.err, HasSubstr("line 1 of"));
  EXPECT_THAT(list.err, HasSubstr("the half of a record"));
  EXPECT_EQ(program_.run({"match", "runs", "show", first}).status, 4);
  EXPECT_EQ(program_.run({"match", "runs", "show", run}).status, 0);
  const auto next = program_.run({"match", "vacancy", vacancies_[0]});
  EXPECT_EQ(next.status, 0);
  EXPECT_THAT(next.err, HasSubstr("ended in half a record"));
}

TEST_F(Runs, NoMatchIsAnsweredThatCannotBeRecorded) {
  std::ofstream(program_.data() / "runs") << "a file where the directory should be";
  const auto outcome = program_.run({"match", "vacancy", vacancies_[0]});
  EXPECT_EQ(outcome.status, 5);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("runs"));
}

TEST_F(Runs, PruningKeepsWhatIsYoung) {
  match(vacancies_[0]);
  const Json report = json_of({"match", "runs", "prune"});
  EXPECT_EQ(report.at("removed"), 0);
  EXPECT_EQ(report.at("kept"), 1);
}

TEST_F(Runs, WhatIsAskedWronglyIsNamed) {
  const std::string nobody(32, '1');
  EXPECT_EQ(program_.run({"match", "runs", "show", "x"}).status, 2);
  EXPECT_EQ(program_.run({"match", "runs", "show", nobody}).status, 4);
  EXPECT_EQ(program_.run({"match", "replay", nobody}).status, 4);
  EXPECT_EQ(program_.run({"match", "runs", "--day", "yesterday"}).status, 2);
  EXPECT_EQ(program_.run({"match", "runs", "prune", "--keep-days", "0"}).status, 2);
}

}  // namespace
}  // namespace passend::cli_test
