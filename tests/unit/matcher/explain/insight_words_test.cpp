// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/insight_words.hpp"

#include <gtest/gtest.h>

namespace passend::explain {
namespace {

using engine::Lane;
using engine::Side;
using insight::LaneGain;
using insight::Relaxation;
using insight::RelaxationStep;
using Kind = RelaxationStep::Kind;

constexpr Style styles[] = {Style::dutch, Style::dutch_simple, Style::english};

const std::vector<RelaxationStep>& all_steps() {
  static const std::vector<RelaxationStep> steps{
      {Kind::waive, Criterion::driving_licences, {"B", "BE"}, {}},
      {Kind::waive, Criterion::experience, {}, {}},
      {Kind::waive_item, Criterion::languages, {"nld"}, {}},
      {Kind::lower_work_level, Criterion::work_level, {"hbo", "mbo_havo_vwo"}, {}},
      {Kind::lower_education, Criterion::education, {"mbo", "vmbo"}, {}},
      {Kind::experience_counts, Criterion::education, {}, {}},
      {Kind::lower_language, Criterion::languages, {"nld"}, {}},
      {Kind::lower_competence, Criterion::competences, {"heftruck rijden", "expert", "skilled"}, {}},
      {Kind::fewer_years, Criterion::experience, {}, {2, 1}},
      {Kind::wider_hours, Criterion::hours, {}, {32, 36, 28, 40}},
      {Kind::later_start, Criterion::period, {"2027-02-01", "2027-02-15"}, {14}},
      {Kind::offer_contract, Criterion::contract, {"permanent"}, {}},
      {Kind::offer_condition, Criterion::working_conditions, {"guidance"}, {}}};
  return steps;
}

void expect_finished(const std::string& text) {
  EXPECT_FALSE(text.empty());
  EXPECT_EQ(text.find_first_of("{}#_"), std::string::npos) << text;
  EXPECT_EQ(text.find("  "), std::string::npos) << text;
}

TEST(InsightWords, SayWhatARequirementCosts) {
  const engine::RequirementCost cost{Side::demand, Criterion::driving_licences, 1'024, 88, 400, 12};
  EXPECT_EQ(render(cost, {"B"}, Style::dutch),
            "Rijbewijs B: 412 mensen vallen alleen hierop af; 1.024 voldoen niet, van 88 is het niet bekend.");
  EXPECT_EQ(render(cost, {"B"}, Style::dutch_simple),
            "Rijbewijs B: 412 mensen vallen alleen hierdoor af. Van 88 mensen weten we het niet.");
  EXPECT_EQ(
      render(cost, {"B", "BE"}, Style::english),
      "Driving licence B and BE: 412 people are out for this alone; 1,024 do not meet it, of 88 it is not known.");
}

TEST(InsightWords, SayThatALimitOfPeopleIsTheirs) {
  const engine::RequirementCost cost{Side::supply, Criterion::distance, 3, 0, 1, 0};
  EXPECT_EQ(render(cost, {}, Style::dutch),
            "Afstand en reistijd (grens van mensen zelf): 1 persoon valt alleen hierop af; 3 voldoen niet.");
  for (const auto style : styles) expect_finished(nearer_work_note(style));
}

TEST(InsightWords, NameEveryStepInEveryStyle) {
  for (const auto style : styles) {
    for (const auto& step : all_steps()) {
      const auto rendered = render(Relaxation{step, {1, 2}}, style);
      expect_finished(rendered.step);
      expect_finished(rendered.effect);
      EXPECT_EQ(rendered.effect.back(), '.');
    }
    expect_finished(render(insight::NearerWork{25, {3, 0}}, style).step);
  }
  EXPECT_EQ(render(Relaxation{all_steps()[0], {}}, Style::dutch).step,
            "Rijbewijs B en BE: niet langer eisen, wel belangrijk vinden");
  EXPECT_EQ(render(Relaxation{all_steps()[2], {}}, Style::dutch).step,
            "Talen: Nederlands: alleen dit niet langer eisen, wel belangrijk vinden");
  EXPECT_EQ(render(Relaxation{all_steps()[9], {}}, Style::dutch).step,
            "28 tot 40 uur per week in plaats van 32 tot 36 uur per week");
  EXPECT_EQ(render(Relaxation{all_steps()[10], {}}, Style::english).step, "Start 2 weeks later, on 15 February 2027");
}

TEST(InsightWords, SayMoreFewerAndNone) {
  const auto effect = [](LaneGain gain, Style style) { return render(Relaxation{all_steps()[0], gain}, style).effect; };
  EXPECT_EQ(effect({12, 3}, Style::dutch), "12 mensen passen erbij; 3 mensen meer met een vraag open.");
  EXPECT_EQ(effect({1, -1}, Style::dutch), "1 persoon past erbij; 1 persoon minder met een vraag open.");
  EXPECT_EQ(effect({0, 0}, Style::dutch), "Er past niemand bij.");
  EXPECT_EQ(effect({-2, 0}, Style::dutch), "2 mensen passen dan niet meer.");
  EXPECT_EQ(effect({12, 3}, Style::dutch_simple), "12 mensen passen dan wel. Nog 3 mensen passen misschien.");
  EXPECT_EQ(effect({1, -4}, Style::english), "1 more person fits; 4 fewer with a question open.");
}

insight::WhyNot falls_short_on_two() {
  insight::WhyNot why_not;
  why_not.now.lane = Lane::falls_short;
  const auto add = [&](Criterion criterion, Side side, engine::Evidence evidence) {
    why_not.now.criteria.push_back({.criterion = criterion,
                                    .side = side,
                                    .importance = Importance::required,
                                    .verdict = engine::Verdict::not_met,
                                    .evidence = {std::move(evidence)}});
    why_not.failed.push_back({criterion, side, std::nullopt});
  };
  add(Criterion::driving_licences, Side::demand, {engine::Evidence::Kind::missing_concept, {"CE"}, {}});
  add(Criterion::distance, Side::supply, {engine::Evidence::Kind::distance, {""}, {30'000, 20'000, -1, -1}});
  why_not.failed[0].if_waived = insight::Standing{Lane::falls_short, 0, {}};
  why_not.if_all_waived = why_not.failed[0].if_waived;
  return why_not;
}

TEST(InsightWords, TellTheEmployersRequirementFromTheOwnCondition) {
  auto why_not = falls_short_on_two();
  auto words = render(why_not, Style::dutch);
  EXPECT_EQ(words.headline, "Valt af op 2 eisen; de eerste is: Rijbewijs.");
  EXPECT_EQ(words.requirements[0],
            "Rijbewijs: Rijbewijs CE ontbreekt. Zonder deze eis valt de kandidaat nog op iets anders af.");
  EXPECT_EQ(words.requirements[1],
            "Afstand en reistijd: Afstand 30 km; grens van de kandidaat 20 km. Dit heeft de kandidaat zelf gesteld; de "
            "werkgever kan er niet van afzien.");
  EXPECT_EQ(words.together, "") << "only one of the two is the employer's";

  why_not.now.criteria.pop_back();
  why_not.failed.pop_back();
  why_not.failed[0].if_waived = insight::Standing{Lane::fits, 12, {7'805, 0, 0}};
  words = render(why_not, Style::dutch);
  EXPECT_EQ(words.headline, "Valt af op één eis: Rijbewijs.");
  EXPECT_EQ(words.requirements[0], "Rijbewijs: Rijbewijs CE ontbreekt. Zonder deze eis: plaats 12, met 78%.");
  EXPECT_EQ(render(why_not, Style::dutch_simple).requirements[0],
            "Rijbewijs: Je hebt geen rijbewijs CE. De werkgever vraagt dat wel. Zonder deze eis sta je op plaats 12.");
}

TEST(InsightWords, SayEveryOutcomeOfWaivingInEveryStyle) {
  for (const auto lane : {Lane::fits, Lane::one_question_open, Lane::falls_short}) {
    auto why_not = falls_short_on_two();
    why_not.now.criteria[1].side = why_not.failed[1].side = Side::demand;
    for (auto& failed : why_not.failed) failed.if_waived = insight::Standing{lane, 3, {5'000, 4'000, 6'000}};
    why_not.if_all_waived = why_not.failed[0].if_waived;
    for (const auto style : styles) {
      const auto words = render(why_not, style);
      for (const auto& requirement : words.requirements) expect_finished(requirement);
      expect_finished(words.together);
      expect_finished(words.headline);
    }
  }
  for (const auto style : styles) expect_finished(render(insight::WhyNot{}, style).headline);
}

TEST(InsightWords, GiveTheReasonOfASuggestion) {
  using criteria::ProfileSuggestion;
  const ProfileSuggestion soon{"urgent", ProfileSuggestion::Reason::starts_soon, 5};
  EXPECT_EQ(render(soon, "Spoed", Style::dutch),
            "Het werk begint over 5 dagen: het profiel “Spoed” past daar misschien beter bij.");
  for (const auto style : styles) {
    expect_finished(render({"x", ProfileSuggestion::Reason::a_place_to_learn_to_work, 0}, "T", style));
    for (const auto& [criterion, name] : CodeNames<Criterion>::names)
      expect_finished(question_to_person(criterion, style));
  }
}

}  // namespace
}  // namespace passend::explain
