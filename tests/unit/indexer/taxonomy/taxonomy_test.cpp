// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/taxonomy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "tests/unit/indexer/taxonomy/small_sources.hpp"

namespace passend::taxonomy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SmallTaxonomy : public testing::Test {
 protected:
  Taxonomy compiled(const Sources& sources) {
    report_ = compile(sources, path());
    return Taxonomy::open(path());
  }
  Taxonomy starter() { return compiled({.starter_dir = write_files(directory_.path() / "starter", small_starter())}); }
  Taxonomy esco() { return compiled({.esco_dirs = {write_files(directory_.path() / "esco", small_esco())}}); }
  Taxonomy all() {
    return compiled({.starter_dir = write_files(directory_.path() / "starter", small_starter()),
                     .esco_dirs = {write_files(directory_.path() / "1.1", small_esco())},
                     .competentnl_dir = write_files(directory_.path() / "cnl", small_competentnl())});
  }
  std::filesystem::path path() const { return directory_.path() / "small.taxonomy"; }

  TemporaryDirectory directory_;
  CompileReport report_;
};

TEST_F(SmallTaxonomy, FindsConceptsByUriAndKnowsTheirKind) {
  const Taxonomy taxonomy = starter();
  EXPECT_EQ(taxonomy.size(), 13U);
  EXPECT_EQ(taxonomy.kind(*taxonomy.find("urn:passend:schoonmaker")), ConceptKind::occupation);
  EXPECT_EQ(taxonomy.kind(*taxonomy.find("urn:passend:vca")), ConceptKind::credential);
  EXPECT_EQ(taxonomy.kind(*taxonomy.find("urn:passend:werkhouding")), ConceptKind::competence_group);
  EXPECT_FALSE(taxonomy.find("urn:passend:"));
  EXPECT_FALSE(taxonomy.find(""));
  EXPECT_THROW(taxonomy.kind(13), std::out_of_range);
}

TEST_F(SmallTaxonomy, AnswersInTheLanguageAskedForElseInDutchElseInEnglish) {
  const Taxonomy taxonomy = all();
  const ConceptIndex cleaner = *taxonomy.find("urn:passend:schoonmaker");
  EXPECT_EQ(taxonomy.label(cleaner, "en"), "cleaner");
  EXPECT_EQ(taxonomy.label(cleaner, "de"), "schoonmaker");
  EXPECT_THAT(taxonomy.labels(cleaner, "nl"), ElementsAre("schoonmaker", "schoonmaakster", "medewerker schoonmaak"));
  EXPECT_THAT(taxonomy.labels(cleaner, "de"), IsEmpty());
  EXPECT_EQ(taxonomy.label(*taxonomy.find("urn:passend:helpende"), "en"), "helpende");
  EXPECT_EQ(taxonomy.label(*taxonomy.find("urn:esco:ladders"), "nl"), "use ladders");
  EXPECT_EQ(report_.fallbacks.at("competence nl"), 1U);
  EXPECT_EQ(report_.fallbacks.at("occupation en"), 3U);
}

TEST_F(SmallTaxonomy, SplitsAlternativeLabelsOfEscoAtLineEndsOfEitherKind) {
  const Taxonomy taxonomy = esco();
  const ConceptIndex cleaner = *taxonomy.find("urn:esco:glazenwasser");
  EXPECT_THAT(taxonomy.labels(cleaner, "nl"), ElementsAre("glazenwasser", "ramenwasser", "glazenwasster"));
  EXPECT_THAT(taxonomy.labels(cleaner, "en"), ElementsAre("window cleaner", "window washer", "glass cleaner"));
}

TEST_F(SmallTaxonomy, CountsWhatItLeavesOutAndLoadsTheRest) {
  esco();
  EXPECT_EQ(report_.dropped.at("occupations_nl.csv: the concept stands there twice or in a set loaded before"), 1U);
  EXPECT_EQ(report_.dropped.at("occupations_nl.csv: the concept is obsolete"), 1U);
  EXPECT_EQ(report_.dropped.at("broaderRelationsOccPillar_nl.csv: the relation names a concept that does not exist"),
            1U);
  EXPECT_EQ(report_.dropped.at("occupationSkillRelations.csv: the relation names a concept that does not exist"), 1U);
  starter();
  EXPECT_EQ(report_.dropped.at("relations.csv: the relation names a concept that does not exist"), 1U);
  EXPECT_EQ(report_.dropped.at("relations.csv: the relation is neither essential nor optional"), 1U);
}

TEST_F(SmallTaxonomy, JoinsAStarterConceptWithTheEscoConceptThatItNames) {
  const Taxonomy taxonomy = all();
  const ConceptIndex joined = *taxonomy.find("urn:passend:glazenwasser");
  EXPECT_EQ(taxonomy.find("urn:esco:glazenwasser"), joined);
  EXPECT_EQ(taxonomy.uri(joined), "urn:esco:glazenwasser");
  EXPECT_THAT(taxonomy.uris(joined), ElementsAre("urn:esco:glazenwasser", "urn:passend:glazenwasser"));
  EXPECT_EQ(taxonomy.label(joined, "nl"), "glazenwasser (m/v)");  // the starter's own words come first
  EXPECT_EQ(taxonomy.demands(joined).size(), 3U);
  EXPECT_EQ(report_.linked_same, 2U);
}

TEST_F(SmallTaxonomy, LetsAStarterConceptAnswerToItsEscoUriWithoutEsco) {
  const Taxonomy taxonomy = starter();
  EXPECT_EQ(taxonomy.find("urn:esco:glazenwasser"), taxonomy.find("urn:passend:glazenwasser"));
}

TEST_F(SmallTaxonomy, TiesCompetentNlByEqualLabels) {
  const Taxonomy taxonomy = all();
  EXPECT_EQ(taxonomy.find("urn:cnl:1"), taxonomy.find("urn:esco:gevelreiniger"));
  const ConceptIndex mapped = *taxonomy.find("urn:cnl:2");
  const ConceptIndex cleaner = *taxonomy.find("urn:esco:glazenwasser");
  EXPECT_NE(mapped, cleaner);
  EXPECT_EQ(taxonomy.similarity_bp(mapped, cleaner), 9500);
  EXPECT_EQ(taxonomy.reason(mapped, cleaner), Relation::mapped);
  EXPECT_EQ(taxonomy.isco(mapped), "9123");
  EXPECT_EQ(taxonomy.demands(mapped).size(), taxonomy.demands(cleaner).size());
  // What the other one is related to reaches over the mapping: 8000 x 9500 / 10000.
  EXPECT_EQ(taxonomy.similarity_bp(mapped, *taxonomy.find("urn:esco:gevelreiniger")), 7600);
  EXPECT_THAT(taxonomy.related(*taxonomy.find("urn:cnl:3")), IsEmpty());
  EXPECT_EQ(report_.linked_mapped, 1U);
  EXPECT_EQ(report_.unlinked, 1U);
}

TEST_F(SmallTaxonomy, KnowsWhatAnOccupationAsksForEssentialFirst) {
  const Taxonomy taxonomy = starter();
  const auto demands = taxonomy.demands(*taxonomy.find("urn:passend:schoonmaker"));
  ASSERT_EQ(demands.size(), 3U);
  EXPECT_TRUE(demands[0].essential);
  EXPECT_TRUE(demands[1].essential);
  EXPECT_FALSE(demands[2].essential);
  EXPECT_EQ(demands[2].target, taxonomy.find("urn:passend:op-tijd"));
  EXPECT_THAT(taxonomy.demands(*taxonomy.find("urn:passend:vca")), IsEmpty());
}

TEST_F(SmallTaxonomy, WeighsWhatFewOccupationsAskForHeavier) {
  const Taxonomy taxonomy = starter();
  const ConceptIndex certificate = *taxonomy.find("urn:passend:vca");
  const ConceptIndex windows = *taxonomy.find("urn:passend:ramen");
  EXPECT_EQ(taxonomy.occupation_count(certificate), 1U);
  EXPECT_EQ(taxonomy.occupation_count(windows), 2U);
  EXPECT_EQ(taxonomy.rarity_bp(certificate), 10000);
  EXPECT_LT(taxonomy.rarity_bp(windows), 10000);
  EXPECT_GT(taxonomy.rarity_bp(windows), 0);
}

TEST_F(SmallTaxonomy, KeepsWhatASourceSaysOfAConcept) {
  const Taxonomy taxonomy = starter();
  const ConceptIndex certificate = *taxonomy.find("urn:passend:vca");
  EXPECT_EQ(taxonomy.property(certificate, Property::validity_months), "120");
  EXPECT_EQ(taxonomy.property(certificate, Property::form), "certificate");
  EXPECT_EQ(taxonomy.isco(*taxonomy.find("urn:passend:schoonmaker")), "9112");
  EXPECT_EQ(taxonomy.isco(certificate), "");
}

TEST_F(SmallTaxonomy, KnowsWhatStandsAboveAndBelow) {
  const Taxonomy taxonomy = starter();
  const ConceptIndex group = *taxonomy.find("urn:passend:schoonmaak");
  const ConceptIndex cleaner = *taxonomy.find("urn:passend:schoonmaker");
  EXPECT_THAT(taxonomy.broader(cleaner), ElementsAre(group));
  EXPECT_THAT(taxonomy.narrower(group), testing::Contains(cleaner));
  EXPECT_EQ(taxonomy.narrower(group).size(), 2U);
}

TEST_F(SmallTaxonomy, GivesTheSameBytesForTheSameSources) {
  const std::string first(all().hash());
  const std::string bytes = read_file(path());
  EXPECT_EQ(all().hash(), first);
  EXPECT_EQ(read_file(path()), bytes);
  EXPECT_EQ(report_.hash, first);
}

TEST_F(SmallTaxonomy, SaysWhatItWasCompiledFrom) {
  EXPECT_EQ(all().name(), "starter + ESCO 1.1 + CompetentNL");
  EXPECT_THAT(all().languages(), ElementsAre("nl", "en", "de"));
}

TEST_F(SmallTaxonomy, LoadsOnlyTheLanguagesAskedForAndEnglishWhereThereIsNoOther) {
  const Taxonomy taxonomy =
      compiled({.esco_dirs = {write_files(directory_.path() / "esco", small_esco())}, .languages = {"nl"}});
  EXPECT_THAT(taxonomy.labels(*taxonomy.find("urn:esco:glazenwasser"), "en"), IsEmpty());
  EXPECT_EQ(taxonomy.label(*taxonomy.find("urn:esco:sherpa"), "nl"), "mountain guide");
  EXPECT_EQ(report_.fallbacks.at("occupation nl"), 1U);
}

TEST_F(SmallTaxonomy, NamesFileAndColumnsWhenAColumnIsMissing) {
  Files files = small_starter();
  files["relations.csv"] = "beroep,target,relation\nx,y,essential\n";
  try {
    compiled({.starter_dir = write_files(directory_.path() / "wrong", files)});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    EXPECT_THAT(error.what(), HasSubstr("relations.csv"));
    EXPECT_THAT(error.what(), HasSubstr("'occupation' is missing; the header has: beroep, target, relation"));
  }
}

TEST_F(SmallTaxonomy, RefusesWhatHoldsNoTaxonomy) {
  EXPECT_THROW(compiled({}), Error);
  EXPECT_THROW(compiled({.esco_dirs = {directory_.path()}}), Error);
  EXPECT_THROW(compiled({.starter_dir = directory_.path() / "nowhere"}), Error);
  EXPECT_THROW(compiled({.competentnl_dir = directory_.path()}), Error);
}

}  // namespace
}  // namespace passend::taxonomy
