// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/vum_codes.hpp"

#include <gtest/gtest.h>

namespace passend {
namespace {

template <class Code>
void expect_round_trip(vum::Read<Code> (*read)(int)) {
  for (const auto& [code, name] : CodeNames<Code>::names) {
    EXPECT_EQ(read(vum::to_vum(code)).code, code) << name;
  }
}

TEST(VumCodes, GoThereAndBack) {
  expect_round_trip<WorkLevel>(vum::work_level);
  expect_round_trip<EducationLevel>(vum::education_level);
  expect_round_trip<EducationStatus>(vum::education_status);
  expect_round_trip<LanguageLevel>(vum::language_level);
  expect_round_trip<WebAddressKind>(vum::web_address_kind);
  expect_round_trip<ApplicationMethod>(vum::application_method);
  for (const auto& [code, name] : CodeNames<DrivingLicence>::names) {
    EXPECT_EQ(vum::driving_licence(vum::to_vum(code)).code, code) << name;
  }
  for (const ContractType type : {ContractType::fixed_term, ContractType::permanent}) {
    EXPECT_EQ(vum::contract_type(vum::to_vum(type)).code, type);
  }
  for (const bool yes : {true, false}) EXPECT_EQ(vum::indication(vum::to_vum(yes)).code, yes);
}

TEST(VumCodes, TellNotKnownFromNotInTheList) {
  EXPECT_EQ(vum::indication(0), (vum::Read<bool>{std::nullopt, true}));
  EXPECT_EQ(vum::indication(8), (vum::Read<bool>{std::nullopt, true}));
  EXPECT_EQ(vum::indication(3), (vum::Read<bool>{std::nullopt, false}));
  EXPECT_EQ(vum::work_level(0), (vum::Read<WorkLevel>{std::nullopt, true}));
  EXPECT_EQ(vum::work_level(7), (vum::Read<WorkLevel>{std::nullopt, true}));
  EXPECT_EQ(vum::work_level(8), (vum::Read<WorkLevel>{std::nullopt, false}));
  EXPECT_EQ(vum::language_level(8), (vum::Read<LanguageLevel>{std::nullopt, true}));
  EXPECT_EQ(vum::driving_licence("Z"), (vum::Read<DrivingLicence>{std::nullopt, false}));
}

TEST(VumCodes, OursThatVumDoesNotHaveStayOurs) {
  EXPECT_EQ(vum::to_vum(AgreementType::trial_placement), std::nullopt);
  EXPECT_FALSE(vum::agreement_type(5).listed);
  EXPECT_EQ(vum::to_vum(Transport::walking), 9);
  EXPECT_FALSE(vum::transport(6).listed);
  EXPECT_EQ(vum::transport(9).code, Transport::other);
}

TEST(VumCodes, ListsOfOlderVersionsAreKnown) {
  EXPECT_EQ(vum::behavioural_competence_name(24105), "Samenwerken en overleggen");
  EXPECT_EQ(vum::behavioural_competence_name(24103), "") << "there is no such code";
  EXPECT_EQ(vum::region_radius_km(4), 25);
  EXPECT_EQ(vum::region_radius_km(10), std::nullopt);
  EXPECT_EQ(vum::proficiency(1).code, Proficiency::skilled);
  EXPECT_TRUE(vum::lacks_behavioural_competence(4));
}

TEST(VumCodes, LanguagesOfLevelB1CountAsGood) {
  EXPECT_EQ(vum::language_level_of(Cefr::a2), LanguageLevel::fair);
  EXPECT_EQ(vum::language_level_of(Cefr::b1), LanguageLevel::good);
  EXPECT_EQ(vum::language_level_of(Cefr::c2), LanguageLevel::excellent);
}

}  // namespace
}  // namespace passend
