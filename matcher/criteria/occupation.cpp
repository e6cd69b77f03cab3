// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/likeness.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

struct Best {
  pool::Concept occupation = 0;
  int similarity_bp = 0;
  int degree_bp = 0;
  void offer(pool::Concept candidate, int similarity, int factor_bp) {
    const int degree = similarity * factor_bp / full_bp;
    if (degree > degree_bp) *this = {candidate, similarity, degree};
  }
};

Judgement conclude(const Pair& pair, const Best& best, bool may_hold_more, EvidenceLog* evidence) {
  const bool near_enough = best.degree_bp >= near_enough_bp;
  if (evidence != nullptr) {
    if (best.degree_bp > 0) {
      evidence->answered(*pair.vacancy.occupation, best.occupation, best.similarity_bp);
    } else {
      evidence->missing(*pair.vacancy.occupation);
    }
    evidence->blank({!near_enough && may_hold_more, false});
  }
  if (near_enough) return met(best.degree_bp);
  return may_hold_more ? unknown() : not_met(best.degree_bp);
}

bool occupation_known(const Pair& pair, EvidenceLog* evidence) {
  if (pair.vacancy.occupation) return true;
  if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_vacancy);
  return false;
}

bool vacancy_states(const pool::VacancyFacts& vacancy) {
  return vacancy.occupation.has_value();
}
bool person_states(const pool::CandidateFacts& candidate) {
  return candidate.wanted_occupations.known;
}

/// The vacancy asks for someone of the trade: by wish or by experience.
Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  if (!occupation_known(pair, evidence)) return unknown();
  const auto& wanted = pair.candidate.wanted_occupations;
  const auto& past = pair.candidate.experience;
  if (!wanted.known && !past.known) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  Best best;
  for (const auto occupation : wanted.items) {
    best.offer(occupation, occupation_likeness_bp(pair.vacancy, occupation), full_bp);
  }
  for (const auto& time : past.items) {
    best.offer(time.occupation, occupation_likeness_bp(pair.vacancy, time.occupation), past_factor_bp);
  }
  const bool may_hold_more = !wanted.known || !past.known || wanted.unplaced || past.unplaced;
  return conclude(pair, best, may_hold_more, evidence);
}

/// The person wants this kind of work. An empty list of wanted occupations says that any will do.
Judgement supply(const Pair& pair, EvidenceLog* evidence) {
  const auto& wanted = pair.candidate.wanted_occupations;
  if (!wanted.known) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  if (wanted.items.empty() && !wanted.unplaced) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_asked);
    return met();
  }
  if (!occupation_known(pair, evidence)) return unknown();
  Best best;
  for (const auto occupation : wanted.items) {
    best.offer(occupation, occupation_likeness_bp(pair.vacancy, occupation), full_bp);
  }
  return conclude(pair, best, wanted.unplaced, evidence);
}

}  // namespace

Rule occupation_rule() {
  return {Criterion::occupation, Nature::always_asked, {vacancy_states, nullptr, demand}, {person_states, supply}};
}

}  // namespace passend::criteria
