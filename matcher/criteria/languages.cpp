// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/criteria/item_tally.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

constexpr int one_below_bp = 5'000;
constexpr auto any_command = static_cast<std::uint8_t>(LanguageLevel::fair);

std::string text_of(pool::LanguageCode code) {
  return {static_cast<char>(code >> 16 & 0xFF), static_cast<char>(code >> 8 & 0xFF), static_cast<char>(code & 0xFF)};
}

std::string level_text(std::uint8_t level) {
  return level == 0 ? std::string() : std::string(passend::to_text(static_cast<LanguageLevel>(level)));
}

const pool::HeldLanguageFact* find(const pool::CandidateFacts& candidate, pool::LanguageCode language) {
  for (const auto& held : candidate.languages.items) {
    if (held.language == language) return &held;
  }
  return nullptr;
}

Judgement judge_skill(std::uint8_t own, std::uint8_t minimum) {
  if (own == 0) return unknown();
  if (own >= minimum) return met();
  return not_met(minimum - own == 1 && own >= any_command ? one_below_bp : 0);
}

/// A language without any minimum asks for some command of any skill.
Judgement judge_any_skill(const pool::LanguageLevels& own) {
  const auto best = *std::max_element(own.begin(), own.end());
  if (best >= any_command) return met();
  return std::find(own.begin(), own.end(), 0) != own.end() ? unknown() : not_met();
}

/// All skills asked must be there; the degree is the mean of those that are known.
Judgement judge_language(const pool::DemandedLanguageFact& demanded, const pool::LanguageLevels& own) {
  int asked = 0;
  int known = 0;
  int degrees = 0;
  bool failed = false;
  for (std::size_t skill = 0; skill < own.size(); ++skill) {
    if (demanded.minimum[skill] == 0) continue;
    ++asked;
    const auto part = judge_skill(own[skill], demanded.minimum[skill]);
    if (part.verdict == Verdict::unknown) continue;
    ++known;
    degrees += part.degree_bp;
    failed |= part.verdict == Verdict::not_met;
  }
  if (asked == 0) return judge_any_skill(own);
  if (failed) return not_met(degrees / known);
  return known < asked ? unknown() : met(degrees / known);
}

void explain(EvidenceLog& evidence, const pool::DemandedLanguageFact& demanded, const pool::LanguageLevels* own) {
  const auto language = text_of(demanded.language);
  if (own == nullptr) {
    evidence.add(Evidence::Kind::missing_concept, {language});
    return;
  }
  bool asked = false;
  for (const auto& [kind, skill] : CodeNames<LanguageSkillKind>::names) {
    const auto index = static_cast<std::size_t>(kind);
    if (demanded.minimum[index] == 0) continue;
    asked = true;
    evidence.add(Evidence::Kind::level,
                 {level_text((*own)[index]), level_text(demanded.minimum[index]), language, std::string(skill)});
  }
  if (!asked) evidence.add(Evidence::Kind::overlap, {language}, {1, 1});
}

bool stated(const pool::VacancyFacts& vacancy) {
  return !vacancy.languages.items.empty();
}
Importance strongest(const pool::VacancyFacts& vacancy) {
  return vacancy.languages.strongest;
}

Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  if (!stated(pair.vacancy)) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_vacancy);
    return unknown();
  }
  if (!pair.candidate.languages.known) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  ItemTally tally;
  for (const auto& demanded : pair.vacancy.languages.items) {
    const auto* held = find(pair.candidate, demanded.language);
    const auto judgement = held == nullptr ? not_met() : judge_language(demanded, held->levels);
    tally.add(judgement, pair.circumstances.importance_multiplier[static_cast<std::size_t>(demanded.importance)],
              demanded.importance);
    if (evidence != nullptr) explain(*evidence, demanded, held == nullptr ? nullptr : &held->levels);
  }
  const auto result = tally.result();
  if (evidence != nullptr && result.verdict == Verdict::unknown) evidence->add(Evidence::Kind::not_stated_by_person);
  return result;
}

}  // namespace

Rule languages_rule() {
  return {Criterion::languages, Nature::plain, {stated, strongest, demand}, {}};
}

}  // namespace passend::criteria
