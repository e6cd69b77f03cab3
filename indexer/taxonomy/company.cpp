// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/company.hpp"

#include <algorithm>
#include <numeric>

#include "indexer/taxonomy/similarity.hpp"

namespace passend::taxonomy {
namespace {

/// More than a list keeps, because a pair is kept for both or for neither.
constexpr std::size_t most_companions = 2 * similarity::most_related;

/// Only what an occupation can ask for: a source may hold odd rows.
bool is_sound(const Draft& draft, const DraftDemand& demand) {
  const ConceptKind target = draft[demand.target].kind;
  return draft[demand.occupation].kind == ConceptKind::occupation &&
         (target == ConceptKind::competence || target == ConceptKind::credential);
}

}  // namespace

Company::Company(const Draft& draft)
    : asked_(draft.size(), 0), numbers_(draft.size(), nowhere), is_competence_(draft.size(), false) {
  number(draft);
  std::vector<Feature> features;
  features.reserve(draft.demands.size());
  for (const DraftDemand& demand : draft.demands) {
    if (!is_sound(draft, demand)) continue;
    features.push_back({numbers_[demand.occupation], numbers_[demand.target], demand.essential ? 2U : 1U});
  }
  space_ = latent_space(std::move(features), occupations_.size(), targets_.size());
}

void Company::number(const Draft& draft) {
  std::vector<DraftIndex> order(draft.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](DraftIndex left, DraftIndex right) { return draft[left].uris.front() < draft[right].uris.front(); });
  places_.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) places_[order[i]] = static_cast<std::uint32_t>(i);
  std::vector<bool> asks(draft.size(), false);
  for (const DraftDemand& demand : draft.demands) {
    if (!is_sound(draft, demand)) continue;
    asks[demand.occupation] = true;
    ++asked_[demand.target];
  }
  for (const DraftIndex index : order) {
    is_competence_[index] = draft[index].kind == ConceptKind::competence;
    if (!asks[index] && asked_[index] == 0) continue;
    auto& side = asks[index] ? occupations_ : targets_;
    numbers_[index] = static_cast<std::uint32_t>(side.size());
    side.push_back(index);
  }
}

std::vector<Companions> Company::competences(int least_bp) const {
  std::vector<Companions> result = pairs(space_.things, targets_, least_bp);
  std::erase_if(result, [&](const Companions& pair) { return !is_competence_[pair.a] || !is_competence_[pair.b]; });
  return result;
}

int Company::between_bp(DraftIndex a, DraftIndex b) const {
  if (numbers_[a] == nowhere || numbers_[b] == nowhere) return 0;
  const auto is_target = [&](DraftIndex index) { return asked_[index] > 0; };
  if (is_target(a) != is_target(b)) return 0;
  return (is_target(a) ? space_.things : space_.holders).cosine_bp(numbers_[a], numbers_[b]);
}

std::vector<Companions> Company::pairs(const Directions& directions, const std::vector<DraftIndex>& concepts,
                                       int least_bp) {
  std::vector<Companions> result;
  for (const NearPair& pair : near_pairs(directions, least_bp, most_companions)) {
    result.push_back({concepts[pair.a], concepts[pair.b], pair.cosine_bp});
  }
  return result;
}

}  // namespace passend::taxonomy
