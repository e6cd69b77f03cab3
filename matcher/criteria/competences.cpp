// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <span>

#include "matcher/criteria/item_tally.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

/// From here on an own competence answers a demanded one.
constexpr int item_threshold_bp = 7'500;
/// What remains of the similarity when the own level is 0, 1, 2, 3 below the demanded one.
constexpr std::array<int, 4> level_factor_bp{10'000, 7'000, 4'000, 1'000};
/// The own level is not stated: between "reaches it" and "one below".
constexpr int unstated_level_factor_bp = 8'500;
/// Weight of an item = importance x (base + rarity): the rarest counts three times as much as the commonest.
constexpr int rarity_base_bp = 5'000;

/// The best answer to one demand. The degree and the verdict may come from different own competences: where the level
/// is not stated, the verdict gives the benefit of the doubt and the degree does not.
struct Answer {
  const pool::HeldCompetenceFact* own = nullptr;
  int similarity_bp = 0;
  int degree_bp = 0;
  int benefit_bp = 0;
};

int level_factor(const std::optional<Proficiency>& own, Proficiency demanded) {
  if (!own) return unstated_level_factor_bp;
  const int below = std::max(0, static_cast<int>(demanded) - static_cast<int>(*own));
  return level_factor_bp[static_cast<std::size_t>(below)];
}

void consider(Answer& answer, const pool::HeldCompetenceFact& own, const pool::DemandedCompetenceFact& demanded,
              int similarity_bp) {
  const int factor = demanded.level ? level_factor(own.level, *demanded.level) : full_bp;
  const int degree = similarity_bp * factor / full_bp;
  const bool doubtful = demanded.level && !own.level;
  answer.benefit_bp = std::max(answer.benefit_bp, doubtful ? similarity_bp : degree);
  if (degree > answer.degree_bp) {
    answer.own = &own;
    answer.similarity_bp = similarity_bp;
    answer.degree_bp = degree;
  }
}

/// Walks the own competences and the answers of the vacancy, both ascending by competence, side by side.
void find_answers(const pool::CandidateFacts& candidate, const pool::VacancyFacts& vacancy, std::span<Answer> answers) {
  auto known = vacancy.competence_answers.begin();
  const auto end = vacancy.competence_answers.end();
  for (const auto& own : candidate.competences.items) {
    known = std::lower_bound(known, end, own.competence,
                             [](const pool::CompetenceAnswer& a, pool::Concept b) { return a.competence < b; });
    for (; known != end && known->competence == own.competence; ++known) {
      consider(answers[known->demand], own, vacancy.competences.items[known->demand], known->similarity_bp);
    }
  }
}

/// What is missing while the person named things that the taxonomy could not place may be among those: a required item
/// is then unknown. Other items count as not answered, or a single odd word would blank all that somebody lacks.
Judgement judge_item(const Answer& answer, Importance importance, bool may_hold_more) {
  if (answer.benefit_bp >= item_threshold_bp) return met(answer.degree_bp);
  return may_hold_more && importance == Importance::required ? unknown() : not_met(answer.degree_bp);
}

std::string level_text(const std::optional<Proficiency>& level) {
  return level ? std::string(passend::to_text(*level)) : std::string();
}

void explain_item(EvidenceLog& evidence, const pool::DemandedCompetenceFact& demanded, const Answer& answer) {
  if (answer.own == nullptr) {
    evidence.missing(demanded.competence);
    return;
  }
  evidence.answered(demanded.competence, answer.own->competence, answer.similarity_bp);
  if (demanded.level) {
    evidence.add(Evidence::Kind::level,
                 {level_text(answer.own->level), level_text(demanded.level), evidence.label(answer.own->competence)});
  }
}

bool stated(const pool::VacancyFacts& vacancy) {
  return !vacancy.competences.items.empty() || vacancy.competences.unplaced;
}
Importance strongest(const pool::VacancyFacts& vacancy) {
  return vacancy.competences.strongest;
}

Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  const auto& demanded = pair.vacancy.competences;
  const auto& held = pair.candidate.competences;
  if (!stated(pair.vacancy)) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_vacancy);
    return unknown();
  }
  if (!held.known) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  // Few vacancies demand more than 32 competences; those pay for memory of their own.
  std::array<Answer, 32> few{};
  std::vector<Answer> many(demanded.items.size() > few.size() ? demanded.items.size() : 0);
  const std::span<Answer> answers = many.empty() ? std::span<Answer>(few.data(), demanded.items.size()) : many;
  find_answers(pair.candidate, pair.vacancy, answers);
  ItemTally tally;
  for (std::size_t i = 0; i < demanded.items.size(); ++i) {
    const auto& item = demanded.items[i];
    const int multiplier = pair.circumstances.importance_multiplier[static_cast<std::size_t>(item.importance)];
    tally.add(judge_item(answers[i], item.importance, held.unplaced),
              std::int64_t{multiplier} * (rarity_base_bp + item.rarity_bp), item.importance);
    if (evidence != nullptr) explain_item(*evidence, item, answers[i]);
  }
  if (demanded.unplaced) tally.add_unknown(demanded.strongest_unplaced);
  const auto result = tally.result();
  if (evidence != nullptr && result.verdict == Verdict::unknown) {
    evidence->blank({held.unplaced, demanded.unplaced});
  }
  return result;
}

}  // namespace

Rule competences_rule() {
  return {Criterion::competences, Nature::plain, {stated, strongest, demand}, {}};
}

}  // namespace passend::criteria
