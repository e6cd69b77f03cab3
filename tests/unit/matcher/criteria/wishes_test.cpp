// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/matcher/criteria/judged_pair.hpp"

/// Where, when and under which conditions.
namespace passend::criteria {
namespace {

using pool::bit;

class Wishes : public JudgedPair {};

TEST_F(Wishes, DistanceIsFullToHalfTheLimitAndFallsEvenlyBeyond) {
  person.maximum_distance_km = 20;
  const std::vector<std::pair<int, Judgement>> expected{
      {0, met()},          {10'000, met()},    {15'000, met(7'500)}, {20'000, met(5'000)}, {25'000, not_met(2'500)},
      {30'000, not_met()}, {90'000, not_met()}};
  for (const auto& [metres, judgement] : expected) {
    distance_m = metres;
    EXPECT_EQ(supply(Criterion::distance), judgement) << metres;
  }
}

TEST_F(Wishes, ALimitOfZeroKilometresIsOnlyMetInTheSameArea) {
  person.maximum_distance_km = 0;
  distance_m = 0;
  EXPECT_EQ(supply(Criterion::distance), met());
  distance_m = 100;
  EXPECT_EQ(supply(Criterion::distance), not_met());
}

TEST_F(Wishes, TheStricterOfKilometresAndMinutesCounts) {
  distance_m = 10'000;  // By bicycle 2 + 44 minutes.
  person.maximum_distance_km = 40;
  person.maximum_travel_minutes = 45;
  EXPECT_EQ(supply(Criterion::distance), unknown()) << "no means of transport stated";
  person.transport = bit(Transport::bicycle);
  EXPECT_EQ(supply(Criterion::distance).verdict, Verdict::not_met);
  person.transport = bit(Transport::bicycle) | bit(Transport::car);
  EXPECT_EQ(supply(Criterion::distance).verdict, Verdict::met) << "the quickest means counts";
}

TEST_F(Wishes, PublicTransportAloneIsAQuestionForNightShifts) {
  distance_m = 10'000;
  person.maximum_distance_km = 40;
  person.maximum_travel_minutes = 60;
  person.transport = bit(Transport::public_transport);
  EXPECT_EQ(supply(Criterion::distance).verdict, Verdict::met);
  vacancy.working_times.grid = WeekGrid{0x8};
  EXPECT_EQ(supply(Criterion::distance), unknown());
  person.transport = bit(Transport::public_transport) | bit(Transport::car);
  EXPECT_EQ(supply(Criterion::distance).verdict, Verdict::met);
}

TEST_F(Wishes, EachHourBetweenTheRangesCostsATenth) {
  person.hours = {16, 24};
  vacancy.hours = {24, 32};
  EXPECT_EQ(supply(Criterion::hours), met());
  vacancy.hours = {28, std::nullopt};
  EXPECT_EQ(supply(Criterion::hours), not_met(6'000));
  EXPECT_EQ(demand(Criterion::hours), not_met(6'000));
  vacancy.hours = {40, 40};
  EXPECT_EQ(supply(Criterion::hours), not_met());
  person.hours = {std::nullopt, 40};
  EXPECT_EQ(supply(Criterion::hours), met());
}

TEST_F(Wishes, TheSharedDaypartsMustHoldTheHoursOfTheWork) {
  vacancy.working_times.grid = WeekGrid{0x33333};  // Mornings and afternoons from Monday to Friday.
  vacancy.hours.minimum = 16;                      // Four dayparts.
  person.working_times.grid = WeekGrid{0x11111};   // Mornings.
  EXPECT_EQ(demand(Criterion::working_times), met());
  vacancy.hours.minimum = 32;
  EXPECT_EQ(demand(Criterion::working_times), not_met(6'250));
  vacancy.hours.minimum = std::nullopt;
  EXPECT_EQ(demand(Criterion::working_times), unknown()) << "enough for how many hours?";
  person.working_times.grid = WeekGrid{0x4};
  EXPECT_EQ(demand(Criterion::working_times), not_met());
}

TEST_F(Wishes, IrregularWorkNeedsTheConsentOfThePerson) {
  vacancy.working_times.irregular_hours = true;
  EXPECT_EQ(demand(Criterion::working_times), unknown());
  person.working_times.irregular_hours = true;
  EXPECT_EQ(demand(Criterion::working_times), met());
  person.working_times.irregular_hours = false;
  EXPECT_EQ(demand(Criterion::working_times), not_met());
  EXPECT_EQ(supply(Criterion::working_times), not_met());
  vacancy.working_times.irregular_hours = false;
  EXPECT_EQ(supply(Criterion::working_times), met());
}

TEST_F(Wishes, OfficeHoursAreNotMetByIrregularWork) {
  person.working_times.office_hours = true;
  EXPECT_EQ(supply(Criterion::working_times), unknown());
  vacancy.working_times.irregular_hours = true;
  EXPECT_EQ(supply(Criterion::working_times), not_met());
  vacancy.working_times = {true, std::nullopt, std::nullopt};
  EXPECT_EQ(supply(Criterion::working_times), met());
}

TEST_F(Wishes, APeriodIsTheShareOfTheWorkThatSomeoneIsThere) {
  vacancy.period = {day(0), day(99)};  // 100 days.
  person.available.from = day(14);
  EXPECT_EQ(demand(Criterion::period), met(8'600));
  person.available.from = day(15);
  EXPECT_EQ(demand(Criterion::period), not_met(8'500));
  person.available = {std::nullopt, day(49)};
  EXPECT_EQ(supply(Criterion::period), not_met(5'000));
  person.available.from = day(200);
  person.available.until = std::nullopt;
  EXPECT_EQ(supply(Criterion::period), not_met());
}

TEST_F(Wishes, WorkWithoutAnEndIsLookedAtOverHalfAYear) {
  vacancy.period.from = day(0);
  person.available = {day(-10), day(89)};
  EXPECT_EQ(supply(Criterion::period), not_met(5'000));
}

TEST_F(Wishes, WorkThatIsOverSuitsNobody) {
  vacancy.period = {day(-50), day(-1)};
  person.available.from = day(-100);
  EXPECT_EQ(supply(Criterion::period), not_met());
}

TEST_F(Wishes, AnyOneContractOrAgreementInCommonSuffices) {
  person.contract_types = bit(ContractType::fixed_term) | bit(ContractType::permanent);
  EXPECT_EQ(supply(Criterion::contract), unknown());
  vacancy.contract_types = bit(ContractType::permanent);
  EXPECT_EQ(supply(Criterion::contract), met());
  EXPECT_EQ(demand(Criterion::contract), met());
  person.agreements = bit(AgreementType::job);
  vacancy.agreements = bit(AgreementType::volunteering);
  EXPECT_EQ(supply(Criterion::agreement), not_met());
}

TEST_F(Wishes, ASectorHoldsItsBranchesAndIsNearTheRestOfItsDivision) {
  vacancy.sector = 81'210;
  const std::vector<std::pair<int, Judgement>> expected{{81, met()},          {8'121, met()},  {81'210, met()},
                                                        {81'220, met(7'000)}, {82, not_met()}, {5'210, not_met()}};
  for (const auto& [wanted, judgement] : expected) {
    person.sectors = {true, 0, {wanted}};
    EXPECT_EQ(supply(Criterion::sector), judgement) << wanted;
  }
}

TEST_F(Wishes, AnInterestMeetsAnOccupationACompetenceOrAWordOfTheTitle) {
  person.interests.known = true;
  EXPECT_EQ(supply(Criterion::interests), not_met());
  vacancy.title_words = {42};
  person.interests.words = {41, 42};
  EXPECT_EQ(supply(Criterion::interests), met(7'000));
  person.interests.concepts = {3};
  vacancy.competence_answers = {{3, 0, 8'500}};
  EXPECT_EQ(supply(Criterion::interests), met(8'500));
  vacancy.like_occupations = {{3, 10'000}};
  EXPECT_EQ(supply(Criterion::interests), met());
}

TEST_F(Wishes, APercentBelowTheWantedSalaryCostsFour) {
  person.wanted_cents_an_hour = 2'000;
  EXPECT_EQ(supply(Criterion::salary), unknown());
  vacancy.offered_cents_an_hour = 2'000;
  EXPECT_EQ(supply(Criterion::salary), met());
  vacancy.offered_cents_an_hour = 1'980;
  EXPECT_EQ(supply(Criterion::salary), not_met(9'600));
  vacancy.offered_cents_an_hour = 1'400;
  EXPECT_EQ(supply(Criterion::salary), not_met());
}

TEST_F(Wishes, AllNeededConditionsMustBeOffered) {
  person.needed_conditions = bit(WorkingCondition::quiet_place) | bit(WorkingCondition::guidance);
  vacancy.offered_conditions = bit(WorkingCondition::guidance);
  EXPECT_EQ(supply(Criterion::working_conditions), not_met(5'000));
  vacancy.offered_conditions = *person.needed_conditions | bit(WorkingCondition::variation);
  EXPECT_EQ(supply(Criterion::working_conditions), met());
}

}  // namespace
}  // namespace passend::criteria
