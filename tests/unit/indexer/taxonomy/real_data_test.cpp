// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>

#include "indexer/base/file.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "tests/unit/indexer/taxonomy/real_data.hpp"

/// The taxonomies that a municipality will really import. They are not part of the project: without them these tests
/// are skipped.
namespace passend::taxonomy {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void print(const CompileReport& report) {
  const auto list = [](const char* title, const std::map<std::string, std::size_t>& counts) {
    for (const auto& [what, count] : counts) std::cout << "  " << title << what << ": " << count << '\n';
  };
  std::cout << report.name << ": " << report.concepts << " concepts, " << report.bytes << " bytes\n";
  list("", report.concepts_by_kind);
  list("labels ", report.labels_by_language);
  list("no label for ", report.fallbacks);
  list("left out: ", report.dropped);
  std::cout << "  demands " << report.relations << ", related pairs " << report.related_pairs << ", same "
            << report.linked_same << ", mapped " << report.linked_mapped << ", unlinked " << report.unlinked << '\n';
}

class RealTaxonomies : public testing::Test {
 protected:
  void SetUp() override {
    for (const auto& wanted : {esco, esco_12, competentnl}) {
      if (!std::filesystem::exists(wanted)) GTEST_SKIP() << "there is no taxonomy at " << wanted;
    }
  }

  Taxonomy compiled(const Sources& sources) {
    const auto start = Clock::now();
    report = compile(sources, path);
    std::cout << "compiled in " << milliseconds_since(start) << " ms\n";
    print(report);
    const auto opening = Clock::now();
    Taxonomy taxonomy = Taxonomy::open(path);
    open_ms = milliseconds_since(opening);
    std::cout << "opened in " << open_ms << " ms\n";
    return taxonomy;
  }

  const std::filesystem::path starter = PASSEND_SOURCE_DIR "/fixtures/taxonomy";
  const std::filesystem::path esco = shared_data() / "esco/1.1.1";
  const std::filesystem::path esco_12 = shared_data() / "esco/1.2-nl";
  const std::filesystem::path competentnl = shared_data() / "competentnl";
  const TemporaryDirectory directory;
  const std::filesystem::path path = directory.path() / "real.taxonomy";
  CompileReport report;
  double open_ms = 0;
};

/// Symmetric, sorted, within its bounds, of one kind: for every concept.
void expect_sound_relations(const Taxonomy& taxonomy) {
  for (ConceptIndex i = 0; i < taxonomy.size(); ++i) {
    const auto related = taxonomy.related(i);
    ASSERT_LE(related.size(), 32U);
    for (std::size_t k = 0; k < related.size(); ++k) {
      ASSERT_NE(related[k].target, i);
      ASSERT_EQ(taxonomy.kind(related[k].target), taxonomy.kind(i));
      ASSERT_GE(related[k].similarity_bp, 2000);
      ASSERT_LT(related[k].similarity_bp, 10000);
      ASSERT_TRUE(k == 0 || related[k - 1].similarity_bp >= related[k].similarity_bp);
      ASSERT_EQ(taxonomy.similarity_bp(related[k].target, i), related[k].similarity_bp);
    }
  }
}

TEST_F(RealTaxonomies, CompileEscoInDutchAndEnglish) {
  const Taxonomy taxonomy = compiled({.esco_dirs = {esco}});
  EXPECT_EQ(report.concepts_by_kind.at("occupation"), 3007U);
  EXPECT_EQ(report.concepts_by_kind.at("competence"), 13896U);
  EXPECT_EQ(report.fallbacks.at("competence nl"), 13896U - 7015U);
  EXPECT_EQ(report.dropped.at("occupationSkillRelations.csv: the relation names a concept that does not exist"), 67U);
  EXPECT_EQ(report.relations, 123855U - 67U);
  EXPECT_LT(report.bytes, 60'000'000U);
  EXPECT_LT(open_ms, 500);
  taxonomy.verify();
  expect_sound_relations(taxonomy);
}

TEST_F(RealTaxonomies, CompileAnEscoSetThatHoldsOccupationsOnly) {
  compiled({.esco_dirs = {esco_12}, .languages = {"nl"}});
  EXPECT_EQ(report.concepts_by_kind.at("occupation"), 3039U);
  EXPECT_EQ(report.dropped.at("occupations_nl.csv: the concept stands there twice or in a set loaded before"), 4U);
}

TEST_F(RealTaxonomies, CompileTwoEscoReleasesIntoOneGraph) {
  compiled({.esco_dirs = {esco_12, esco}});
  EXPECT_GE(report.concepts_by_kind.at("occupation"), 3039U);
}

TEST_F(RealTaxonomies, ResolveEveryOccupationOfTheNationalExchangeFormat) {
  const auto profiles = shared_data() / "vum/werkzoekenden_1000.json";
  if (!std::filesystem::exists(profiles)) GTEST_SKIP() << "there are no profiles at " << profiles;
  const Taxonomy taxonomy = compiled({.competentnl_dir = competentnl});
  EXPECT_EQ(report.concepts_by_kind.at("occupation"), 3262U);
  std::size_t resolved = 0;
  const std::function<void(const nlohmann::json&)> visit = [&](const nlohmann::json& node) {
    for (const auto& [key, value] : node.items()) {
      if (node.is_object() && key == "codeBeroepsnaam" && value.is_string()) {
        EXPECT_TRUE(taxonomy.find(value.get<std::string>())) << value;
        ++resolved;
      }
      if (value.is_structured()) visit(value);
    }
  };
  visit(nlohmann::json::parse(read_file(profiles)));
  std::cout << resolved << " occupations of profiles resolved\n";
  EXPECT_GE(resolved, 1000U);
}

TEST_F(RealTaxonomies, TieCompetentNlToTheStarterSetAndToEsco) {
  const Taxonomy taxonomy = compiled({.starter_dir = starter, .esco_dirs = {esco}, .competentnl_dir = competentnl});
  EXPECT_GT(report.linked_same + report.linked_mapped, 1000U);
  EXPECT_LT(report.bytes, 60'000'000U);
  expect_sound_relations(taxonomy);
  const auto start = Clock::now();
  constexpr int rounds = 200;
  for (int i = 0; i < rounds; ++i) {
    taxonomy.link("medewerker logistiek en magazijn", ConceptKind::occupation, 5);
    taxonomy.link("met klanten omgaan en goederen laden", ConceptKind::competence, 5);
  }
  std::cout << "linked in " << milliseconds_since(start) / (2 * rounds) << " ms each\n";
}

}  // namespace
}  // namespace passend::taxonomy
