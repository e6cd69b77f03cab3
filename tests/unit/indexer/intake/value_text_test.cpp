// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/value_text.hpp"

#include <gtest/gtest.h>

#include "indexer/intake/dropped_fields.hpp"
#include "indexer/intake/record_notes.hpp"
#include "indexer/intake/text_limits.hpp"
#include "indexer/intake/words.hpp"

namespace passend::intake {
namespace {

WeeklyHours hours(std::optional<int> minimum, std::optional<int> maximum) {
  return {minimum, maximum};
}

TEST(ReadDate, TakesTheFormsThatPeopleAndSystemsWrite) {
  const auto day = Date::of(2026, 7, 9);
  for (const char* text : {"2026-07-09", "2026-7-9", "09-07-2026", "9-7-2026", "9/7/2026", "9.7.2026", " 2026-07-09 ",
                           "2026-07-09T23:30:00+02:00", "9 juli 2026", "9 Jul 2026", "09 JULI 2026"}) {
    EXPECT_EQ(read_date(text), day) << text;
  }
}

TEST(ReadDate, TakesNothingThatIsNoDay) {
  for (const char* text : {"", "2026-02-30", "31-04-2026", "in overleg", "2026", "07-2026", "1-8-23", "01082023",
                           "September 2026", "2026-07-09 (uiterlijk)", "1899-12-31", "2200-01-01", "1-8-2026-", "--"}) {
    EXPECT_EQ(read_date(text), std::nullopt) << text;
  }
}

TEST(ReadHours, TakesANumberOrARange) {
  EXPECT_EQ(read_hours("24"), hours(24, 24));
  EXPECT_EQ(read_hours("24-32"), hours(24, 32));
  EXPECT_EQ(read_hours("24 tot 32 uur"), hours(24, 32));
  EXPECT_EQ(read_hours("24 t/m 32 uur per week"), hours(24, 32));
  EXPECT_EQ(read_hours("max. 32"), hours(std::nullopt, 32));
  EXPECT_EQ(read_hours("minimaal 16 uur"), hours(16, std::nullopt));
  EXPECT_EQ(read_hours("38 hours"), hours(38, 38));
  EXPECT_EQ(read_hours("at least 20 hours"), hours(20, std::nullopt));
  EXPECT_EQ(read_hours("hoogstens 20 uur"), hours(std::nullopt, 20));
  EXPECT_EQ(read_hours("22,5"), hours(22, 23));
  EXPECT_EQ(read_hours("-8"), hours(-8, -8)) << "for the rules to refuse";
  EXPECT_EQ(read_hours("in overleg"), std::nullopt);
  EXPECT_EQ(read_hours("1, 2 of 3 dagen"), std::nullopt);
  EXPECT_EQ(read_hours("99999999999999999999999"), std::nullopt);
}

TEST(ReadFte, CountsInPartsOfAFullWeek) {
  EXPECT_EQ(read_fte("0,8", 40), hours(32, 32));
  EXPECT_EQ(read_fte("0,4 - 1,0", 40), hours(16, 40));
  EXPECT_EQ(read_fte("circa 0,4 fte", 36), hours(14, 15));
  EXPECT_EQ(read_fte("0.5", 38), hours(19, 19));
  EXPECT_EQ(read_fte("24", 40), std::nullopt) << "hours in the wrong column";
  EXPECT_EQ(read_fte("in overleg", 40), std::nullopt);
}

TEST(ReadSalary, KnowsAmountsAndPeriods) {
  EXPECT_EQ(read_salary("2500-3200 per maand"), (Salary{250'000, 320'000, SalaryPeriod::month}));
  EXPECT_EQ(read_salary("€ 14,50 per uur"), (Salary{1450, 1450, SalaryPeriod::hour}));
  EXPECT_EQ(read_salary("€5.686-€6.569"), (Salary{568'600, 656'900, SalaryPeriod::month}));
  EXPECT_EQ(read_salary("€ 2.500,50"), (Salary{250'050, 250'050, SalaryPeriod::month}));
  EXPECT_EQ(read_salary("45000"), (Salary{4'500'000, 4'500'000, SalaryPeriod::year}));
  EXPECT_EQ(read_salary("13"), (Salary{1300, 1300, SalaryPeriod::hour}));
  EXPECT_EQ(read_salary("300"), std::nullopt) << "neither an hour nor a month";
  EXPECT_EQ(read_salary("conform CAO"), std::nullopt);
  EXPECT_EQ(read_salary("3200-2500"), std::nullopt);
}

TEST(ReadYesNo, TellsUnknownFromNeither) {
  EXPECT_EQ(read_yes_no("Ja")->answer, true);
  EXPECT_EQ(read_yes_no("no")->answer, false);
  EXPECT_EQ(read_yes_no("onbekend")->answer, std::nullopt);
  EXPECT_FALSE(read_yes_no("misschien"));
}

TEST(YoungerThan27, EndsOnTheBirthday) {
  const Date today = *Date::of(2026, 9, 1);
  EXPECT_TRUE(younger_than_27(*Date::of(1999, 9, 2), today));
  EXPECT_FALSE(younger_than_27(*Date::of(1999, 9, 1), today));
  EXPECT_TRUE(younger_than_27(*Date::of(2000, 2, 29), *Date::of(2027, 2, 28)));
  EXPECT_FALSE(younger_than_27(*Date::of(2000, 2, 29), *Date::of(2027, 3, 1)));
}

TEST(LastNumber, IsTheLastRunOfDigits) {
  EXPECT_EQ(last_number("https://example.org/v2/vacature/258669/"), "258669");
  EXPECT_EQ(last_number("geen"), "");
}

TEST(Words, DutchAndOwnNamesStandForCodes) {
  EXPECT_EQ(code_of_word<ContractType>("Tijdelijk met uitzicht op vast"), ContractType::fixed_term);
  EXPECT_EQ(code_of_word<ContractType>("Permanent"), ContractType::permanent);
  EXPECT_EQ(code_of_word<WorkLevel>("mbo/havo/vwo"), WorkLevel::mbo_havo_vwo);
  EXPECT_EQ(code_of_word<WorkLevel>("HBO"), WorkLevel::hbo);
  EXPECT_EQ(code_of_word<Transport>("Openbaar vervoer"), Transport::public_transport);
  EXPECT_EQ(code_of_word<Importance>("harde eis"), Importance::required);
  EXPECT_EQ(code_of_word<WorkingCondition>("quiet place"), WorkingCondition::quiet_place);
  EXPECT_EQ(code_of_word<ContractType>("soms"), std::nullopt);
  EXPECT_EQ(code_of_word<ContractType>(""), std::nullopt);
}

TEST(Words, LanguagesGoByCodeOrName) {
  EXPECT_EQ(language_code("Nederlands"), "nld");
  EXPECT_EQ(language_code("nl"), "nld");
  EXPECT_EQ(language_code("Oekraïens"), "ukr");
  EXPECT_EQ(language_code("afr"), "afr") << "three letters are believed";
  EXPECT_EQ(language_code("Klingonees"), std::nullopt);
}

TEST(DroppedByRule, KnowsDutchAndEnglishNamesHoweverTheyAreWritten) {
  for (const char* name : {"geboortedatum", "Geboorte Datum", "birthDate", "birth_date", "date-of-birth"}) {
    EXPECT_EQ(dropped_by_rule(name), "birth_date") << name;
  }
  EXPECT_EQ(dropped_by_rule("BSN"), "bsn");
  EXPECT_EQ(dropped_by_rule("Burgerservicenummer"), "bsn");
  EXPECT_EQ(dropped_by_rule("Geslacht"), "sex");
  EXPECT_EQ(dropped_by_rule("nationality"), "nationality");
  EXPECT_EQ(dropped_by_rule("pasfoto"), "photo");
  EXPECT_EQ(dropped_by_rule("naam"), std::nullopt);
  EXPECT_EQ(dropped_by_rule(""), std::nullopt);
}

TEST(Excerpt, IsShortAndOnOneLine) {
  EXPECT_EQ(excerpt(std::string(100, 'x')).size(), 80U);
  EXPECT_EQ(excerpt("a\nb\x01"), "a b");
}

TEST(TextLimits, DistanceCountsSwappedNeighboursOnce) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("title", "titel"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

}  // namespace
}  // namespace passend::intake
