// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/side_plan.hpp"

#include <optional>

namespace passend::criteria {
namespace {

/// What a side has said about one criterion.
struct Statement {
  std::optional<Importance> importance;             ///< As stated by the side.
  bool has_value = false;                           ///< It has stated what it asks.
  Importance strongest_item = Importance::ignored;  ///< Among the items of a list.
};

/// How much the criterion matters to the side; ignored: not at all.
Importance importance_of(const Statement& said, Nature nature, Importance by_default) {
  if (said.importance == Importance::ignored) return Importance::ignored;
  if (!said.importance && !said.has_value && nature != Nature::always_asked) return Importance::ignored;
  Importance importance = said.importance.value_or(by_default);
  // An item that is required stays so: it is the more specific word.
  if (said.strongest_item == Importance::required) importance = Importance::required;
  if (nature == Nature::soft && importance == Importance::required) importance = Importance::important;
  return importance;
}

void plan(SidePlan& side, const Rule& rule, const Statement& said, Judge judge, const Weights& weights,
          const SideWeights& of_side) {
  const auto index = static_cast<std::size_t>(rule.criterion);
  const auto importance = importance_of(said, rule.nature, of_side.importance[index]);
  if (importance == Importance::ignored) return;
  const int weight = of_side.base[index] * weights.multiplier[static_cast<std::size_t>(importance)];
  side.add({rule.criterion, importance, weight, judge});
}

Judgement everything_suits(const Pair&, EvidenceLog* evidence) {
  if (evidence != nullptr) evidence->add(Evidence::Kind::not_asked);
  return met();
}

SidePlan completed(SidePlan side) {
  if (side.total_weight() == 0) side.add({Criterion::occupation, Importance::ignored, 1, everything_suits});
  return side;
}

}  // namespace

SidePlan demand_plan(const pool::VacancyFacts& vacancy, const Weights& weights) {
  SidePlan side;
  for (const auto& rule : all_rules()) {
    const auto& demand = rule.demand;
    if (demand.judge == nullptr) continue;
    const Statement said{vacancy.importance[rule.criterion], demand.stated(vacancy),
                         demand.strongest == nullptr ? Importance::ignored : demand.strongest(vacancy)};
    plan(side, rule, said, demand.judge, weights, weights.demand);
  }
  return completed(side);
}

SidePlan supply_plan(const pool::CandidateFacts& candidate, const Weights& weights) {
  SidePlan side;
  for (const auto& rule : all_rules()) {
    const auto& supply = rule.supply;
    if (supply.judge == nullptr) continue;
    const Statement said{candidate.importance[rule.criterion], supply.stated(candidate), Importance::ignored};
    plan(side, rule, said, supply.judge, weights, weights.supply);
  }
  return completed(side);
}

}  // namespace passend::criteria
