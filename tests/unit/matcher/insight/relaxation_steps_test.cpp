// SPDX-License-Identifier: EUPL-1.2
#include "matcher/insight/relaxation_steps.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "matcher/insight/requirements.hpp"
#include "tests/world/world.hpp"

namespace passend::insight {
namespace {

using Kind = RelaxationStep::Kind;

pool::Concept concept_named(const char* label) {
  const auto links = world::tiny_taxonomy()->link(label, taxonomy::ConceptKind::competence, 1);
  return links.at(0).target;
}

std::vector<RelaxedVacancy> steps_for(const pool::VacancyFacts& vacancy, std::uint32_t demand,
                                      std::uint32_t supply = 0) {
  return relaxation_steps(vacancy, {demand, supply}, *world::tiny_taxonomy());
}

const RelaxedVacancy* find(const std::vector<RelaxedVacancy>& steps, Kind kind) {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const auto& one) { return one.step.kind == kind; });
  return found == steps.end() ? nullptr : &*found;
}

TEST(RelaxationSteps, LeaveOutWhatStandsInNobodysWay) {
  pool::VacancyFacts vacancy;
  vacancy.work_level = WorkLevel::hbo;
  vacancy.hours = {32, 36};
  EXPECT_TRUE(steps_for(vacancy, 0).empty());
  EXPECT_EQ(steps_for(vacancy, mask_of(Criterion::work_level)).size(), 2U);
  EXPECT_EQ(steps_for(vacancy, 0, mask_of(Criterion::hours)).size(), 1U) << "the employer can only offer other hours";
}

TEST(RelaxationSteps, LowerALevelByOneAndNeverBelowTheLowest) {
  pool::VacancyFacts vacancy;
  vacancy.work_level = WorkLevel::vmbo;
  const auto steps = steps_for(vacancy, mask_of(Criterion::work_level));
  const auto* lower = find(steps, Kind::lower_work_level);
  ASSERT_NE(lower, nullptr);
  EXPECT_EQ(lower->facts.work_level, WorkLevel::basic);
  EXPECT_EQ(lower->step.texts, (std::vector<std::string>{"vmbo", "basic"}));
  vacancy.work_level = WorkLevel::no_basic_education;
  EXPECT_EQ(find(steps_for(vacancy, mask_of(Criterion::work_level)), Kind::lower_work_level), nullptr);
}

TEST(RelaxationSteps, LowerADiplomaOrLetExperienceStandForIt) {
  pool::VacancyFacts vacancy;
  vacancy.occupation = 0;
  vacancy.education.known = true;
  vacancy.education.items = {{EducationLevel::mbo, 7, false}, {EducationLevel::primary, std::nullopt, false}};
  const auto steps = steps_for(vacancy, mask_of(Criterion::education));
  EXPECT_EQ(find(steps, Kind::lower_education)->facts.education.items[0].level, EducationLevel::vmbo);
  EXPECT_EQ(find(steps, Kind::lower_education)->facts.education.items[1].level, EducationLevel::primary);
  EXPECT_TRUE(find(steps, Kind::experience_counts)->facts.education.items[1].experience_counts);
  vacancy.education.items[0].experience_counts = true;
  EXPECT_EQ(find(steps_for(vacancy, mask_of(Criterion::education)), Kind::experience_counts), nullptr);
}

TEST(RelaxationSteps, WaiveOneOfSeveralRequiredItemsOrAll) {
  pool::VacancyFacts vacancy;
  auto& licences = vacancy.driving_licences;
  licences.known = true;
  licences.items = {{DrivingLicence::b, Importance::required},
                    {DrivingLicence::be, Importance::required},
                    {DrivingLicence::c, Importance::desired}};
  licences.strongest = Importance::required;
  const auto steps = steps_for(vacancy, mask_of(Criterion::driving_licences));
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].step.texts, (std::vector<std::string>{"B", "BE"}));
  EXPECT_EQ(steps[0].facts.driving_licences.strongest, Importance::important);
  EXPECT_EQ(steps[0].facts.driving_licences.items[2].importance, Importance::desired) << "asks no more than before";
  EXPECT_EQ(steps[1].step.kind, Kind::waive_item);
  EXPECT_EQ(steps[1].step.texts, std::vector<std::string>{"B"});
  EXPECT_EQ(steps[1].facts.driving_licences.strongest, Importance::required) << "BE still is";
}

TEST(RelaxationSteps, WaiveARequirementThatTheTaxonomyCouldNotPlace) {
  pool::VacancyFacts vacancy;
  vacancy.credentials.known = true;
  vacancy.credentials.unplaced = 1;
  vacancy.credentials.strongest = vacancy.credentials.strongest_unplaced = Importance::required;
  EXPECT_EQ(required_by(vacancy, criteria::default_weights()), mask_of(Criterion::credentials));
  EXPECT_EQ(required_by(waived(vacancy, Criterion::credentials), criteria::default_weights()), 0U);
}

TEST(RelaxationSteps, AskOneLevelLessOfARequiredLanguageAndCompetence) {
  pool::VacancyFacts vacancy;
  vacancy.languages.known = vacancy.competences.known = true;
  vacancy.languages.items = {{0x6E6C64, {3, 2, 0, 4}, Importance::required},
                             {0x656E67, {2, 2, 2, 2}, Importance::required}};
  const auto stock = concept_named("voorraad tellen");
  vacancy.competences.items = {{stock, Proficiency::expert, Importance::required, 0}};
  const auto steps = steps_for(vacancy, mask_of(Criterion::languages) | mask_of(Criterion::competences));
  const auto* language = find(steps, Kind::lower_language);
  ASSERT_NE(language, nullptr);
  EXPECT_EQ(language->step.texts, std::vector<std::string>{"nld"});
  EXPECT_EQ(language->facts.languages.items[0].minimum, (pool::LanguageLevels{2, 2, 0, 3}));
  EXPECT_EQ(
      std::count_if(steps.begin(), steps.end(), [](const auto& one) { return one.step.kind == Kind::lower_language; }),
      1)
      << "English is asked at the lowest level";
  const auto* competence = find(steps, Kind::lower_competence);
  ASSERT_NE(competence, nullptr);
  EXPECT_EQ(competence->facts.competences.items[0].level, Proficiency::skilled);
  EXPECT_EQ(competence->step.texts, (std::vector<std::string>{"voorraad tellen", "expert", "skilled"}));
}

TEST(RelaxationSteps, AskFewerYearsWiderHoursAndALaterStart) {
  pool::VacancyFacts vacancy;
  vacancy.experience_years = 5;
  vacancy.hours = {2, 98};
  vacancy.period = {Date::of(2027, 2, 1), Date::of(2027, 2, 20)};
  const auto all = mask_of(Criterion::experience) | mask_of(Criterion::hours) | mask_of(Criterion::period);
  const auto steps = steps_for(vacancy, all);
  std::vector<int> years;
  for (const auto& one : steps) {
    if (one.step.kind == Kind::fewer_years) years.push_back(*one.facts.experience_years);
  }
  EXPECT_EQ(years, (std::vector{4, 2}));
  EXPECT_EQ(find(steps, Kind::wider_hours)->facts.hours, (WeeklyHours{0, 99}));
  EXPECT_EQ(find(steps, Kind::later_start)->facts.period.from, Date::of(2027, 2, 15));
  EXPECT_EQ(
      std::count_if(steps.begin(), steps.end(), [](const auto& one) { return one.step.kind == Kind::later_start; }), 1)
      << "four weeks later the work is over";
  vacancy.experience_years = 1;
  EXPECT_EQ(find(steps_for(vacancy, mask_of(Criterion::experience)), Kind::fewer_years), nullptr) << "waiving says it";
}

TEST(RelaxationSteps, OfferMoreOfWhatPeopleNeed) {
  pool::VacancyFacts vacancy;
  const auto supply = mask_of(Criterion::contract) | mask_of(Criterion::working_conditions);
  EXPECT_TRUE(steps_for(vacancy, 0, supply).empty()) << "what is not stated is a question, not a step";
  vacancy.contract_types = pool::bit(ContractType::fixed_term);
  vacancy.offered_conditions = pool::bit(WorkingCondition::guidance);
  const auto steps = steps_for(vacancy, 0, supply);
  EXPECT_EQ(find(steps, Kind::offer_contract)->step.texts, std::vector<std::string>{"permanent"});
  EXPECT_EQ(
      std::count_if(steps.begin(), steps.end(), [](const auto& one) { return one.step.kind == Kind::offer_condition; }),
      9);
}

}  // namespace
}  // namespace passend::insight
