// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/api/contract.hpp"
#include "tests/api/region_server.hpp"

namespace passend::test {
namespace {

using testing::HasSubstr;

const char* const address = "/v1/extractions";

TEST(Extraction, ProposesWhatATextSaysWithItsWords) {
  const RegionServer region;
  const std::string text = "Één collega gezocht.\nWij vragen:\n- rijbewijs B (vereist)\n- goed Nederlands\n";
  const Json result = region.post_ok(address, {{"text", text}});
  ASSERT_EQ(result["proposals"].size(), 2U) << result;
  const Json& licence = result["proposals"][0];
  EXPECT_EQ(licence["criterion"], "driving_licences");
  EXPECT_EQ(licence["value"]["category"], "B");
  EXPECT_EQ(licence["importance"], "required");
  const Json& evidence = licence["evidence"];
  EXPECT_EQ(evidence["words"], "rijbewijs B");
  EXPECT_EQ(text.substr(evidence["beginByte"], 11), "rijbewijs B");
  // Two letters of the text take two bytes each.
  EXPECT_EQ(evidence["beginByte"].get<int>() - evidence["beginCharacter"].get<int>(), 2);
  EXPECT_EQ(result["proposals"][1]["value"]["languageLevel"], "good");
}

TEST(Extraction, ReadsACvWithoutImportance) {
  const RegionServer region;
  const Json result = region.post_ok(address, {{"text", "Talen\nPools: moedertaal"}, {"kind", "cv"}});
  ASSERT_EQ(result["proposals"].size(), 1U) << result;
  EXPECT_FALSE(result["proposals"][0].contains("importance"));
}

TEST(Extraction, EveryKindOfValueIsAsDescribed) {
  const RegionServer region;
  const Json result = region.post_ok(
      address,
      {{"text",
        "Schoonmaker\nJe hebt rijbewijs B, VCA, mbo 3 in de richting Techniek, hbo werk- en denkniveau en 2 jaar "
        "ervaring.\nJe spreekt Engels op B2-niveau. Je werkt 24-32 uur per week in ploegendienst, op maandag. Je "
        "woont binnen 30 km en bent reisbereid. Je werkt nauwkeurig."}});
  std::set<std::string> criteria;
  for (const Json& proposal : result["proposals"]) criteria.insert(proposal["criterion"]);
  EXPECT_EQ(criteria.size(), 11U) << result;
  EXPECT_EQ(violations_of(result, openapi()["components"]["schemas"]["ExtractionResult"]), "");
}

TEST(Extraction, RefusesWhatIsNoTextWithTheRule) {
  const RegionServer region;
  EXPECT_EQ(region.post(address, Json::object()).status, 400);
  EXPECT_EQ(region.post(address, {{"text", ""}}).status, 400);
  const Reply control = region.post(address, {{"text", std::string("a\x01") + "b"}});
  EXPECT_EQ(control.status, 400);
  EXPECT_THAT(control.body, HasSubstr("control"));
  const Reply kind = region.post(address, {{"text", "a"}, {"kind", "letter"}});
  EXPECT_EQ(kind.status, 400);
  EXPECT_THAT(kind.body, HasSubstr("vacancy"));
  const Reply long_text = region.post(address, {{"text", std::string(20'001, 'a')}});
  EXPECT_EQ(long_text.status, 400);
  EXPECT_THAT(long_text.body, HasSubstr("20000"));
}

TEST(Extraction, RefusesABodyAboveTheLimitBeforeReadingIt) {
  const RegionServer region;
  EXPECT_EQ(region.post(address, {{"text", std::string(2'000'000, 'a')}}).status, 413);
}

}  // namespace
}  // namespace passend::test
