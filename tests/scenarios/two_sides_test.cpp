// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "matcher/explain/explain.hpp"
#include "tests/scenarios/region.hpp"

/// Both sides speak: hours, times, agreements, languages, working conditions, salary, and what silence means.
namespace passend::scenarios {
namespace {

using engine::Lane;
using engine::Side;
using engine::Verdict;
using testing::ElementsAre;

TEST(TwoSides, HoursMeetWhereTheRangesShareAnHour) {
  const Region region(R"(
    name | hours
    Finn | 16-24
    Gaby | 32-40
    Hugo |)",
                      R"(
    name   | hours
    dagen  | 24-32*)");
  EXPECT_EQ(region.explain("Finn", "dagen").lane, Lane::fits);
  EXPECT_EQ(region.explain("Gaby", "dagen").lane, Lane::fits);
  EXPECT_EQ(region.explain("Hugo", "dagen").lane, Lane::one_question_open);
}

TEST(TwoSides, AWishOfThePersonCanKnockOutAVacancyToo) {
  const Region region(R"(
    name | wants | hours
    Iris | kok   | 16-20*
    Jan  | kok   | 16-20)",
                      R"(
    name   | occupation | hours
    keuken | kok        | 24-32)");
  EXPECT_EQ(region.explain("Iris", "keuken").lane, Lane::falls_short) << "20 hours is the most that Iris can do";
  EXPECT_EQ(region.explain("Jan", "keuken").lane, Lane::fits) << "for Jan it is a wish";
  EXPECT_EQ(region.line("Jan", "keuken", Criterion::hours, Side::supply).degree_bp, 6'000) << "four hours too many";
}

TEST(TwoSides, WhoInsistsOnAJobIsNotListedForVolunteering) {
  const Region region(R"(
    name  | wants | agreement
    Karim | kok   | job*
    Aziz  | kok   | job
    Loes  | kok   | job, volunteering
    Mees  | kok   |)",
                      R"(
    name   | occupation | agreement
    buurt  | kok        | volunteering)");
  EXPECT_EQ(region.explain("Karim", "buurt").failed, std::vector{Criterion::agreement});
  EXPECT_EQ(region.listed("buurt", Lane::fits), "Loes Mees Aziz") << "Aziz would rather have a job";
  EXPECT_EQ(region.explain("Mees", "buurt").lane, Lane::fits) << "the vacancy does not require it, Mees says nothing";
}

TEST(TwoSides, ALanguageOneLevelBelowCountsForHalfAndFailsARequirement) {
  const Region region(R"(
    name | languages
    Nour | nld:fair
    Olaf | nld:good
    Puck | eng:good
    Rosa |)",
                      R"(
    name    | languages
    strict  | nld:good*
    lenient | nld:good~)");
  EXPECT_EQ(region.listed("strict", Lane::fits), "Olaf");
  EXPECT_EQ(region.listed("strict", Lane::one_question_open), "Rosa");
  EXPECT_EQ(region.line("Nour", "strict", Criterion::languages).degree_bp, 5'000);
  EXPECT_EQ(region.line("Puck", "strict", Criterion::languages).degree_bp, 0);
  EXPECT_EQ(region.explain("Puck", "lenient").lane, Lane::fits);
}

TEST(TwoSides, EverythingSomeoneNeedsOnTheWorkMustBeOffered) {
  const Region region(R"(
    name  | wants | needs
    Sem   | kok   | quiet_place, guidance
    Tara  | kok   | guidance
    Ulla  | kok   |)",
                      R"(
    name   | occupation | offers
    zaak   | kok        | guidance, variation
    stil   | kok        |)");
  EXPECT_EQ(region.explain("Sem", "zaak").failed, std::vector{Criterion::working_conditions});
  EXPECT_EQ(region.explain("Tara", "zaak").lane, Lane::fits);
  EXPECT_EQ(region.explain("Ulla", "stil").lane, Lane::fits);
  const auto open = explain::render(region.explain("Tara", "stil"), explain::Style::dutch);
  EXPECT_THAT(open.open_questions, ElementsAre("Vraag de werkgever: wat biedt de werkplek (rust, begeleiding, zittend "
                                               "werk, aanpassingen)?"));
}

TEST(TwoSides, SalaryNeverKnocksOutHoweverMuchItIsWanted) {
  const Region region(R"(
    name | wants | salary
    Veer | kok   | 2000*)",
                      R"(
    name   | occupation | salary
    goed   | kok        | 2000
    minder | kok        | 1800
    slecht | kok        | 1500)");
  EXPECT_EQ(region.vacancies_for("Veer", Lane::fits), "goed minder slecht");
  EXPECT_EQ(region.line("Veer", "minder", Criterion::salary, Side::supply).degree_bp, 6'000);
  EXPECT_EQ(region.line("Veer", "slecht", Criterion::salary, Side::supply).degree_bp, 0);
}

TEST(TwoSides, SilenceIsNoAdvantage) {
  const Region region(R"(
    name | wants | competences
    Wout | kok   | gerechten bereiden
    Xan  |       |)",
                      R"(
    name   | occupation | competences
    keuken | kok        | gerechten bereiden)");
  EXPECT_EQ(region.listed("keuken", Lane::fits), "Wout Xan");
  const auto silent = region.explain("Xan", "keuken");
  EXPECT_EQ(silent.combined.low_bp, 0);
  EXPECT_EQ(silent.combined.high_bp, 10'000);
  EXPECT_EQ(silent.criteria.size(), 3U) << "occupation on both sides, competences on one";
}

TEST(TwoSides, AnyWorkIsWelcomeToWhoWantsNothingInParticular) {
  const Region region(R"(
    name | wants
    Yoni | -)",
                      R"(
    name   | occupation
    keuken | kok)");
  const auto explanation = region.explain("Yoni", "keuken");
  EXPECT_EQ(explanation.supply.expected_bp, 10'000);
}

TEST(TwoSides, AvailableTwoWeeksLateIsInTimeAndThreeMonthsLateIsNot) {
  const Region region(R"(
    name | from
    Zoe  | 2027-03-15
    Adam | 2027-06-01)",
                      R"(
    name    | start
    seizoen | 2027-03-01*)");
  EXPECT_EQ(region.listed("seizoen", Lane::fits), "Zoe");
  EXPECT_EQ(region.explain("Adam", "seizoen").failed, std::vector{Criterion::period});
}

TEST(TwoSides, TheReasonsReadLikeSentences) {
  const Region region(R"(
    name  | wants       | home | max km | by      | hours | languages
    Bilal | orderpicker | 1201 | 12     | bicycle | 24-32 | nld:fair)",
                      R"(
    name     | occupation         | place | hours | languages
    magazijn | magazijnmedewerker | 1203  | 32    | nld:good*)");
  const auto rendered = explain::render(region.explain("Bilal", "magazijn"), explain::Style::dutch_simple);
  EXPECT_EQ(rendered.headline, "Dit werk past nu niet bij je. Op 1 punt klopt het niet.");
  EXPECT_THAT(rendered.why_not,
              ElementsAre("Talen: Nederlands praten: de werkgever vraagt goed. Bij jou staat een beetje."));
  std::string all;
  for (const auto& criterion : rendered.criteria) {
    for (const auto& sentence : criterion.sentences) all += sentence + "\n";
  }
  EXPECT_THAT(all, testing::HasSubstr("Het werk is 10 kilometer van je huis. Je wilt niet verder dan 12 kilometer."));
  EXPECT_THAT(all, testing::HasSubstr("Jij wilt 24 tot 32 uur per week werken. Het werk is 32 uur per week."));
}

}  // namespace
}  // namespace passend::scenarios
