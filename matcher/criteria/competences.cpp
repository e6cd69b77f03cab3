// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <span>

#include "matcher/criteria/competence_answer.hpp"
#include "matcher/criteria/item_tally.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

/// The best answer to one demand. The degree and the verdict may come from different own competences: where the level
/// is not stated, the verdict gives the benefit of the doubt and the degree does not.
struct Answer {
  const pool::HeldCompetenceFact* own = nullptr;
  int similarity_bp = 0;
  int degree_bp = 0;
  int benefit_bp = 0;
};

void consider(Answer& answer, const pool::HeldCompetenceFact& own, const pool::DemandedCompetenceFact& demanded,
              int similarity_bp) {
  const auto [degree, benefit] = answer_value(own.level, demanded.level, similarity_bp);
  answer.benefit_bp = std::max(answer.benefit_bp, benefit);
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
    tally.add(judge_item(answers[i], item.importance, held.unplaced), item_weight(item, pair.circumstances),
              item.importance);
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
