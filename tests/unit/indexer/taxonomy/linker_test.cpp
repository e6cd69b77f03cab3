// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/linker.hpp"

#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "indexer/taxonomy/link_model.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "tests/unit/indexer/taxonomy/small_sources.hpp"

namespace passend::taxonomy {
namespace {

class Linking : public testing::Test {
 protected:
  void SetUp() override {
    compile({.starter_dir = write_files(directory_.path() / "starter", small_starter())}, path_);
    taxonomy_.emplace(Taxonomy::open(path_));
  }

  std::vector<Link> link(std::string_view text, ConceptKind kind = ConceptKind::occupation) const {
    return taxonomy_->link(text, kind, 5);
  }

  /// The first answer, which must be there.
  Link first(std::string_view text, ConceptKind kind = ConceptKind::occupation) const {
    const auto links = link(text, kind);
    EXPECT_FALSE(links.empty()) << text;
    return links.empty() ? Link{} : links.front();
  }

  ConceptIndex at(std::string_view uri) const { return taxonomy_->find(uri).value(); }

  TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "small.taxonomy";
  std::optional<Taxonomy> taxonomy_;
};

TEST_F(Linking, IsCertainOfALabelAsItStands) {
  const Link link = first("Medewerker  SCHOONMAAK");
  EXPECT_EQ(link.target, at("urn:passend:schoonmaker"));
  EXPECT_EQ(link.confidence_bp, 10000);
  EXPECT_EQ(link.basis, LinkBasis::exact_label);
  EXPECT_EQ(link.label, "medewerker schoonmaak");
}

TEST_F(Linking, IsNearlyCertainOfAReadingOfALabel) {
  for (const char* title : {"Glazenwasser", "Glazenwasser (m/v/x)", "Senior glazenwasser 24-32 uur", "glazen wasser",
                            "Glazenwasser bij Helder BV", "Glazenwasser - Hilversum"}) {
    const Link link = first(title);
    EXPECT_EQ(link.target, at("urn:passend:glazenwasser")) << title;
    EXPECT_EQ(link.basis, LinkBasis::label_variant) << title;
    EXPECT_GE(link.confidence_bp, 9000) << title;
  }
}

TEST_F(Linking, FindsLabelsThatAreAlikeBelowThat) {
  const Link link = first("schoonmaakmedewerker");
  EXPECT_EQ(link.target, at("urn:passend:schoonmaker"));
  EXPECT_EQ(link.basis, LinkBasis::similar_text);
  EXPECT_LT(link.confidence_bp, 9000);
  EXPECT_GE(link.confidence_bp, least_confidence_bp);
}

TEST_F(Linking, AnswersWithTheKindAskedForOnly) {
  EXPECT_EQ(first("ramen zemen", ConceptKind::competence).target, at("urn:passend:ramen"));
  EXPECT_EQ(first("VCA", ConceptKind::credential).target, at("urn:passend:vca"));
  for (const Link& found : link("ramen lappen")) EXPECT_EQ(taxonomy_->kind(found.target), ConceptKind::occupation);
}

TEST_F(Linking, AnswersNothingWhenNothingIsNear) {
  for (const char* text : {"", " ", "()", "m/v", "xyzzy", "\xFF\xFE", "12345"}) EXPECT_TRUE(link(text).empty()) << text;
  EXPECT_TRUE(link("schoonmaker", ConceptKind::occupation_group).size() <= 1);
}

TEST_F(Linking, NamesEachConceptOnceBestFirstAndNoMoreThanAskedFor) {
  const auto links = taxonomy_->link("verzorgende helpende schoonmaker", ConceptKind::occupation, 2);
  EXPECT_EQ(links.size(), 2U);
  EXPECT_NE(links[0].target, links[1].target);
  EXPECT_GE(links[0].confidence_bp, links[1].confidence_bp);
  EXPECT_TRUE(taxonomy_->link("schoonmaker", ConceptKind::occupation, 0).empty());
}

TEST_F(Linking, SaysWhatStandsForEachWordOfTheText) {
  const std::string title = "schoonmaker kantoren 24 uur";
  const auto facts = taxonomy_->explain(title, first(title));
  ASSERT_FALSE(facts.empty());
  EXPECT_EQ(facts.front().reason, LinkReason::same_word);
  EXPECT_EQ(facts.front().asked, facts.front().found);
  EXPECT_EQ(facts.front().likeness_bp, 10000);
  for (const LinkFact& fact : facts) EXPECT_NE(fact.asked, "24") << "hours mean nothing";
}

TEST(LinkConfidence, RisesWithScoreAndLeadAndStaysWithinItsBounds) {
  const LinkCalibration calibration = built_in_link_model().calibration;
  std::int32_t last = 0;
  for (std::int64_t lead = -80'000'000; lead <= 80'000'000; lead += 5'000'000) {
    const std::int32_t confidence = confidence_of(calibration, 40'000'000, lead);
    EXPECT_GE(confidence, last);
    last = confidence;
  }
  EXPECT_GT(last, usable_confidence_bp);
  EXPECT_GE(confidence_of(calibration, -(1LL << 60), -(1LL << 60)), 0);
  EXPECT_LE(confidence_of(calibration, 1LL << 60, 1LL << 60), 10000);
}

TEST(LinkModelFile, IsReadAsItIsWritten) {
  const std::string text = to_json_text(built_in_link_model());
  EXPECT_EQ(to_json_text(parse_link_model(text, "a copy")), text);
  EXPECT_EQ(text, built_in_link_model_json());
}

TEST(LinkModelFile, IsRefusedWithAReason) {
  for (const char* text : {"", "{}", "[]", R"({"version": 2})", R"({"version": 1, "weights": {"gram_cosine": 1}})"}) {
    try {
      parse_link_model(text, "weights.json");
      FAIL() << text;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("weights.json"), std::string::npos) << error.what();
    }
  }
}

TEST_F(Linking, BearsATextOfAnyLength) {
  EXPECT_EQ(first("schoonmaker " + std::string(1'000'000, 'x')).target, at("urn:passend:schoonmaker"));
}

}  // namespace
}  // namespace passend::taxonomy
