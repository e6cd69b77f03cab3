// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/pool/resolve_facts.hpp"
#include "indexer/pool/small_facts.hpp"
#include "tests/world/world.hpp"

namespace passend::pool {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Facts : public testing::Test {
 protected:
  Concept named(const char* id) { return world::tiny_taxonomy()->find(std::string("urn:passend:") + id).value(); }
  CandidateFacts of(const SearchProfile& profile) { return candidate_facts(profile, resolver); }
  VacancyFacts of(const Vacancy& vacancy) { return vacancy_facts(vacancy, resolver, *world::line_of_postcodes()); }
  Resolver resolver{*world::tiny_taxonomy()};
};

Date day(int year, int month, int of_month) {
  return Date::of(year, month, of_month).value();
}

TEST_F(Facts, KnowNothingOfAnEmptyProfile) {
  EXPECT_EQ(of(SearchProfile{}), CandidateFacts{});
  EXPECT_EQ(of(Vacancy{}), VacancyFacts{});
}

TEST_F(Facts, FindAConceptByItsUriElseByItsLabelElseCountItAsUnplaced) {
  SearchProfile profile;
  profile.wanted_occupations = {{"urn:passend:kok", "iets anders"}, {"", "Orderverzamelaar"}, {"urn:none", "qqzx"}};
  const auto facts = of(profile);
  EXPECT_TRUE(facts.wanted_occupations.known);
  EXPECT_TRUE(facts.wanted_occupations.unplaced);
  EXPECT_THAT(facts.wanted_occupations.items, testing::UnorderedElementsAre(named("kok"), named("orderpicker")));
}

TEST_F(Facts, DoNotTakeAConceptOfAnotherKind) {
  SearchProfile profile;
  profile.wanted_occupations = {{"urn:passend:heftruck-rijden", ""}, {"urn:passend:kok", ""}};
  EXPECT_THAT(of(profile).wanted_occupations.items, ElementsAre(named("kok")));
}

TEST_F(Facts, TakeAListOfWhichNothingCouldBePlacedAsBlank) {
  SearchProfile profile;
  profile.competences = std::vector<HeldCompetence>{{{"", "0000000001"}, {}, {}}};
  EXPECT_FALSE(of(profile).competences.known);
  profile.competences = std::vector<HeldCompetence>{};
  EXPECT_TRUE(of(profile).competences.known);
}

/// Nothing is made up: from work alone nobody gets competences.
TEST_F(Facts, LeaveCompetencesUnknownForSomeoneWithExperience) {
  SearchProfile profile;
  profile.experience = {{{"urn:passend:kok", ""}, {day(2020, 1, 1), {}}, "", ""}};
  EXPECT_FALSE(of(profile).competences.known);
}

TEST_F(Facts, KeepTheStrongestOfTwoEntriesForOneCompetence) {
  SearchProfile profile;
  profile.competences = {{{"urn:passend:luisteren", ""}, Proficiency::basic, CompetenceSource::employer},
                         {{"urn:passend:luisteren", ""}, Proficiency::skilled, CompetenceSource::self}};
  EXPECT_THAT(of(profile).competences.items,
              ElementsAre(HeldCompetenceFact{named("luisteren"), Proficiency::skilled, CompetenceSource::self}));
}

TEST_F(Facts, CountTimeInOneOccupationOnlyOnce) {
  const ConceptRef cook{"urn:passend:kok", ""};
  SearchProfile profile;
  profile.experience = {{cook, {day(2020, 1, 1), day(2021, 12, 31)}, "", ""},
                        {cook, {day(2021, 6, 1), day(2022, 6, 30)}, "", ""},
                        {cook, {day(2022, 7, 1), day(2022, 12, 31)}, "", ""},
                        {cook, {day(2024, 1, 1), {}}, "", ""}};
  const auto times = of(profile).experience.items;
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[0].period, (Period{day(2020, 1, 1), day(2022, 12, 31)}));
  EXPECT_EQ(times[1].period, (Period{day(2024, 1, 1), std::nullopt}));
}

TEST_F(Facts, KeepAnOccupationWhoseDatesAreMissingOrImpossibleWithoutATime) {
  const ConceptRef cook{"urn:passend:kok", ""};
  SearchProfile profile;
  profile.experience = {{cook, {std::nullopt, day(2020, 1, 1)}, "", ""},
                        {cook, {day(2022, 1, 1), day(2021, 1, 1)}, "", ""}};
  EXPECT_THAT(of(profile).experience.items, ElementsAre(OccupationTime{named("kok"), {}}));
}

TEST_F(Facts, ReadHowFarAnEducationCame) {
  const auto completion = [&](std::optional<EducationStatus> status, std::optional<bool> diploma) {
    SearchProfile profile;
    Education education;
    education.status = status;
    education.diploma = diploma;
    profile.education = {education};
    return of(profile).education.items.at(0).completion;
  };
  EXPECT_EQ(completion(EducationStatus::completed, {}), Completion::completed);
  EXPECT_EQ(completion({}, true), Completion::completed);
  EXPECT_EQ(completion(EducationStatus::ongoing, false), Completion::ongoing);
  EXPECT_EQ(completion(EducationStatus::aborted, {}), Completion::not_completed);
  EXPECT_EQ(completion({}, false), Completion::not_completed);
  EXPECT_EQ(completion({}, {}), Completion::unknown);
}

TEST_F(Facts, TakeTheVumLevelOfALanguageAndElseTheCefrOne) {
  SearchProfile profile;
  profile.languages = {{"nld", {LanguageLevel::fair, Cefr::c2}, {{}, Cefr::a1}, {{}, Cefr::b1}, {}}};
  EXPECT_EQ(of(profile).languages.items.at(0).levels, (LanguageLevels{2, 2, 3, 0}));
}

TEST_F(Facts, LeaveOutTransportThatIsNotForTheCommute) {
  SearchProfile profile;
  profile.mobility.transport = {{Transport::car, false, true}, {Transport::bicycle, {}, {}}};
  EXPECT_EQ(of(profile).transport, bit(Transport::bicycle));
}

TEST_F(Facts, KeepOnlyTheFourDigitsOfAPostcode) {
  SearchProfile profile;
  profile.mobility.postcode = "1203AB";
  EXPECT_EQ(of(profile).pc4, 1203);
}

TEST_F(Facts, BringSalariesToCentsAnHourOverAFullTimeWeek) {
  EXPECT_EQ(cents_an_hour(1'650, SalaryPeriod::hour), 1'650);
  EXPECT_EQ(cents_an_hour(62'700, SalaryPeriod::week), 1'650);
  EXPECT_EQ(cents_an_hour(271'700, SalaryPeriod::month), 1'650);
  EXPECT_EQ(cents_an_hour(3'260'400, SalaryPeriod::year), 1'650);
}

TEST_F(Facts, WriteOutWhatIsLikeTheOccupationOfAVacancy) {
  Vacancy vacancy;
  vacancy.title = "Magazijnmedewerker";
  vacancy.occupation = ConceptRef{"urn:passend:magazijnmedewerker", ""};
  const auto facts = of(vacancy);
  ASSERT_EQ(facts.occupation, named("magazijnmedewerker"));
  bool itself = false;
  for (const auto& kin : facts.like_occupations) {
    EXPECT_EQ(kin.similarity_bp, world::tiny_taxonomy()->similarity_bp(*facts.occupation, kin.concept_index));
    itself |= kin.concept_index == *facts.occupation;
  }
  EXPECT_TRUE(itself);
}

TEST_F(Facts, PutAVacancyWithoutAUsablePostcodeInItsPlace) {
  const auto area = [&](const char* postcode, const char* place) {
    Vacancy vacancy;
    vacancy.location.postcode = postcode;
    vacancy.location.place = place;
    return of(vacancy).pc4;
  };
  EXPECT_EQ(area("1204AB", "Dorp 1"), 1204);
  EXPECT_EQ(area("", "dorp 3"), 1203);
  EXPECT_EQ(area("9999XX", "Dorp 3"), 1203) << "a code without an area";
  EXPECT_EQ(area("", "Elders"), std::nullopt);
}

TEST_F(Facts, KeepTheImportanceOfDemandsThatCouldNotBePlacedAndDropIgnoredOnes) {
  Vacancy vacancy;
  vacancy.competences = {{{"", "qqzx wvkj"}, {}, Importance::required},
                         {{"urn:passend:luisteren", ""}, {}, Importance::desired},
                         {{"urn:passend:heftruck-rijden", ""}, {}, Importance::ignored}};
  const auto facts = of(vacancy);
  EXPECT_EQ(facts.competences.items.size(), 1U);
  EXPECT_TRUE(facts.competences.unplaced);
  EXPECT_EQ(facts.competences.strongest, Importance::required);
  EXPECT_EQ(facts.competences.strongest_unplaced, Importance::required);
}

TEST_F(Facts, HashTheMeaningfulWordsOfATitleTheSameOnEveryMachine) {
  EXPECT_EQ(word_hashes("Kok in de zorg"), word_hashes("ZORG"));
  EXPECT_THAT(word_hashes("in de"), IsEmpty());
  // FNV-1a of "zorg", so that a stored fact means the same elsewhere.
  EXPECT_THAT(word_hashes("zorg"), ElementsAre(0xEC02FA611815F361ULL));
}

}  // namespace
}  // namespace passend::pool
