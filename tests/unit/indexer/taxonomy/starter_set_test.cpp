// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>

#include "indexer/taxonomy/compile.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::taxonomy {
namespace {

/// What people write, and the occupation of the starter set that they mean.
class StarterSet : public testing::Test {
 protected:
  void SetUp() override {
    compile({.starter_dir = PASSEND_SOURCE_DIR "/fixtures/taxonomy"}, path_);
    taxonomy_.emplace(Taxonomy::open(path_));
  }

  /// None when nothing is near.
  std::optional<ConceptIndex> meant_by(std::string_view title) const {
    const auto links = taxonomy_->link(title, ConceptKind::occupation, 1);
    return links.empty() ? std::nullopt : std::optional(links.front().target);
  }

  std::optional<ConceptIndex> of(const std::string& id) const { return taxonomy_->find("urn:passend:" + id); }

  passend::test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "starter.taxonomy";
  std::optional<Taxonomy> taxonomy_;
};

TEST_F(StarterSet, KnowsOneOccupationByItsManyNames) {
  for (const char* title : {"Vrachtwagenchauffeur", "chauffeur vrachtwagen (CE)", "LKW-Fahrer", "lkw fahrer",
                            "LKW Fahrer (m/w/d)", "truck driver", "vrachtwagen chauffeur CE"}) {
    EXPECT_EQ(meant_by(title), of("vrachtwagenchauffeur")) << title;
  }
  for (const char* title : {"Krankenpfleger", "verpleegkundige mbo"}) {
    EXPECT_EQ(meant_by(title), of("mbo-verpleegkundige")) << title;
  }
}

TEST_F(StarterSet, KeepsApartWhatOnlyLooksAlike) {
  EXPECT_EQ(meant_by("productiemedewerker"), of("productiemedewerker"));
  for (const Link& link : taxonomy_->link("productieleider", ConceptKind::occupation, 3)) {
    EXPECT_LT(link.confidence_bp, usable_confidence_bp)
        << "the set has no such leader, and nobody takes another for it";
  }
  const std::map<std::string, std::string> ladder{{"zorghulp", "zorghulp"},
                                                  {"helpende niveau 2", "helpende"},
                                                  {"Helpende Zorg en Welzijn (niveau 2)", "helpende"},
                                                  {"verzorgende IG", "verzorgende-ig"},
                                                  {"verzorgende ig niveau 3", "verzorgende-ig"}};
  for (const auto& [title, step] : ladder) EXPECT_EQ(meant_by(title), of(step)) << title;
}

}  // namespace
}  // namespace passend::taxonomy
