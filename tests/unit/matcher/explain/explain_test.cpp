// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/explain.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>

namespace passend::explain {
namespace {

using engine::CriterionResult;
using engine::Evidence;
using engine::Lane;
using engine::PairExplanation;
using engine::Side;
using engine::Verdict;
using testing::ElementsAre;
using Kind = Evidence::Kind;

constexpr Style styles[] = {Style::dutch, Style::dutch_simple, Style::english};

/// Evidence as the criteria write it: every kind with every criterion that can give it.
struct Sample {
  Criterion criterion = Criterion::occupation;
  Evidence evidence;
};

std::vector<Sample> concept_samples() {
  std::vector<Sample> samples{{Criterion::occupation, {Kind::same_concept, {"kok"}, {}}},
                              {Criterion::competences, {Kind::same_concept, {"heftruck rijden"}, {}}},
                              {Criterion::driving_licences, {Kind::same_concept, {"B"}, {}}},
                              {Criterion::credentials, {Kind::same_concept, {"VCA Basis"}, {}}},
                              {Criterion::occupation, {Kind::missing_concept, {"kok"}, {}}},
                              {Criterion::competences, {Kind::missing_concept, {"heftruck rijden"}, {}}},
                              {Criterion::languages, {Kind::missing_concept, {"nld"}, {}}},
                              {Criterion::driving_licences, {Kind::missing_concept, {"CE"}, {}}},
                              {Criterion::credentials, {Kind::missing_concept, {"VCA Basis"}, {}}},
                              {Criterion::working_conditions, {Kind::missing_concept, {"quiet_place"}, {}}},
                              {Criterion::driving_licences, {Kind::valid_until, {"C", "2027-01-31"}, {}}},
                              {Criterion::credentials, {Kind::valid_until, {"VCA Basis", "2027-01-31"}, {}}}};
  for (const char* reason : {"broader", "narrower", "sibling", "same_isco_group", "shared_competences",
                             "shared_occupations", "mapped", "similar_label"}) {
    for (const auto criterion : {Criterion::occupation, Criterion::competences}) {
      samples.push_back({criterion, {Kind::related_concept, {"gevraagd", "eigen", reason}, {6'500}}});
    }
  }
  return samples;
}

std::vector<Sample> number_samples() {
  return {{Criterion::work_level, {Kind::level, {"vmbo", "hbo"}, {}}},
          {Criterion::education, {Kind::level, {"mbo", "hbo"}, {}}},
          {Criterion::education, {Kind::level, {"", "hbo"}, {}}},
          {Criterion::education, {Kind::level, {"mbo", ""}, {}}},
          {Criterion::competences, {Kind::level, {"", "skilled", "heftruck rijden"}, {}}},
          {Criterion::competences, {Kind::level, {"basic", "skilled", "heftruck rijden"}, {}}},
          {Criterion::languages, {Kind::level, {"fair", "good", "nld", "speaking"}, {}}},
          {Criterion::languages, {Kind::level, {"", "good", "nld", "speaking"}, {}}},
          {Criterion::distance, {Kind::distance, {"car"}, {12'300, 20'000, 25, 45}}},
          {Criterion::distance, {Kind::distance, {""}, {12'300, -1, -1, -1}}},
          {Criterion::distance, {Kind::distance, {"bicycle"}, {12'300, -1, 56, -1}}},
          {Criterion::hours, {Kind::hours, {}, {16, 32, 24, 24}}},
          {Criterion::hours, {Kind::hours, {}, {-1, 32, 24, -1}}},
          {Criterion::experience, {Kind::years, {"kok"}, {30, 24}}},
          {Criterion::experience, {Kind::years, {"kok"}, {0, 12}}},
          {Criterion::education, {Kind::years, {"kok"}, {40, 36}}},
          {Criterion::period, {Kind::dates, {"2027-02-03", "", "2027-03-01", "2027-08-31"}, {}}},
          {Criterion::period, {Kind::dates, {"", "2027-02-03", "", ""}, {}}},
          {Criterion::salary, {Kind::money, {}, {1'650, 1'500}}}};
}

std::vector<Sample> overlap_samples() {
  std::vector<Sample> samples;
  for (const std::int64_t count : {0, 1}) {
    for (const char* part : {"dayparts", "irregular_hours", "regular_hours", "office_hours"}) {
      samples.push_back({Criterion::working_times, {Kind::overlap, {part}, {count, 2}}});
    }
    samples.push_back({Criterion::contract, {Kind::overlap, {"permanent"}, {count, 1}}});
    samples.push_back({Criterion::agreement, {Kind::overlap, {"job", "apprenticeship"}, {count, 2}}});
    samples.push_back({Criterion::sector, {Kind::overlap, {"8121"}, {count, 1}}});
    samples.push_back({Criterion::interests, {Kind::overlap, {"kok"}, {count, 1}}});
    samples.push_back({Criterion::interests, {Kind::overlap, {}, {count, 1}}});
    samples.push_back({Criterion::working_conditions, {Kind::overlap, {"quiet_place"}, {count, 2}}});
    samples.push_back({Criterion::languages, {Kind::overlap, {"eng"}, {1, 1}}});
  }
  return samples;
}

std::vector<Sample> all_samples() {
  auto samples = concept_samples();
  for (auto& more : {number_samples(), overlap_samples()}) samples.insert(samples.end(), more.begin(), more.end());
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    for (const auto kind : {Kind::not_stated_by_person, Kind::not_stated_by_vacancy, Kind::not_asked}) {
      samples.push_back({criterion, {kind, {}, {}}});
    }
  }
  return samples;
}

PairExplanation explanation_of(const Sample& sample, Side side = Side::demand) {
  PairExplanation explanation;
  CriterionResult result;
  result.criterion = sample.criterion;
  result.side = side;
  result.importance = Importance::required;
  result.verdict = Verdict::not_met;
  result.evidence = {sample.evidence};
  explanation.criteria = {result};
  return explanation;
}

std::vector<std::string> sentences(const Sample& sample, Style style, Side side = Side::demand) {
  return render(explanation_of(sample, side), style).criteria.front().sentences;
}

void expect_finished(const std::string& text) {
  EXPECT_FALSE(text.empty());
  EXPECT_EQ(text.find_first_of("{}#_"), std::string::npos) << text;
  EXPECT_EQ(text.find("  "), std::string::npos) << text;
}

TEST(Explain, MakesAFinishedSentenceOfEveryKindOfEvidenceInEveryStyleForBothSides) {
  for (const auto style : styles) {
    for (const auto& sample : all_samples()) {
      for (const auto side : {Side::demand, Side::supply}) {
        const auto made = sentences(sample, style, side);
        EXPECT_FALSE(made.empty());
        for (const auto& sentence : made) {
          expect_finished(sentence);
          EXPECT_EQ(sentence.back(), '.') << sentence;
        }
      }
    }
  }
}

TEST(Explain, SamplesEveryKindOfEvidence) {
  std::vector<Kind> kinds;
  for (const auto& sample : all_samples()) kinds.push_back(sample.evidence.kind);
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(Kind::not_asked) + 1);
}

TEST(Explain, WritesDutchNumbersPluralsAndDatesAsDutchReadersExpect) {
  EXPECT_THAT(sentences({Criterion::distance, {Kind::distance, {"bicycle"}, {1'500, 12'000, 9, 1}}}, Style::dutch),
              ElementsAre("Afstand 1,5 km; grens van de kandidaat 12 km.",
                          "Reistijd ongeveer 9 minuten (met de fiets); grens van de kandidaat 1 minuut."));
  EXPECT_THAT(sentences({Criterion::hours, {Kind::hours, {}, {-1, 32, 36, 36}}}, Style::dutch),
              ElementsAre("Kandidaat: ten hoogste 32 uur per week; vacature: 36 uur per week."));
  EXPECT_THAT(sentences({Criterion::credentials, {Kind::valid_until, {"VCA Basis", "2027-02-03"}, {}}}, Style::dutch),
              ElementsAre("VCA Basis is geldig tot en met 3 februari 2027, te kort voor de start van het werk."));
  EXPECT_THAT(sentences({Criterion::experience, {Kind::years, {"kok"}, {25, 12}}}, Style::dutch),
              ElementsAre("2 jaar en 1 maand ervaring als kok of verwant; gevraagd 1 jaar."));
  EXPECT_THAT(sentences({Criterion::salary, {Kind::money, {}, {1'650, 1'500}}}, Style::dutch),
              ElementsAre("Gewenst €\u00A016,50 per uur; geboden €\u00A015,00 per uur."));
}

TEST(Explain, SpeaksToTheJobSeekerInPlainDutch) {
  const auto style = Style::dutch_simple;
  EXPECT_THAT(sentences({Criterion::driving_licences, {Kind::missing_concept, {"CE"}, {}}}, style),
              ElementsAre("Je hebt geen rijbewijs CE. De werkgever vraagt dat wel."));
  EXPECT_THAT(sentences({Criterion::languages, {Kind::level, {"fair", "good", "nld", "speaking"}, {}}}, style),
              ElementsAre("Nederlands praten: de werkgever vraagt goed. Bij jou staat een beetje."));
  EXPECT_THAT(sentences({Criterion::hours, {Kind::hours, {}, {16, 32, 24, 40}}}, style),
              ElementsAre("Jij wilt 16 tot 32 uur per week werken. Het werk is 24 tot 40 uur per week."));
  EXPECT_THAT(sentences({Criterion::occupation, {Kind::same_concept, {"kok"}, {}}}, style, Side::supply),
              ElementsAre("Je zoekt werk als kok. Dat is dit werk."));
}

TEST(Explain, SpeaksEnglishToo) {
  EXPECT_THAT(sentences({Criterion::occupation, {Kind::related_concept, {"kok", "bakker", "sibling"}, {6'550}}},
                        Style::english),
              ElementsAre("Asked: kok. Related: bakker (66%; same group)."));
  EXPECT_THAT(sentences({Criterion::period, {Kind::dates, {"2027-02-03", "", "2027-03-01", ""}, {}}}, Style::english),
              ElementsAre("Candidate available from 3 February 2027; work from 1 March 2027."));
}

TEST(Explain, SaysInTheHeadlineHowTheMatchStands) {
  PairExplanation explanation;
  explanation.lane = Lane::fits;
  explanation.combined.expected_bp = 9'999;
  explanation.demand.expected_bp = 10'000;
  explanation.supply.expected_bp = 9'950;
  EXPECT_EQ(render(explanation, Style::dutch).headline, "Past: 99% (vacature 100%, wensen van de kandidaat 99%).");
  EXPECT_EQ(render(explanation, Style::dutch_simple).headline, "Dit werk past bij je. De score is 99 van de 100.");
  explanation.lane = Lane::one_question_open;
  explanation.open_questions = {Criterion::hours};
  EXPECT_EQ(render(explanation, Style::dutch_simple).headline,
            "Dit werk kan bij je passen. We willen nog 1 ding weten.");
  explanation.lane = Lane::falls_short;
  explanation.failed = {Criterion::hours, Criterion::distance};
  EXPECT_EQ(render(explanation, Style::dutch).headline, "Past niet: aan 2 harde eisen is niet voldaan.");
}

TEST(Explain, AsksWhoeverLeftTheAnswerBlank) {
  auto explanation = explanation_of({Criterion::driving_licences, {Kind::not_stated_by_person, {}, {}}});
  explanation.criteria.front().verdict = Verdict::unknown;
  explanation.open_questions = {Criterion::driving_licences};
  EXPECT_THAT(render(explanation, Style::dutch).open_questions,
              ElementsAre("Vraag de kandidaat: welke rijbewijzen heeft u, en tot wanneer zijn ze geldig?"));
  EXPECT_THAT(render(explanation, Style::dutch_simple).open_questions,
              ElementsAre("Vertel ons welk rijbewijs je hebt. En tot wanneer het geldig is."));
  explanation.criteria.front().evidence = {{Kind::not_stated_by_vacancy, {}, {}}};
  EXPECT_THAT(render(explanation, Style::english).open_questions,
              ElementsAre("Ask the employer: which driving licence is needed?"));
}

TEST(Explain, HasAQuestionForEveryCriterionOfEitherPartyInEveryStyle) {
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    for (const auto kind : {Kind::not_stated_by_person, Kind::not_stated_by_vacancy}) {
      auto explanation = explanation_of({criterion, {kind, {}, {}}});
      explanation.criteria.front().verdict = Verdict::unknown;
      explanation.open_questions = {criterion};
      for (const auto style : styles) {
        const auto questions = render(explanation, style).open_questions;
        ASSERT_EQ(questions.size(), 1U);
        expect_finished(questions.front());
      }
    }
  }
}

TEST(Explain, NamesEveryRequirementThatWasNotMet) {
  auto explanation = explanation_of({Criterion::driving_licences, {Kind::missing_concept, {"CE"}, {}}});
  explanation.failed = {Criterion::driving_licences};
  EXPECT_THAT(render(explanation, Style::dutch).why_not, ElementsAre("Rijbewijs: Rijbewijs CE ontbreekt."));
}

TEST(Explain, OnOneLineGivesTheTwoStrongestReasonsAndEveryQuestion) {
  PairExplanation explanation;
  const auto add = [&](Criterion criterion, Verdict verdict, int contribution_bp, Evidence evidence) {
    CriterionResult result;
    result.criterion = criterion;
    result.verdict = verdict;
    result.contribution_bp = contribution_bp;
    result.evidence = {std::move(evidence)};
    explanation.criteria.push_back(result);
  };
  add(Criterion::occupation, Verdict::met, 900, {Kind::same_concept, {"kok"}, {}});
  add(Criterion::driving_licences, Verdict::not_met, 5'000, {Kind::missing_concept, {"CE"}, {}});
  add(Criterion::languages, Verdict::unknown, 4'000, {Kind::not_stated_by_person, {}, {}});
  add(Criterion::hours, Verdict::met, 1'000, {Kind::hours, {}, {24, 24, 24, 24}});
  add(Criterion::contract, Verdict::met, 100, {Kind::overlap, {"permanent"}, {1, 1}});
  add(Criterion::interests, Verdict::met, 0, {Kind::not_asked, {}, {}});
  explanation.open_questions = {Criterion::languages};
  for (const auto style : styles) {
    const auto line = render_short(explanation, style);
    const auto whole = render(explanation, style);
    EXPECT_THAT(line.reasons, ElementsAre(whole.criteria[3].sentences[0], whole.criteria[0].sentences[0]));
    EXPECT_EQ(line.open_questions, whole.open_questions);
  }
  EXPECT_TRUE(render_short({}, Style::dutch).reasons.empty());
}

TEST(Explain, SaysTheSameOnEveryThreadAndEveryTime) {
  const auto all = all_samples();
  const auto say = [&] {
    std::string text;
    for (const auto style : styles) {
      for (const auto& sample : all) {
        for (const auto& sentence : sentences(sample, style)) text += sentence + "\n";
      }
    }
    return text;
  };
  const auto expected = say();
  std::vector<std::future<std::string>> others;
  for (int i = 0; i < 4; ++i) others.push_back(std::async(std::launch::async, say));
  for (auto& other : others) EXPECT_EQ(other.get(), expected);
  EXPECT_EQ(say(), expected);
}

TEST(Explain, WritesContributionsThatAddUpToTheScore) {
  PairExplanation explanation;
  for (const int contribution : {3'334, 3'333, 1, 0, 250}) {
    CriterionResult result;
    result.contribution_bp = contribution;
    result.evidence = {{Kind::not_asked, {}, {}}};
    explanation.criteria.push_back(result);
  }
  const auto rendered = render(explanation, Style::dutch);
  EXPECT_EQ(rendered.criteria[0].contribution, "33,34 van 100 punten");
  EXPECT_EQ(rendered.criteria[2].contribution, "0,01 van 100 punten");
  int sum = 0;
  for (const auto& criterion : rendered.criteria) {
    const auto comma = criterion.contribution.find(',');
    sum += std::stoi(criterion.contribution.substr(0, comma)) * 100 +
           std::stoi(criterion.contribution.substr(comma + 1, 2));
  }
  EXPECT_EQ(sum, 3'334 + 3'333 + 1 + 250);
}

TEST(Explain, NamesEveryCriterionInEveryStyle) {
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    for (const auto style : styles) expect_finished(criterion_name(criterion, style));
  }
  EXPECT_EQ(criterion_name(Criterion::driving_licences, Style::dutch), "Rijbewijs");
}

}  // namespace
}  // namespace passend::explain
