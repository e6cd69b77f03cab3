// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matcher/explain/explain.hpp"
#include "tests/scenarios/region.hpp"

/// Work in a warehouse: occupation, competences, papers, licences, experience, distance.
namespace passend::scenarios {
namespace {

using engine::Lane;
using engine::Side;
using engine::SortBy;
using engine::Verdict;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Warehouse, ThePersonOfTheTradeStandsBeforeTheOneOfANearTradeAndTheStrangerComesLast) {
  const Region region(R"(
    name   | wants                | home | max km
    Amina  | kok                  | 1201 | 20
    Bram   | orderpicker          | 1201 | 20
    Chris  | magazijnmedewerker   | 1201 | 20)",
                      R"(
    name     | occupation         | place
    magazijn | magazijnmedewerker | 1202)");
  EXPECT_EQ(region.listed("magazijn", Lane::fits), "Chris Bram Amina");
  EXPECT_EQ(region.explain("Chris", "magazijn").combined.expected_bp, 10'000);
  EXPECT_EQ(region.line("Amina", "magazijn", Criterion::occupation, Side::supply).degree_bp, 0);
}

TEST(Warehouse, WhatSomeoneDidCountsAlmostAsMuchAsWhatSomeoneWants) {
  const Region region(R"(
    name  | wants | worked
    Dina  | kok   | magazijnmedewerker 2022-2026)",
                      R"(
    name     | occupation
    magazijn | magazijnmedewerker)");
  EXPECT_EQ(region.line("Dina", "magazijn", Criterion::occupation, Side::demand).degree_bp, 9'500);
  EXPECT_EQ(region.line("Dina", "magazijn", Criterion::occupation, Side::supply).degree_bp, 0);
}

TEST(Warehouse, ANarrowerSkillAnswersTheWiderOneAndASiblingDoesNot) {
  const Region region(R"(
    name  | competences
    Erik  | reachtruck rijden
    Fenna | orders verzamelen
    Gijs  | heftruck rijden)",
                      R"(
    name     | competences
    magazijn | heftruck rijden*)");
  EXPECT_EQ(region.listed("magazijn", Lane::fits), "Gijs Erik");
  EXPECT_EQ(region.explain("Fenna", "magazijn").failed, std::vector{Criterion::competences});
  const auto line = region.line("Erik", "magazijn", Criterion::competences);
  ASSERT_EQ(line.evidence.size(), 1U);
  EXPECT_EQ(line.evidence[0].kind, engine::Evidence::Kind::related_concept);
  EXPECT_THAT(line.evidence[0].texts, ElementsAre("heftruck rijden", "reachtruck rijden", "narrower"));
}

TEST(Warehouse, ALevelBelowTheDemandFailsARequiredSkillAndAnUnstatedLevelDoesNot) {
  const Region region(R"(
    name  | competences
    Hala  | heftruck rijden:basic
    Ivo   | heftruck rijden
    Jet   | heftruck rijden:expert)",
                      R"(
    name     | competences
    magazijn | heftruck rijden:skilled*)");
  EXPECT_EQ(region.listed("magazijn", Lane::fits), "Jet Ivo");
  EXPECT_EQ(region.line("Ivo", "magazijn", Criterion::competences).degree_bp, 8'500);
  EXPECT_EQ(region.line("Hala", "magazijn", Criterion::competences).degree_bp, 7'000);
}

TEST(Warehouse, WhoSaysNothingOfCompetencesIsAskedAndNotPassedOver) {
  const Region region(R"(
    name  | worked                      | competences
    Kees  | magazijnmedewerker 2015-2026 |
    Lina  |                             | -)",
                      R"(
    name     | competences
    magazijn | heftruck rijden*)");
  EXPECT_EQ(region.listed("magazijn", Lane::one_question_open), "Kees");
  EXPECT_EQ(region.explain("Kees", "magazijn").open_questions, std::vector{Criterion::competences});
  EXPECT_EQ(region.explain("Lina", "magazijn").lane, Lane::falls_short) << "Lina says that she has none";
}

TEST(Warehouse, ACertificateMustStillBeValidWhenTheWorkStarts) {
  const Region region(R"(
    name   | papers
    Mo     | VCA Basis until 2027-03-01
    Noor   | VCA Basis until 2027-02-28
    Omar   | VCA Basis
    Pia    | heftruckcertificaat
    Quint  |)",
                      R"(
    name     | papers     | start
    magazijn | VCA Basis* | 2027-03-01)");
  EXPECT_THAT(region.explain("Mo", "magazijn").lane, Lane::fits);
  EXPECT_THAT(region.explain("Omar", "magazijn").lane, Lane::fits);
  EXPECT_THAT(region.explain("Pia", "magazijn").lane, Lane::falls_short);
  EXPECT_THAT(region.explain("Quint", "magazijn").lane, Lane::one_question_open);
  const auto noor = explain::render(region.explain("Noor", "magazijn"), explain::Style::dutch);
  EXPECT_THAT(noor.why_not, ElementsAre("Certificaten en registraties: VCA Basis is geldig tot en met 28 februari "
                                        "2027, te kort voor de start van het werk."));
}

TEST(Warehouse, AnArticulatedLorryLicenceServesForAVanAndNotTheOtherWayRound) {
  const Region region(R"(
    name | licences
    Rik  | CE
    Sara | B
    Tess | C, BE
    Udo  | -)",
                      R"(
    name    | licences
    bus     | B*
    lorry   | C*
    trailer | CE*)");
  EXPECT_EQ(region.vacancies_for("Sara", Lane::fits), "bus");
  EXPECT_EQ(region.explain("Rik", "trailer").lane, Lane::fits);
  EXPECT_EQ(region.explain("Rik", "bus").lane, Lane::fits);
  EXPECT_EQ(region.explain("Tess", "lorry").lane, Lane::fits);
  EXPECT_EQ(region.explain("Tess", "trailer").lane, Lane::falls_short);
  EXPECT_EQ(region.vacancies_for("Udo", Lane::fits), "");
}

TEST(Warehouse, ExperienceFadesInTheScoreButTurnsNobodyAway) {
  // Today is 1 February 2027.
  const Region region(R"(
    name | worked
    Vera | magazijnmedewerker 2024-2026
    Wim  | magazijnmedewerker 2014-2016
    Xena | magazijnmedewerker 2026-
    Yara | magazijnmedewerker)",
                      R"(
    name     | occupation         | years
    magazijn | magazijnmedewerker | 3*)");
  EXPECT_EQ(region.line("Vera", "magazijn", Criterion::experience).degree_bp, 10'000);
  EXPECT_EQ(region.explain("Wim", "magazijn").lane, Lane::fits) << "three years are three years";
  EXPECT_EQ(region.line("Wim", "magazijn", Criterion::experience).degree_bp, 2'500) << "ten years ago";
  EXPECT_EQ(region.explain("Xena", "magazijn").lane, Lane::falls_short);
  EXPECT_EQ(region.explain("Yara", "magazijn").lane, Lane::one_question_open) << "how long is not said";
}

TEST(Warehouse, DistanceIsTheLimitOfThePersonAndCountsSoftlyTowardIt) {
  const Region region(R"(
    name | home | max km
    Abel | 1201 | 20
    Bo   | 1203 | 20
    Cato | 1205 | 20
    Daan | 1206 | 20
    Ella | 1209 |)",
                      R"(
    name     | occupation | place
    keuken   | kok        | 1201)");
  // 0, 10, 20 and 25 km from the work.
  EXPECT_EQ(region.line("Abel", "keuken", Criterion::distance, Side::supply).degree_bp, 10'000);
  EXPECT_EQ(region.line("Bo", "keuken", Criterion::distance, Side::supply).degree_bp, 10'000);
  EXPECT_EQ(region.line("Cato", "keuken", Criterion::distance, Side::supply).degree_bp, 5'000);
  EXPECT_EQ(region.explain("Daan", "keuken").failed, std::vector{Criterion::distance});
  EXPECT_EQ(region.explain("Ella", "keuken").lane, Lane::fits) << "who names no limit is not limited";
  EXPECT_EQ(region.listed("keuken", Lane::fits, SortBy::distance), "Abel Bo Cato Ella");
}

}  // namespace
}  // namespace passend::scenarios
