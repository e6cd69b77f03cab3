// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace passend::cli_test {
namespace {

using Json = nlohmann::json;

std::filesystem::path shared_data() {
  const char* named = std::getenv("PASSEND_SHARED_DATA");
  return named != nullptr ? std::filesystem::path(named) : std::filesystem::path(PASSEND_SOURCE_DIR "/../shared/data");
}

/// National profiles, scraped care vacancies, ESCO and CompetentNL through the whole program.
TEST(RealData, ACareVacancyListsExplainedCandidatesFromTheNationalProfiles) {
  const auto data = shared_data();
  if (!std::filesystem::exists(data / "esco")) {
    GTEST_SKIP() << "needs the real data in ../shared/data or PASSEND_SHARED_DATA";
  }
  const TemporaryDirectory directory;
  const Program program(directory.path());
  const auto succeed = [&](const std::vector<std::string>& arguments) {
    const auto outcome = program.run(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  };
  succeed({"taxonomy", "import", "--starter", PASSEND_SOURCE_DIR "/fixtures/taxonomy", "--esco", data / "esco/1.1.1",
           "--competentnl", data / "competentnl"});
  succeed({"geo", "import", data / "geo/pc4_centroids.csv"});
  const Json people = Json::parse(succeed({"import", data / "vum/werkzoekenden_1000.json", "--json"}));
  EXPECT_EQ(people.at(0).at("inserted"), 1000);
  EXPECT_EQ(people.at(0).at("rejected"), 0);
  const Json vacancies =
      Json::parse(succeed({"import", data / "vacancies/ggz_jobs_feed.csv", "--format", "csv-vacancies", "--mapping",
                           PASSEND_SOURCE_DIR "/tests/compat/mappings/care-vacancies.json", "--json"}));
  EXPECT_EQ(vacancies.at(0).at("inserted"), 136);
  succeed({"index", "build"});
  const Json found = Json::parse(succeed({"search", "vacancies", "verpleegkundige", "--json"}));
  ASSERT_GT(found.at("total"), 0);
  const std::string vacancy = found.at("hits").at(0).at("id");
  const Json result =
      Json::parse(succeed({"match", "vacancy", vacancy, "--lane", "open", "--top", "5", "--explain", "--json"}));
  std::cout << "care vacancy: " << result.at("counts") << ", engine " << result.at("run").at("microseconds")
            << " microseconds\n";
  ASSERT_EQ(result.at("rows").size(), 5u);
  for (const auto& row : result.at("rows")) {
    EXPECT_FALSE(row.at("criteria").empty());
    EXPECT_FALSE(row.at("headline").get<std::string>().empty());
    EXPECT_FALSE(row.at("openQuestions").empty());
  }
}

}  // namespace
}  // namespace passend::cli_test
