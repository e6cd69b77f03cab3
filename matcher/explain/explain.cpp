// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/explain.hpp"

#include <algorithm>

#include "matcher/explain/message.hpp"
#include "matcher/explain/phrases.hpp"
#include "matcher/explain/sentence.hpp"

namespace passend::explain {
namespace {

using engine::CriterionResult;
using engine::Evidence;
using engine::Lane;
using engine::PairExplanation;
using engine::Verdict;

constexpr int bp_a_point = 100;
constexpr std::size_t reasons_of_a_line = 2;

std::string headline(const PairExplanation& explanation, Style style) {
  const auto percent = [](const engine::Score& score) { return static_cast<double>(whole_percent(score.expected_bp)); };
  const Arguments arguments{{"percent", percent(explanation.combined)},
                            {"demand_percent", percent(explanation.demand)},
                            {"supply_percent", percent(explanation.supply)},
                            {"points", whole_percent(explanation.combined.expected_bp)},
                            {"questions", static_cast<std::int64_t>(explanation.open_questions.size())},
                            {"requirements", static_cast<std::int64_t>(explanation.failed.size())}};
  const auto phrase = explanation.lane == Lane::fits                ? Phrase::fits
                      : explanation.lane == Lane::one_question_open ? Phrase::one_question_open
                                                                    : Phrase::falls_short;
  return format(wording(phrase).in(style), arguments, style);
}

RenderedCriterion render_criterion(const CriterionResult& result, Style style) {
  RenderedCriterion rendered;
  rendered.criterion = result.criterion;
  rendered.side = result.side;
  rendered.name = criterion_name(result.criterion, style);
  for (const auto& evidence : result.evidence) {
    for (auto& sentence : sentences_of(result, evidence, style)) rendered.sentences.push_back(std::move(sentence));
  }
  rendered.contribution = format(wording(Phrase::contribution).in(style),
                                 {{"points", static_cast<double>(result.contribution_bp) / bp_a_point}}, style);
  return rendered;
}

bool says(const CriterionResult& result, Evidence::Kind kind) {
  return std::any_of(result.evidence.begin(), result.evidence.end(),
                     [&](const Evidence& evidence) { return evidence.kind == kind; });
}

/// The question for one criterion, of whoever left it blank; of both when both did.
std::string question(const PairExplanation& explanation, Criterion criterion, Style style) {
  bool of_person = false;
  bool of_employer = false;
  for (const auto& result : explanation.criteria) {
    if (result.criterion != criterion || result.verdict != Verdict::unknown) continue;
    of_person |= says(result, Evidence::Kind::not_stated_by_person);
    of_employer |= says(result, Evidence::Kind::not_stated_by_vacancy);
  }
  std::string text;
  if (of_person || !of_employer) text = question_for_person(criterion).in(style);
  if (of_employer) {
    if (!text.empty()) text += ' ';
    text += question_for_employer(criterion).in(style);
  }
  return text;
}

std::string reason_against(const PairExplanation& explanation, Criterion criterion, Style style) {
  std::string sentences;
  for (const auto& result : explanation.criteria) {
    const bool fails = result.verdict == Verdict::not_met && result.importance == Importance::required;
    if (result.criterion != criterion || !fails) continue;
    for (const auto& sentence : render_criterion(result, style).sentences) {
      if (sentences.find(sentence) != std::string::npos) continue;
      if (!sentences.empty()) sentences += ' ';
      sentences += sentence;
    }
  }
  return format(wording(Phrase::why_not).in(style),
                {{"name", criterion_name(criterion, style)}, {"sentences", sentences}}, style);
}

/// The met criteria that added most to a score; of equals the earlier one.
std::vector<const CriterionResult*> strongest(const std::vector<CriterionResult>& results) {
  std::vector<const CriterionResult*> met;
  for (const auto& result : results) {
    const bool counts = result.verdict == Verdict::met && result.contribution_bp > 0;
    if (counts && !result.evidence.empty()) met.push_back(&result);
  }
  std::stable_sort(met.begin(), met.end(),
                   [](const auto* a, const auto* b) { return a->contribution_bp > b->contribution_bp; });
  met.resize(std::min(met.size(), reasons_of_a_line));
  return met;
}

}  // namespace

RenderedExplanation render(const PairExplanation& explanation, Style style) {
  RenderedExplanation rendered;
  rendered.headline = headline(explanation, style);
  for (const auto& result : explanation.criteria) rendered.criteria.push_back(render_criterion(result, style));
  for (const auto criterion : explanation.open_questions) {
    rendered.open_questions.push_back(question(explanation, criterion, style));
  }
  for (const auto criterion : explanation.failed) {
    rendered.why_not.push_back(reason_against(explanation, criterion, style));
  }
  return rendered;
}

ShortExplanation render_short(const PairExplanation& explanation, Style style) {
  ShortExplanation rendered;
  for (const auto* result : strongest(explanation.criteria)) {
    rendered.reasons.push_back(sentences_of(*result, result->evidence.front(), style).front());
  }
  for (const auto criterion : explanation.open_questions) {
    rendered.open_questions.push_back(question(explanation, criterion, style));
  }
  return rendered;
}

std::string criterion_name(Criterion criterion, Style style) {
  return std::string(criterion_wording(criterion).in(style));
}

}  // namespace passend::explain
