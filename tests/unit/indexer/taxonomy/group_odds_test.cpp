// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/group_odds.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "indexer/taxonomy/compile.hpp"
#include "tests/unit/indexer/taxonomy/small_sources.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::uint32_t cleaners = 9112 + 1;
constexpr std::uint32_t carers = 5321 + 1;
constexpr std::uint32_t teachers = 2330 + 1;  // no occupation of the small set

class Groups : public testing::Test {
 protected:
  void SetUp() override {
    compile({.starter_dir = write_files(directory_.path() / "starter", small_starter())}, path_);
    file_.emplace(path_);
  }

  GroupOdds odds(std::string_view title, const LinkModel& model = {}) const {
    const KindRow& kind = file_->kinds()[static_cast<std::size_t>(ConceptKind::occupation)];
    std::vector<std::uint32_t> occupations(most_unit_groups, 0);
    for (const ConceptRow& row : file_->concepts()) {
      if (row.kind == static_cast<std::uint32_t>(ConceptKind::occupation)) ++occupations[row.unit_group];
    }
    return {*file_, occupations, TitleUnits(*file_, kind, model, title)};
  }

  TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "small.taxonomy";
  std::optional<FileReader> file_;
};

TEST_F(Groups, WhoseLabelsHaveTheWordsAreTheLikeliest) {
  using enum GroupOdds::Level;
  for (const auto level : {major, minor}) {
    const GroupOdds of_cleaning = odds("medewerker schoonmaak");
    EXPECT_EQ(of_cleaning.closeness_bp(level, cleaners), 10000);
    EXPECT_LT(of_cleaning.closeness_bp(level, carers), 10000);
    const GroupOdds of_care = odds("verzorgende");
    EXPECT_EQ(of_care.closeness_bp(level, carers), 10000);
    EXPECT_LT(of_care.closeness_bp(level, cleaners), 10000);
  }
}

TEST_F(Groups, AJudgedTitleSpeaksForAGroupThoughNoLabelHasTheWord) {
  using enum GroupOdds::Level;
  EXPECT_EQ(odds("poetser").closeness_bp(minor, carers), odds("").closeness_bp(minor, carers)) << "an unknown word";
  LinkModel model;
  model.words["poetser"].groups = {{5321, 40}};
  EXPECT_EQ(odds("poetser", model).closeness_bp(minor, carers), 10000);
  EXPECT_LT(odds("poetser", model).closeness_bp(minor, cleaners), odds("poetser").closeness_bp(minor, cleaners));
}

TEST_F(Groups, AnOccupationWithoutAGroupIsNeitherTheLikeliestNorRuledOut) {
  using enum GroupOdds::Level;
  const GroupOdds of_cleaning = odds("medewerker schoonmaak");
  EXPECT_LT(of_cleaning.closeness_bp(minor, 0), of_cleaning.closeness_bp(minor, cleaners));
  EXPECT_GT(of_cleaning.closeness_bp(minor, 0), 0);
  EXPECT_EQ(of_cleaning.closeness_bp(minor, teachers), 0) << "no occupation stands there";
}

}  // namespace
}  // namespace passend::taxonomy
