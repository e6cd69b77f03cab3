// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/matcher/criteria/judged_pair.hpp"

/// What a person can do: competences, levels, education, languages, experience.
namespace passend::criteria {
namespace {

using pool::Completion;

class Ability : public JudgedPair {
 protected:
  void demand_competence(std::optional<Proficiency> level, Importance importance, int rarity = 0,
                         int similarity = 10'000) {
    auto& list = vacancy.competences;
    const auto number = static_cast<std::uint32_t>(list.items.size());
    list.known = true;
    list.strongest = std::max(list.strongest, importance);
    list.items.push_back({number, level, importance, rarity});
    vacancy.competence_answers.push_back({number, number, similarity});
  }
  void hold_competence(pool::Concept competence, std::optional<Proficiency> level = std::nullopt) {
    person.competences.known = true;
    person.competences.items.push_back({competence, level, std::nullopt});
  }
  void demand_education(std::optional<EducationLevel> level, std::optional<int> field) {
    vacancy.education.known = true;
    vacancy.education.items.push_back({level, field, false});
  }
  void hold_education(std::optional<EducationLevel> level, std::optional<int> field, Completion completion) {
    person.education.known = true;
    person.education.items.push_back({level, field, completion});
  }
  void demand_language(pool::LanguageLevels minimum, Importance importance = Importance::important) {
    vacancy.languages.known = true;
    vacancy.languages.items.push_back({1, minimum, importance});
  }
  void hold_language(pool::LanguageLevels levels) {
    person.languages.known = true;
    person.languages.items = {{1, levels}};
  }
};

TEST_F(Ability, ACompetenceCountsBySimilarityTimesLevel) {
  demand_competence(Proficiency::expert, Importance::required, 0, 8'500);
  hold_competence(0, Proficiency::expert);
  EXPECT_EQ(demand(Criterion::competences), met(8'500));
  person.competences.items[0].level = Proficiency::skilled;
  EXPECT_EQ(demand(Criterion::competences), not_met(5'950));
  person.competences.items[0].level = Proficiency::basic;
  EXPECT_EQ(demand(Criterion::competences), not_met(3'400));
  person.competences.items[0].level = Proficiency::beginner;
  EXPECT_EQ(demand(Criterion::competences), not_met(850));
  person.competences.items[0].level = std::nullopt;
  EXPECT_EQ(demand(Criterion::competences), met(7'225)) << "the benefit of the doubt in the verdict alone";
}

TEST_F(Ability, ARareCompetenceWeighsThreeTimesACommonOne) {
  demand_competence({}, Importance::important, 10'000);
  demand_competence({}, Importance::important, 0);
  hold_competence(0);
  EXPECT_EQ(demand(Criterion::competences), met(7'500));
  person.competences.items[0].competence = 1;
  EXPECT_EQ(demand(Criterion::competences), not_met(2'500));
}

TEST_F(Ability, ARequiredCompetenceWeighsFourTimesADesiredOne) {
  demand_competence({}, Importance::required);
  demand_competence({}, Importance::desired);
  hold_competence(0);
  EXPECT_EQ(demand(Criterion::competences), met(8'000));
}

TEST_F(Ability, AMissingRequiredCompetenceIsAQuestionWhileTheListHoldsUnplacedWords) {
  demand_competence({}, Importance::required);
  hold_competence(7);
  EXPECT_EQ(demand(Criterion::competences), not_met());
  person.competences.unplaced = true;
  EXPECT_EQ(demand(Criterion::competences), unknown());
  vacancy.competences.items[0].importance = Importance::important;
  EXPECT_EQ(demand(Criterion::competences), not_met()) << "one odd word does not blank the rest";
}

TEST_F(Ability, ADemandedCompetenceThatNobodyCanPlaceIsAQuestionOnlyWhenRequired) {
  demand_competence({}, Importance::important);
  hold_competence(0);
  vacancy.competences.unplaced = true;
  vacancy.competences.strongest_unplaced = Importance::desired;
  EXPECT_EQ(demand(Criterion::competences), met());
  vacancy.competences.strongest_unplaced = Importance::required;
  EXPECT_EQ(demand(Criterion::competences), unknown());
}

TEST_F(Ability, MoreThan32DemandsAreJudgedTheSame) {
  for (pool::Concept competence = 0; competence < 20; ++competence) {
    for (int twice = 0; twice < 2; ++twice) {
      demand_competence({}, Importance::important);
      vacancy.competences.items.back().competence = competence;
      vacancy.competence_answers.back().competence = competence;
    }
  }
  for (pool::Concept held = 0; held < 15; ++held) hold_competence(held);
  EXPECT_EQ(demand(Criterion::competences), met(7'500));
}

TEST_F(Ability, AWorkLevelIsMetAtOrAboveAndHalfOneBelow) {
  vacancy.work_level = WorkLevel::mbo_havo_vwo;
  EXPECT_EQ(demand(Criterion::work_level), unknown());
  person.work_level = WorkLevel::hbo;
  EXPECT_EQ(demand(Criterion::work_level), met());
  person.work_level = WorkLevel::vmbo;
  EXPECT_EQ(demand(Criterion::work_level), not_met(5'000));
  person.work_level = WorkLevel::basic;
  EXPECT_EQ(demand(Criterion::work_level), not_met());
}

TEST_F(Ability, AnEducationIsMetByLevelFieldAndCompletionTogether) {
  demand_education(EducationLevel::mbo, 7);
  hold_education(EducationLevel::mbo, 7, Completion::completed);
  EXPECT_EQ(demand(Criterion::education), met());
  person.education.items[0].field = 1;
  EXPECT_EQ(demand(Criterion::education), not_met(3'000));
  person.education.items[0] = {EducationLevel::vmbo, 7, Completion::completed};
  EXPECT_EQ(demand(Criterion::education), not_met(5'000));
  person.education.items[0] = {EducationLevel::hbo, 7, Completion::ongoing};
  EXPECT_EQ(demand(Criterion::education), not_met(5'000));
  person.education.items[0] = {EducationLevel::hbo, 7, Completion::not_completed};
  EXPECT_EQ(demand(Criterion::education), not_met());
  person.education.items[0] = {EducationLevel::hbo, std::nullopt, Completion::completed};
  EXPECT_EQ(demand(Criterion::education), unknown());
}

TEST_F(Ability, AnyOneOfTheDemandedEducationsSufficesWithAnyOneHeld) {
  demand_education(EducationLevel::wo, {});
  demand_education(EducationLevel::vmbo, {});
  hold_education(EducationLevel::primary, {}, Completion::completed);
  hold_education(EducationLevel::havo_vwo, {}, Completion::completed);
  EXPECT_EQ(demand(Criterion::education), met());
}

TEST_F(Ability, AnEducationNamedWithoutLevelOrFieldIsAQuestion) {
  demand_education({}, {});
  hold_education(EducationLevel::wo, {}, Completion::completed);
  EXPECT_EQ(demand(Criterion::education), unknown());
}

TEST_F(Ability, ExperienceStandsForADiplomaOnlyWhereTheEmployerSaysSo) {
  demand_education(EducationLevel::mbo, {});
  hold_education(EducationLevel::primary, {}, Completion::completed);
  vacancy.occupation = 5;
  vacancy.like_occupations = {{5, 10'000}};
  person.experience.known = true;
  person.experience.items = {{5, {day(-3 * 366), std::nullopt}}};
  EXPECT_EQ(demand(Criterion::education).verdict, Verdict::not_met);
  vacancy.education.items[0].experience_counts = true;
  EXPECT_EQ(demand(Criterion::education), met());
  person.experience = {};
  EXPECT_EQ(demand(Criterion::education), unknown());
}

TEST_F(Ability, ALanguageIsTheMeanOfItsSkillsAndFailsWithOneOfThem) {
  demand_language({3, 3, 0, 0});
  hold_language({4, 3, 1, 1});
  EXPECT_EQ(demand(Criterion::languages), met());
  hold_language({4, 2, 0, 0});
  EXPECT_EQ(demand(Criterion::languages), met(7'500)) << "not required: three quarters is enough";
  vacancy.languages.items[0].importance = Importance::required;
  EXPECT_EQ(demand(Criterion::languages), not_met(7'500));
  hold_language({4, 0, 0, 0});
  EXPECT_EQ(demand(Criterion::languages), unknown());
  hold_language({1, 0, 0, 0});
  EXPECT_EQ(demand(Criterion::languages), not_met()) << "speaking alone decides";
}

TEST_F(Ability, ALanguageWithoutAMinimumAsksSomeCommandOfIt) {
  demand_language({});
  hold_language({1, 1, 2, 1});
  EXPECT_EQ(demand(Criterion::languages), met());
  hold_language({1, 1, 1, 1});
  EXPECT_EQ(demand(Criterion::languages), not_met());
  hold_language({1, 1, 0, 1});
  EXPECT_EQ(demand(Criterion::languages), unknown());
}

class Experience : public Ability {
 protected:
  Experience() {
    vacancy.occupation = 5;
    vacancy.like_occupations = {{4, 4'999}, {5, 10'000}, {6, 6'000}};
    vacancy.experience_years = 2;
    person.experience.known = true;
  }
  void worked(pool::Concept occupation, const char* from, const char* until) {
    person.experience.items.push_back({occupation, {parse_date(from), parse_date(until)}});
  }
};

TEST_F(Experience, CountsWholeCalendarMonths) {
  worked(5, "2024-01-01", "2025-12-31");
  EXPECT_EQ(demand(Criterion::experience), met());
  person.experience.items[0].period.until = parse_date("2025-12-30");
  EXPECT_EQ(demand(Criterion::experience), not_met(9'583));
}

TEST_F(Experience, CountsANearOccupationByItsLikenessInTheDegreeOnly) {
  worked(6, "2024-01-01", "2025-12-31");
  EXPECT_EQ(demand(Criterion::experience), met(5'833)) << "24 months x 0.6 = 14 of 24";
}

TEST_F(Experience, DoesNotCountAnOccupationThatIsTooUnlike) {
  worked(4, "2010-01-01", "2025-12-31");
  EXPECT_EQ(demand(Criterion::experience), not_met());
}

TEST_F(Experience, CountsWorkThatGoesOnUntilToday) {
  worked(5, "2025-02-01", "");
  EXPECT_EQ(demand(Criterion::experience), met());
}

TEST_F(Experience, IsAQuestionWhenDatesAreMissing) {
  worked(5, "", "");
  EXPECT_EQ(demand(Criterion::experience), unknown());
}

TEST_F(Experience, AsksNothingAtZeroYears) {
  vacancy.experience_years = 0;
  EXPECT_FALSE(rule_of(Criterion::experience).demand.stated(vacancy));
  EXPECT_EQ(demand(Criterion::experience), met());
}

}  // namespace
}  // namespace passend::criteria
