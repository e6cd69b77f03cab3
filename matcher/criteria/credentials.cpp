// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/item_tally.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

/// The entry of a credential that stays valid longest; null when it is not held.
const pool::HeldCredentialFact* find(const pool::CandidateFacts& candidate, pool::Concept credential) {
  const pool::HeldCredentialFact* best = nullptr;
  for (const auto& held : candidate.credentials.items) {
    if (held.credential != credential) continue;
    const bool longer =
        best == nullptr || !held.valid_until || (best->valid_until && *best->valid_until < *held.valid_until);
    if (longer && (best == nullptr || best->valid_until)) best = &held;
  }
  return best;
}

/// As for competences: only a required credential may hide among what the taxonomy could not place.
Judgement judge_item(const pool::HeldCredentialFact* held, Date start, bool may_hold_more) {
  if (held == nullptr) return may_hold_more ? unknown() : not_met();
  return held->valid_until && *held->valid_until < start ? not_met() : met();
}

void explain(EvidenceLog& evidence, pool::Concept demanded, const pool::HeldCredentialFact* held,
             const Judgement& judgement) {
  if (held == nullptr) {
    evidence.missing(demanded);
  } else if (judgement.verdict == Verdict::met) {
    evidence.answered(demanded, demanded, full_bp);
  } else {
    evidence.add(Evidence::Kind::valid_until, {evidence.label(demanded), date_text(held->valid_until)});
  }
}

bool stated(const pool::VacancyFacts& vacancy) {
  return !vacancy.credentials.items.empty() || vacancy.credentials.unplaced;
}
Importance strongest(const pool::VacancyFacts& vacancy) {
  return vacancy.credentials.strongest;
}

Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  const auto& demanded = pair.vacancy.credentials;
  if (!stated(pair.vacancy)) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_vacancy);
    return unknown();
  }
  if (!pair.candidate.credentials.known) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  ItemTally tally;
  for (const auto& item : demanded.items) {
    const auto* held = find(pair.candidate, item.credential);
    const bool may_hold_more = pair.candidate.credentials.unplaced && item.importance == Importance::required;
    const auto judgement = judge_item(held, pair.start(), may_hold_more);
    tally.add(judgement, pair.circumstances.importance_multiplier[static_cast<std::size_t>(item.importance)],
              item.importance);
    if (evidence != nullptr) explain(*evidence, item.credential, held, judgement);
  }
  if (demanded.unplaced) tally.add_unknown(demanded.strongest_unplaced);
  const auto result = tally.result();
  if (evidence != nullptr && result.verdict == Verdict::unknown) {
    evidence->blank({pair.candidate.credentials.unplaced, demanded.unplaced});
  }
  return result;
}

}  // namespace

Rule credentials_rule() {
  return {Criterion::credentials, Nature::plain, {stated, strongest, demand}, {}};
}

}  // namespace passend::criteria
