// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "matcher/criteria/likeness.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

/// A word of an interest stands in the title of the vacancy.
constexpr int shared_word_bp = 7'000;
constexpr int met_threshold_bp = 5'000;

struct Best {
  int degree_bp = 0;
  std::optional<pool::Concept> concept_index;
};

/// An interest that is an occupation near the vacancy's, or a competence that it demands or one near that.
Best best_concept(const Pair& pair) {
  Best best;
  const auto offer = [&](pool::Concept concept_index, int degree) {
    if (degree > best.degree_bp) best = {degree, concept_index};
  };
  for (const auto interest : pair.candidate.interests.concepts) {
    offer(interest, occupation_likeness_bp(pair.vacancy, interest));
    const auto& answers = pair.vacancy.competence_answers;
    auto answer = std::lower_bound(answers.begin(), answers.end(), interest,
                                   [](const pool::CompetenceAnswer& a, pool::Concept b) { return a.competence < b; });
    for (; answer != answers.end() && answer->competence == interest; ++answer) offer(interest, answer->similarity_bp);
  }
  return best;
}

bool word_in_common(const Pair& pair) {
  const auto& words = pair.candidate.interests.words;
  const auto& title = pair.vacancy.title_words;
  return std::any_of(words.begin(), words.end(),
                     [&](std::uint64_t word) { return std::binary_search(title.begin(), title.end(), word); });
}

bool person_states(const pool::CandidateFacts& candidate) {
  return candidate.interests.known;
}

Judgement supply(const Pair& pair, EvidenceLog* evidence) {
  if (!person_states(pair.candidate)) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  auto best = best_concept(pair);
  if (best.degree_bp < shared_word_bp && word_in_common(pair)) best = {shared_word_bp, std::nullopt};
  if (evidence != nullptr) {
    std::vector<std::string> shared;
    if (best.concept_index) shared.push_back(evidence->label(*best.concept_index));
    evidence->add(Evidence::Kind::overlap, std::move(shared), {best.degree_bp >= met_threshold_bp ? 1 : 0, 1});
  }
  return best.degree_bp >= met_threshold_bp ? met(best.degree_bp) : not_met(best.degree_bp);
}

}  // namespace

Rule interests_rule() {
  return {Criterion::interests, Nature::soft, {}, {person_states, supply}};
}

}  // namespace passend::criteria
