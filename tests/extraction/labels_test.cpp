// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "indexer/base/file.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "tests/temporary_directory.hpp"

/// Which labels of a taxonomy with two languages are looked for: a small set in the form of ESCO.
namespace passend::extraction {
namespace {

class Labels : public testing::Test {
 protected:
  void SetUp() override {
    const auto& folder = directory_.path();
    write_file_durably(folder / "occupations_nl.csv",
                       "conceptUri,iscoGroup,preferredLabel,altLabels\n"
                       "urn:econoom,2631,bedrijfseconoom,\n"
                       "urn:analist,2511,businessanalist,\n"
                       "urn:kok,5120,kok,\"keukenchef\nsouschef\"\n"
                       "urn:chauffeur,8332,chauffeur,\"keukenchef\nrijder\"\n");
    write_file_durably(folder / "occupations_en.csv",
                       "conceptUri,iscoGroup,preferredLabel,altLabels\n"
                       "urn:econoom,2631,business economist,business analyst\n"
                       "urn:analist,2511,business analyst,\n");
    write_file_durably(folder / "skills_nl.csv",
                       "conceptUri,skillType,preferredLabel,altLabels\n"
                       "urn:journalistiek,skill/competence,journalistiek,verslaggeving\n"
                       "urn:economie,skill/competence,economische wetenschappen,\n");
    write_file_durably(folder / "skills_en.csv",
                       "conceptUri,skillType,preferredLabel,altLabels\n"
                       "urn:journalistiek,skill/competence,journalism,\"reporting\npress articles\"\n"
                       "urn:economie,skill/competence,economics,\n");
    taxonomy::Sources sources;
    sources.esco_dirs = {folder};
    taxonomy::compile(sources, folder / "taxonomy.bin");
    taxonomy_.emplace(taxonomy::Taxonomy::open(folder / "taxonomy.bin"));
  }

  std::set<std::string> found_in(const std::string& text) const {
    std::set<std::string> found;
    for (const auto& proposal : extract::Extractor(*taxonomy_).extract(text, extract::TextKind::vacancy))
      found.insert(extract::to_text(proposal.value));
    return found;
  }

  test::TemporaryDirectory directory_;
  std::optional<taxonomy::Taxonomy> taxonomy_;
};

using Names = std::set<std::string>;

TEST_F(Labels, OfTwoConceptsBelongToTheOneThatPrefersThem) {
  EXPECT_EQ(found_in("Business analyst"), Names{"businessanalist"});
}

TEST_F(Labels, ThatNoConceptPrefersAreNotProposedWhenSeveralHaveThem) {
  EXPECT_EQ(found_in("Souschef"), Names{"kok"});
  EXPECT_EQ(found_in("Keukenchef"), Names{});
}

TEST_F(Labels, OfOneWordThatAreOtherNamesInTheSecondLanguageAreNotLookedFor) {
  EXPECT_EQ(found_in("Your profile\nReporting"), Names{});
  EXPECT_EQ(found_in("Your profile\nJournalism"), Names{"journalistiek"});
  EXPECT_EQ(found_in("Your profile\nPress articles"), Names{"journalistiek"});
  EXPECT_EQ(found_in("Jouw profiel\nVerslaggeving"), Names{"journalistiek"});
}

TEST_F(Labels, KeepAScienceApartFromItsAdjective) {
  EXPECT_EQ(found_in("Your profile\nEconomics"), Names{"economische wetenschappen"});
  EXPECT_EQ(found_in("Your profile\nEconomic growth"), Names{});
}

}  // namespace
}  // namespace passend::extraction
