// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/base/file.hpp"
#include "tests/cli/program.hpp"

/// An event is filled, and who is never shown is found, on the command line.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

class Event : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TemporaryDirectory;
    program_ = new Program(directory_->path());
    program_->prepare();
    const std::string region = directory_->path() / "region.ndjson";
    succeed({"generate", "--portfolios", "200", "--vacancies", "30", "--employers", "8", "--seed", "7", "--today",
             "2026-11-22", "--output", region});
    succeed({"import", region});
    succeed({"index", "build"});
    choose_vacancies();
  }
  static void TearDownTestSuite() {
    delete program_;
    delete directory_;
  }

  static std::string succeed(const std::vector<std::string>& arguments) {
    const auto outcome = program_->run(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  }
  static Json json_of(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    return Json::parse(succeed(arguments));
  }

  /// Vacancies that at least six people fit, and a caseload for each person of the region in turn.
  static void choose_vacancies() {
    const Json hits = json_of({"search", "vacancies", "", "--page-size", "30"});
    for (const auto& hit : hits.at("hits")) {
      const auto match = program_->run({"match", "vacancy", hit.at("id"), "--top", "1", "--json"});
      if (match.status != 0 || vacancies_.size() == 4) continue;  // Closed, or enough.
      if (Json::parse(match.out).at("counts").at("fits") >= 6) vacancies_.push_back(hit.at("id"));
    }
    ASSERT_EQ(vacancies_.size(), 4U);
    std::string csv = "candidate;caseload\n";
    int number = 0;
    for (int page = 1; page <= 2; ++page) {
      const Json people = json_of({"search", "candidates", "", "--page-size", "100", "--page", std::to_string(page)});
      for (const auto& hit : people.at("hits")) {
        caseload_of_[hit.at("id")] = "team " + std::to_string(number++ % 3);
        csv += hit.at("id").get<std::string>() + ";" + caseload_of_[hit.at("id")] + "\n";
      }
    }
    caseloads_ = program_->write("caseloads.csv", csv);
  }

  static std::vector<std::string> select(std::vector<std::string> more) {
    std::vector<std::string> arguments{"match", "select", "--vacancies"};
    arguments.insert(arguments.end(), vacancies_.begin(), vacancies_.end());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }

  static TemporaryDirectory* directory_;
  static Program* program_;
  static std::vector<std::string> vacancies_;
  static std::map<std::string, std::string> caseload_of_;
  static std::string caseloads_;
};

TemporaryDirectory* Event::directory_ = nullptr;
Program* Event::program_ = nullptr;
std::vector<std::string> Event::vacancies_;
std::map<std::string, std::string> Event::caseload_of_;
std::string Event::caseloads_;

TEST_F(Event, KeepsEveryLimitAndGivesAReasonForEachPlace) {
  const Json places = json_of(select({"--per-vacancy", "2..5", "--caseloads", caseloads_, "--per-caseload", "7"}));
  std::map<std::string, int> of_vacancy;
  std::map<std::string, int> of_person;
  std::map<std::string, int> of_caseload;
  for (const auto& place : places) {
    ++of_vacancy[place.at("vacancy")];
    ++of_person[place.at("candidate")];
    ++of_caseload[place.at("caseload")];
    EXPECT_EQ(place.at("caseload"), caseload_of_.at(place.at("candidate")));
    EXPECT_FALSE(place.at("reason").get<std::string>().empty());
    EXPECT_GT(place.at("scoreBp"), 0);
  }
  EXPECT_EQ(of_vacancy.size(), 4U);
  for (const auto& [vacancy, count] : of_vacancy) EXPECT_TRUE(count >= 2 && count <= 5) << vacancy;
  for (const auto& [person, count] : of_person) EXPECT_EQ(count, 1) << person;
  for (const auto& [caseload, count] : of_caseload) EXPECT_LE(count, 7) << caseload;
}

TEST_F(Event, IsTheSameEveryTimeAndInEveryForm) {
  const auto limits = select({"--per-vacancy", "3", "--seed", "5"});
  const Json places = json_of(limits);
  EXPECT_EQ(json_of(limits), places);
  auto csv = limits;
  csv.insert(csv.end(), {"--format", "csv"});
  EXPECT_THAT(succeed(csv), StartsWith("vacancy,candidate,caseload,score,reason\r\n" +
                                       places.at(0).at("vacancy").get<std::string>()));
  auto ndjson = limits;
  ndjson.insert(ndjson.end(), {"--format", "ndjson"});
  EXPECT_EQ(Json::parse(succeed(ndjson).substr(0, succeed(ndjson).find('\n'))), places.at(0));
  EXPECT_THAT(succeed(limits), HasSubstr("reason"));
}

TEST_F(Event, ContradictingLimitsAreStatus3AndNameWhatIsMissing) {
  const auto outcome =
      program_->run(select({"--per-vacancy", "4..5", "--caseloads", caseloads_, "--per-caseload", "2"}));
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("cannot be given"));
  EXPECT_THAT(outcome.err, HasSubstr("full: caseload 'team"));
}

TEST_F(Event, ReadsVacanciesWithLimitsOfTheirOwnFromAFile) {
  const auto file =
      program_->write("event.csv", "vacancy,least,most\n" + vacancies_[0] + ",1,1\n" + vacancies_[1] + ",,2\n");
  const Json places = json_of({"match", "select", "--vacancies", file, "--per-vacancy", "2..2"});
  EXPECT_EQ(places.size(), 3U);
}

TEST_F(Event, WhatIsGivenWronglyIsNamedWithItsLine) {
  EXPECT_EQ(program_->run(select({"--per-vacancy", "many"})).status, 2);
  EXPECT_EQ(program_->run(select({"--per-vacancy", "5..2"})).status, 2);
  EXPECT_EQ(program_->run({"match", "select", "--vacancies", "nowhere.csv", "--per-vacancy", "2"}).status, 2);
  EXPECT_EQ(program_->run({"match", "select", "--vacancies", std::string(32, '1'), "--per-vacancy", "2"}).status, 4);
  const auto twice = select({vacancies_[0], "--per-vacancy", "2"});
  EXPECT_EQ(program_->run(twice).status, 3);
  const auto broken = program_->write("broken.csv", "candidate,caseload\nnobody,north\n");
  const auto outcome = program_->run(select({"--per-vacancy", "2", "--caseloads", broken}));
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("line 2 of"));
  EXPECT_EQ(program_->run(select({"--per-vacancy", "2", "--caseloads", "gone.csv"})).status, 4);
}

TEST_F(Event, WhoIsChosenOrListedIsNoLongerAmongThoseNeverShown) {
  const std::string file = directory_->path() / "exposure.ndjson";
  const auto audit = [&] {
    return json_of({"match", "exposure", "--days", "2", "--top", "5", "--output", file, "--format", "ndjson", "--all"});
  };
  audit();
  std::map<std::string, int> before;
  std::istringstream lines(read_file(file));
  for (std::string line; std::getline(lines, line);)
    before[Json::parse(line).at("candidate")] = Json::parse(line).at("lists");
  const Json places = json_of(select({"--per-vacancy", "3"}));
  const Json page = json_of({"match", "vacancy", vacancies_[0], "--top", "10"});
  const Json summary = audit();
  EXPECT_EQ(before.size(), 200U);
  EXPECT_EQ(summary.at("people"), 200);
  std::map<std::string, int> expected = before;
  std::set<std::string> chosen;
  for (const auto& place : places) chosen.insert(place.at("candidate").get<std::string>());
  for (const auto& candidate : chosen) ++expected[candidate];
  for (const auto& row : page.at("rows")) {
    if (row.at("rank") <= 5) ++expected[row.at("id")];
  }
  std::map<std::string, int> after;
  std::istringstream again(read_file(file));
  for (std::string line; std::getline(again, line);)
    after[Json::parse(line).at("candidate")] = Json::parse(line).at("lists");
  EXPECT_EQ(after, expected);
  for (const auto& grouping : summary.at("groupings")) {
    for (const auto& group : grouping.at("groups")) EXPECT_GE(group.at("people"), 5);
  }
}

TEST_F(Event, TheAuditListsTheNeverShownAsATable) {
  const std::string file = directory_->path() / "never.csv";
  EXPECT_THAT(succeed({"match", "exposure", "--output", file}), HasSubstr("in no top 50"));
  EXPECT_THAT(read_file(file), StartsWith("candidate,lists,lastShown\r\n"));
}

}  // namespace
}  // namespace passend::cli_test
