// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/insight_words.hpp"

#include <algorithm>

#include "matcher/explain/insight_phrases.hpp"
#include "matcher/explain/message.hpp"
#include "matcher/explain/phrases.hpp"
#include "matcher/explain/sentence.hpp"

namespace passend::explain {
namespace {

using Kind = insight::RelaxationStep::Kind;

constexpr std::int64_t days_a_week = 7;

std::string say(InsightPhrase phrase, const Arguments& arguments, Style style) {
  return format(wording(phrase).in(style), arguments, style);
}

/// A label as it is, a code in words.
std::string thing_word(Criterion criterion, const std::string& thing, Style style) {
  if (criterion == Criterion::languages) return language_name(thing, style);
  return code_word(criterion, thing, style);
}

/// Requirements are those of the vacancy, so that plain Dutch does not speak of them as "wat je kunt".
std::string neutral_name(Criterion criterion, Style style) {
  return criterion_name(criterion, style == Style::dutch_simple ? Style::dutch : style);
}

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  return text;
}

std::string sign_of(std::int64_t gain) {
  return gain > 0 ? "more" : gain < 0 ? "fewer" : "none";
}

std::string effect_of(const insight::LaneGain& gain, Style style) {
  return say(InsightPhrase::effect,
             {{"fits", std::abs(gain.fits)},
              {"fits_sign", sign_of(gain.fits)},
              {"open", std::abs(gain.one_question_open)},
              {"open_sign", sign_of(gain.one_question_open)}},
             style);
}

std::string range(std::int64_t low, std::int64_t high, Style style) {
  const auto phrase = low < 0       ? Phrase::hours_most
                      : high < 0    ? Phrase::hours_least
                      : low == high ? Phrase::hours_exact
                                    : Phrase::hours_range;
  return format(wording(phrase).in(style), {{"low", low}, {"high", high}}, style);
}

Arguments arguments_of(const insight::RelaxationStep& step, Style style) {
  const auto word = [&](std::size_t index) { return thing_word(step.criterion, step.texts.at(index), style); };
  const auto& numbers = step.numbers;
  switch (step.kind) {
    case Kind::waive:
    case Kind::waive_item:
      return {{"what", requirement_name(step.criterion, step.texts, style)}};
    case Kind::lower_work_level:
    case Kind::lower_education:
      return {{"from", word(0)}, {"to", word(1)}};
    case Kind::experience_counts:
      return {};
    case Kind::lower_language:
    case Kind::offer_contract:
    case Kind::offer_condition:
      return {{"thing", word(0)}};
    case Kind::lower_competence:
      return {{"thing", word(0)}, {"from", word(1)}, {"to", word(2)}};
    case Kind::fewer_years:
      return {{"from", numbers.at(0)}, {"to", numbers.at(1)}};
    case Kind::wider_hours:
      return {{"from", range(numbers.at(0), numbers.at(1), style)}, {"to", range(numbers.at(2), numbers.at(3), style)}};
    case Kind::later_start:
      return {{"weeks", numbers.at(0) / days_a_week}, {"date", parse_date(step.texts.at(1)).value()}};
  }
  return {};
}

Arguments standing_arguments(const insight::Standing& standing) {
  const auto lane = standing.lane == engine::Lane::fits                ? "fits"
                    : standing.lane == engine::Lane::one_question_open ? "one_question_open"
                                                                       : "falls_short";
  return {{"lane", std::string(lane)},
          {"rank", static_cast<std::int64_t>(standing.rank)},
          {"percent", static_cast<double>(whole_percent(standing.combined.expected_bp))}};
}

/// Why one side's criterion is not met.
std::string sentences_against(const insight::WhyNot& why_not, const insight::FailedRequirement& failed, Style style) {
  std::string sentences;
  for (const auto& result : why_not.now.criteria) {
    if (result.criterion != failed.criterion || result.side != failed.side) continue;
    for (const auto& evidence : result.evidence) {
      for (const auto& sentence : sentences_of(result, evidence, style)) {
        sentences += (sentences.empty() ? "" : " ") + sentence;
      }
    }
  }
  return sentences;
}

}  // namespace

std::string requirement_name(Criterion criterion, const std::vector<std::string>& things, Style style) {
  const auto name = neutral_name(criterion, style);
  if (things.empty()) return name;
  std::vector<std::string> words;
  for (const auto& thing : things) words.push_back(thing_word(criterion, thing, style));
  return say(
      InsightPhrase::requirement,
      {{"criterion", std::string(passend::to_text(criterion))}, {"name", name}, {"things", listed(words, style)}},
      style);
}

std::string render(const engine::RequirementCost& cost, const std::vector<std::string>& things, Style style) {
  return say(InsightPhrase::cost,
             {{"what", requirement_name(cost.criterion, things, style)},
              {"side", std::string(cost.side == engine::Side::demand ? "demand" : "supply")},
              {"alone", static_cast<std::int64_t>(cost.alone_fits + cost.alone_open)},
              {"failing", static_cast<std::int64_t>(cost.failing)},
              {"open", static_cast<std::int64_t>(cost.open)}},
             style);
}

RenderedStep render(const insight::Relaxation& relaxation, Style style) {
  const auto& step = relaxation.step;
  return {capital(format(wording(step.kind).in(style), arguments_of(step, style), style)),
          effect_of(relaxation.gain, style)};
}

RenderedStep render(const insight::NearerWork& nearer, Style style) {
  return {say(InsightPhrase::nearer, {{"km", std::int64_t{nearer.km}}}, style), effect_of(nearer.gain, style)};
}

std::string nearer_work_note(Style style) {
  return say(InsightPhrase::nearer_note, {}, style);
}

RenderedWhyNot render(const insight::WhyNot& why_not, Style style) {
  RenderedWhyNot rendered;
  if (why_not.failed.empty()) {
    rendered.headline = say(InsightPhrase::why_not_nothing, {{"headline", render(why_not.now, style).headline}}, style);
    return rendered;
  }
  const auto name = [&](Criterion criterion) { return criterion_name(criterion, style); };
  rendered.headline = say(
      InsightPhrase::why_not_first,
      {{"count", static_cast<std::int64_t>(why_not.failed.size())}, {"name", name(why_not.failed.front().criterion)}},
      style);
  std::size_t of_employer = 0;
  for (const auto& failed : why_not.failed) {
    of_employer += failed.if_waived ? 1 : 0;
    const auto consequence = failed.if_waived ? say(InsightPhrase::waived, standing_arguments(*failed.if_waived), style)
                                              : say(InsightPhrase::own_condition, {}, style);
    rendered.requirements.push_back(say(InsightPhrase::why_not_requirement,
                                        {{"name", name(failed.criterion)},
                                         {"sentences", sentences_against(why_not, failed, style)},
                                         {"consequence", consequence}},
                                        style));
  }
  if (of_employer > 1) {
    rendered.together = say(InsightPhrase::all_waived, standing_arguments(*why_not.if_all_waived), style);
  }
  return rendered;
}

std::string question_to_person(Criterion criterion, Style style) {
  return std::string(question_for_person(criterion).in(style));
}

std::string render(const criteria::ProfileSuggestion& suggestion, const std::string& title, Style style) {
  const auto phrase = suggestion.reason == criteria::ProfileSuggestion::Reason::starts_soon
                          ? InsightPhrase::suggest_soon
                          : InsightPhrase::suggest_place;
  return say(phrase, {{"title", title}, {"days", std::int64_t{suggestion.days}}}, style);
}

}  // namespace passend::explain
