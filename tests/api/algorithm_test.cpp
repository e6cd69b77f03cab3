// SPDX-License-Identifier: EUPL-1.2
#include "server/api/algorithm.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/base/error.hpp"
#include "matcher/criteria/weights_json.hpp"
#include "tests/api/region_server.hpp"

/// The record for the Algoritmeregister: what the organisation says, and the configuration in use.
namespace passend::test {
namespace {

class Algorithm : public testing::Test {
 protected:
  api::AlgorithmDescription read(const std::string& text) {
    const auto file = directory_.path() / "algorithm.json";
    std::ofstream(file) << text;
    return api::load_algorithm_description(file);
  }

  std::vector<std::string> fields_refused(const std::string& text) {
    try {
      read(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration);
      std::vector<std::string> fields;
      for (const auto& violation : error.violations()) fields.push_back(violation.field);
      return fields;
    }
    return {"nothing"};
  }

  world::TemporaryDirectory directory_;
};

TEST_F(Algorithm, IsWhatTheOrganisationSaysAndTheWeightsInUse) {
  const RegionServer region;
  const Json record = region.get_ok("/v1/algorithm");
  EXPECT_EQ(record["organization"], "Gemeente Voorbeeld");
  EXPECT_EQ(record["status"], "In gebruik");
  EXPECT_EQ(record["impacttoetsen_grouping"][0]["title"], "DPIA");
  const std::string methods = record["methods_and_models"];
  const auto& profile = region.services->profiles.get("default");
  EXPECT_NE(methods.find(criteria::content_hash(profile.weights)), std::string::npos) << methods;
  EXPECT_NE(methods.find(region.taxonomy->name()), std::string::npos) << methods;
}

TEST_F(Algorithm, IsNotThereUntilTheOrganisationDescribesIt) {
  RegionServer region;
  region.services->algorithm.reset();
  EXPECT_EQ(region.get("/v1/algorithm").status, 404);
}

TEST_F(Algorithm, ReadsTheExampleOfTheDocumentation) {
  std::ifstream page(PASSEND_SOURCE_DIR "/docs/privacy/README.md");
  const std::string text{std::istreambuf_iterator<char>(page), {}};
  const auto from = text.find("```json") + 7;
  const auto described = read(text.substr(from, text.find("```", from) - from));
  EXPECT_EQ(described.organization, "Gemeente Voorbeeld");
  EXPECT_EQ(described.status, api::AlgorithmStatus::in_use);
  EXPECT_EQ(described.impact_assessments.size(), 1u);
}

TEST_F(Algorithm, NamesEverythingThatIsWrong) {
  EXPECT_NE(fields_refused("[]"), std::vector<std::string>{"nothing"});
  const auto fields =
      fields_refused(R"({"organization": "", "contactEmail": "nobody", "status": "aan", "beginDate": "2026-13",
      "website": "http://example", "lawfulBasis": "x", "impactAssessments": [{"title": "DPIA"}], "more": 1})");
  for (const std::string field :
       {"/organization", "/contactEmail", "/status", "/beginDate", "/website", "/impactAssessments/0/link", "/more"}) {
    EXPECT_NE(std::find(fields.begin(), fields.end(), field), fields.end()) << field;
  }
}

}  // namespace
}  // namespace passend::test
