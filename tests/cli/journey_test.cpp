// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

/// The whole way through on the command line: a region is made, loaded, indexed, searched and matched.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;

class Journey : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TemporaryDirectory;
    program_ = new Program(directory_->path());
    program_->prepare();
    const std::string region = directory_->path() / "region.ndjson";
    ASSERT_EQ(program_
                  ->run({"generate", "--portfolios", "300", "--vacancies", "100", "--employers", "25", "--seed", "7",
                         "--today", "2026-11-22", "--output", region})
                  .status,
              0);
    const auto import = program_->run({"import", region});
    ASSERT_EQ(import.status, 0) << import.err;
    const auto index = program_->run({"index", "build"});
    ASSERT_EQ(index.status, 0) << index.err;
  }

  static void TearDownTestSuite() {
    delete program_;
    delete directory_;
  }

  static Json json_of(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    const auto outcome = program_->run(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.status == 0 ? Json::parse(outcome.out) : Json();
  }

  static std::string first_id(const std::string& side) {
    return json_of({"search", side, "", "--page-size", "1"}).at("hits").at(0).at("id");
  }

  static TemporaryDirectory* directory_;
  static Program* program_;
};

TemporaryDirectory* Journey::directory_ = nullptr;
Program* Journey::program_ = nullptr;

TEST_F(Journey, TheStoreHoldsWhatWasMadeAndIsSound) {
  const Json report = json_of({"store", "check"});
  EXPECT_EQ(report.at("portfolios"), 300);
  EXPECT_EQ(report.at("vacancies"), 100);
  EXPECT_EQ(report.at("employers"), 25);
  EXPECT_TRUE(report.at("problems").empty());
}

TEST_F(Journey, TheIndexAgreesWithTheStore) {
  const Json report = json_of({"index", "verify"});
  EXPECT_TRUE(report.at("problems").empty());
  EXPECT_EQ(report.at("state").at("candidates"), 300);
  EXPECT_EQ(report.at("state").at("vacancies"), 100);
}

TEST_F(Journey, ImportingTheSameRegionAgainChangesNothing) {
  const Json report = json_of({"import", (directory_->path() / "region.ndjson").string()});
  EXPECT_EQ(report.at(0).at("unchanged"), 425);
  EXPECT_EQ(report.at(0).at("rejected"), 0);
}

TEST_F(Journey, AVacancyListsExplainedCandidatesWhoseContributionsAddUp) {
  int explained = 0;
  const Json vacancies = json_of({"search", "vacancies", "", "--page-size", "20"});
  for (const auto& hit : vacancies.at("hits")) {
    const Json page = json_of({"match", "vacancy", hit.at("id"), "--top", "5", "--explain"});
    const auto& counts = page.at("counts");
    EXPECT_EQ(
        counts.at("fits").get<int>() + counts.at("oneQuestionOpen").get<int>() + counts.at("fallsShort").get<int>(),
        300);
    for (const auto& row : page.at("rows")) {
      int demand = 0;
      for (const auto& criterion : row.at("criteria")) {
        if (criterion.at("side") == "demand") demand += criterion.at("contributionBp").get<int>();
        EXPECT_FALSE(criterion.at("sentences").empty());
      }
      EXPECT_EQ(demand, row.at("demand").at("expectedBp"));
      ++explained;
    }
  }
  EXPECT_GT(explained, 20);
}

TEST_F(Journey, TheSamePairHasTheSameScoreInBothDirections) {
  const std::string vacancy = first_id("vacancies");
  Json page = json_of({"match", "vacancy", vacancy, "--top", "1"});
  std::string lane = "fits";
  if (page.at("rows").empty()) page = json_of({"match", "vacancy", vacancy, "--top", "1", "--lane", lane = "open"});
  ASSERT_FALSE(page.at("rows").empty());
  const Json best = page.at("rows").at(0);
  const Json back = json_of({"match", "candidate", best.at("id"), "--top", "1000", "--lane", lane});
  bool found = false;
  for (const auto& row : back.at("rows")) {
    if (row.at("id") != vacancy) continue;
    found = true;
    for (const char* score : {"combined", "demand", "supply"}) EXPECT_EQ(row.at(score), best.at(score)) << score;
  }
  EXPECT_TRUE(found);
}

TEST_F(Journey, TextSearchFindsMarksAndCounts) {
  const Json page = json_of({"search", "vacancies", "schoonmaker", "--facet", "place"});
  ASSERT_GT(page.at("total"), 0);
  bool marked = false;
  for (const auto& fragment : page.at("hits").at(0).at("fragments")) {
    for (const auto& run : fragment.at("runs")) marked = marked || run.at("marked").get<bool>();
  }
  EXPECT_TRUE(marked);
  EXPECT_FALSE(page.at("facets").at("place").empty());
}

TEST_F(Journey, PeopleGetATableAndAHint) {
  const auto search = program_->run({"search", "vacancies", "schoonmaker"});
  EXPECT_EQ(search.status, 0);
  EXPECT_NE(search.out.find("1. "), std::string::npos);
  EXPECT_NE(search.err.find("found in"), std::string::npos);
  const auto match = program_->run({"match", "vacancy", first_id("vacancies"), "--explain"});
  EXPECT_EQ(match.status, 0) << match.err;
  EXPECT_NE(match.out.find("fall short"), std::string::npos);
}

TEST_F(Journey, TheSameSeedMakesTheSameRegion) {
  const auto again = directory_->path() / "again.ndjson";
  ASSERT_EQ(program_
                ->run({"generate", "--portfolios", "300", "--vacancies", "100", "--employers", "25", "--seed", "7",
                       "--today", "2026-11-22", "--output", again})
                .status,
            0);
  EXPECT_EQ(std::filesystem::file_size(again), std::filesystem::file_size(directory_->path() / "region.ndjson"));
}

TEST_F(Journey, FollowingAfterAChangeBringsTheIndexUpToDate) {
  const std::string file = program_->write("one.csv", "sourceId;title;place\nnieuw-1;Zadelmaker gezocht;Hilversum\n");
  ASSERT_EQ(program_->run({"import", file, "--format", "csv-vacancies"}).status, 0);
  ASSERT_EQ(program_->run({"index", "follow"}).status, 0);
  EXPECT_EQ(json_of({"search", "vacancies", "zadelmaker"}).at("total"), 1);
  EXPECT_TRUE(json_of({"index", "verify"}).at("problems").empty());
}

}  // namespace
}  // namespace passend::cli_test
