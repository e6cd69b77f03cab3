// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/embed/embeddings_client.hpp"
#include "tests/api/contract.hpp"
#include "tests/api/region_server.hpp"
#include "tests/embeddings_server/embeddings_server.hpp"

namespace passend::test {
namespace {

const char* const link_address = "/v1/concepts/_link";
const char* const extraction_address = "/v1/extractions";

/// The region with a toy language model that takes a plumeauman for a schoonmaker.
class HelpedRegion : public testing::Test {
 protected:
  HelpedRegion() {
    const auto labels = directory_.path() / "toy.labels";
    embed::embed_labels(*region_.taxonomy, *client(), labels, {});
    region_.services->near_concepts = std::make_shared<const embed::NearConcepts>(*region_.taxonomy, client(), labels);
  }

  std::unique_ptr<embed::Embedder> client() const {
    embed::ClientSettings settings;
    settings.url = endpoint_.url();
    settings.model = "toy";
    settings.limits.total = std::chrono::seconds(10);
    settings.pause = std::chrono::milliseconds(0);
    return std::make_unique<embed::EmbeddingsClient>(settings);
  }

  void fail() {
    endpoint_.behave([](const Answering& answering, const AskedEmbeddings&) { answering.respond(500, "{}"); });
  }

  static Json described(const Json& answer, const char* schema) {
    EXPECT_EQ(violations_of(answer, openapi()["components"]["schemas"][schema]), "") << answer;
    return answer;
  }

  EmbeddingsServer endpoint_;
  TemporaryDirectory directory_;
  RegionServer region_;
};

TEST_F(HelpedRegion, LinksWhatNoWordTellsAndSaysWhoHelped) {
  const Json result = described(region_.post_ok(link_address, {{"text", "plumeauman"}}), "ConceptLinkResult");
  EXPECT_EQ(result["embedding"], (Json{{"model", "toy"}, {"state", "used"}}));
  ASSERT_FALSE(result["links"].empty());
  const Json& first = result["links"][0];
  EXPECT_EQ(first["label"], "schoonmaker");
  EXPECT_EQ(first["basis"], "embedding");
  EXPECT_EQ(first["embedding"]["likenessBp"], 10000);
  EXPECT_EQ(first["embedding"]["addedBp"], first["confidenceBp"]);
}

TEST_F(HelpedRegion, ProposesWhatNoRuleReadsBelowWhatRulesRead) {
  const std::string text = "Gezocht: collega\nWat ga je doen:\n- vloeren boenen\nWij vragen:\n- rijbewijs B\n";
  const Json result = described(region_.post_ok(extraction_address, {{"text", text}}), "ExtractionResult");
  EXPECT_EQ(result["embedding"]["state"], "used");
  bool proposed = false;
  for (const Json& proposal : result["proposals"]) {
    const bool by_model = proposal.contains("basis");
    EXPECT_EQ(proposal["confidenceBp"] <= 5000, by_model) << proposal;
    EXPECT_EQ(proposal.value("basis", "embedding"), "embedding");
    proposed = proposed || by_model;
  }
  EXPECT_TRUE(proposed) << result;
}

TEST_F(HelpedRegion, NeverSendsACv) {
  const std::size_t before = endpoint_.asked().size();
  const Json result =
      described(region_.post_ok(extraction_address, {{"text", "Werkervaring\n- vloeren boenen"}, {"kind", "cv"}}),
                "ExtractionResult");
  EXPECT_EQ(result["embedding"]["state"], "not_asked");
  EXPECT_EQ(endpoint_.asked().size(), before);
}

TEST_F(HelpedRegion, AnswersWithANoteWhenTheEndpointFails) {
  fail();
  const Json link = described(region_.post_ok(link_address, {{"text", "plumeauman kantoor"}}), "ConceptLinkResult");
  EXPECT_EQ(link["embedding"]["state"], "unavailable");
  EXPECT_FALSE(link["embedding"]["note"].get<std::string>().empty());
  const std::string text = "Wat ga je doen:\n- vloeren boenen\nWij vragen:\n- rijbewijs B\n";
  Json extraction = described(region_.post_ok(extraction_address, {{"text", text}}), "ExtractionResult");
  EXPECT_EQ(extraction["embedding"]["state"], "unavailable");
  region_.services->near_concepts = nullptr;
  EXPECT_EQ(region_.post_ok(link_address, {{"text", "plumeauman kantoor"}})["links"], link["links"]);
  EXPECT_EQ(region_.post_ok(extraction_address, {{"text", text}})["proposals"], extraction["proposals"]);
}

TEST_F(HelpedRegion, SaysNothingOfEmbeddingsWithoutALanguageModel) {
  region_.services->near_concepts = nullptr;
  const std::size_t before = endpoint_.asked().size();
  EXPECT_FALSE(region_.post_ok(link_address, {{"text", "plumeauman"}}).contains("embedding"));
  EXPECT_FALSE(region_.post_ok(extraction_address, {{"text", "vloeren boenen"}}).contains("embedding"));
  EXPECT_EQ(endpoint_.asked().size(), before);
}

}  // namespace
}  // namespace passend::test
