// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/label_variants.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace passend::taxonomy {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> texts(const std::vector<LabelVariant>& variants) {
  std::vector<std::string> result;
  for (const LabelVariant& variant : variants) result.push_back(variant.text);
  return result;
}

TEST(LabelVariants, StartWithTheNormalisedLabel) {
  EXPECT_THAT(texts(label_variants("Caf\xC3\xA9houder")), ElementsAre("cafehouder"));
  EXPECT_THAT(label_variants(" "), IsEmpty());
}

TEST(LabelVariants, SetTheSexesAside) {
  EXPECT_THAT(texts(label_variants("Kok (m/v)")), Contains("kok"));
  EXPECT_THAT(texts(label_variants("Kok v/m/x")), Contains("kok"));
  EXPECT_THAT(texts(label_variants("Docent(e) (m/v)")), testing::IsSupersetOf({"docent", "docente"}));
  EXPECT_THAT(texts(label_variants("monteur/monteuse")), testing::IsSupersetOf({"monteur", "monteuse"}));
  EXPECT_THAT(texts(label_variants("verkoper/verkoopster kleding")),
              testing::IsSupersetOf({"verkoper kleding", "verkoopster kleding"}));
  EXPECT_THAT(texts(label_variants("schoonmaker/-ster")), Contains("schoonmaker"));
}

TEST(LabelVariants, ReadASlashBetweenBlanksAsTwoTitlesWithOneField) {
  EXPECT_THAT(texts(label_variants("manager / teamleider uitzendbureau")),
              testing::IsSupersetOf({"manager uitzendbureau", "teamleider uitzendbureau"}));
  EXPECT_THAT(texts(label_variants("manager / teamleider uitzendbureau")), Not(Contains("manager")));
  EXPECT_THAT(texts(label_variants("kok / bakker")), testing::IsSupersetOf({"kok", "bakker"}));
}

TEST(LabelVariants, WriteWordsAsOne) {
  EXPECT_THAT(texts(label_variants("account manager")), Contains("accountmanager"));
  EXPECT_THAT(texts(label_variants("account-manager")), Contains("accountmanager"));
}

TEST(TitleVariants, SetHoursSeniorityAndRemarksAside) {
  EXPECT_THAT(texts(title_variants("Medewerker schoonmaak (32 uur)")), Contains("medewerker schoonmaak"));
  EXPECT_THAT(texts(title_variants("Senior kok 24-32 uur per week")), Contains("kok"));
  EXPECT_THAT(texts(title_variants("Verpleegkundige (niveau 4)")), Contains("verpleegkundige"));
  EXPECT_THAT(texts(title_variants("Kok bij Restaurant De Zon")), Contains("kok"));
  EXPECT_THAT(texts(title_variants("Gezocht: kok - fulltime")), Contains(":kok").Times(0));
}

TEST(TitleVariants, StandFromSureToLessSure) {
  const auto variants = title_variants("Senior verkoper/verkoopster kleding (m/v) - Hilversum");
  EXPECT_TRUE(std::is_sorted(variants.begin(), variants.end(), [](const LabelVariant& left, const LabelVariant& right) {
    return left.confidence_bp > right.confidence_bp;
  }));
  EXPECT_THAT(texts(variants), Contains("verkoper kleding"));
}

TEST(TitleVariants, SurviveOddInput) {
  for (const char* title : {"/", "//", "(", "((", ")(", "a/", "/a", "m/v", " - ", "( / )", "\xFF\xFE", "1/2 3/4"}) {
    for (const LabelVariant& variant : title_variants(title)) EXPECT_FALSE(variant.text.empty()) << title;
  }
}

TEST(TitleCore, IsTheTitleWithoutRemarks) {
  EXPECT_EQ(title_core("Senior Kok (m/v) 32 uur"), "kok");
  EXPECT_EQ(title_core("32 uur"), "32 uur");  // nothing else is left
}

}  // namespace
}  // namespace passend::taxonomy
