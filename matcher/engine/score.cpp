// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/score.hpp"

#include "matcher/criteria/evidence_log.hpp"
#include "matcher/criteria/geometric_mean.hpp"
#include "matcher/engine/apportion.hpp"

namespace passend::engine {
namespace {

using criteria::full_bp;
using criteria::geometric_mean_bp;

constexpr std::uint32_t mask_of(Criterion criterion) {
  return 1U << static_cast<unsigned>(criterion);
}

int rate_of(const Rates& rates, Criterion criterion) {
  return rates[static_cast<std::size_t>(criterion)];
}

void set_points(std::vector<CriterionResult>& results) {
  std::vector<Share> shares;
  for (const auto& result : results) shares.push_back({result.weight, result.degree_bp});
  const auto points = apportion(shares);
  for (std::size_t i = 0; i < results.size(); ++i) {
    results[i].contribution_bp = points[i].contribution_bp;
    results[i].maximum_bp = points[i].maximum_bp;
  }
}

}  // namespace

SideScore score_side(const SidePlan& plan, const criteria::Pair& pair, const Rates& rates) {
  SideScore side;
  std::int64_t known = 0;
  std::int64_t filled = 0;
  std::int64_t unknown_weight = 0;
  for (const auto& planned : plan.criteria()) {
    const auto judgement = planned.judge(pair, nullptr);
    const bool required = planned.importance == Importance::required;
    if (judgement.verdict == Verdict::unknown) {
      unknown_weight += planned.weight;
      filled += std::int64_t{planned.weight} * rate_of(rates, planned.criterion);
      if (required) side.open_criteria |= mask_of(planned.criterion);
    } else {
      known += std::int64_t{planned.weight} * judgement.degree_bp;
      if (required && judgement.verdict == Verdict::not_met) side.failed_criteria |= mask_of(planned.criterion);
    }
  }
  const std::int64_t total = plan.total_weight();
  side.score.expected_bp = static_cast<int>((known + filled) / total);
  side.score.low_bp = static_cast<int>(known / total);
  side.score.high_bp = static_cast<int>((known + unknown_weight * full_bp) / total);
  return side;
}

PairScore combine(const SideScore& demand, const SideScore& supply, const std::optional<int>& distance_m) {
  PairScore pair;
  pair.demand = demand.score;
  pair.supply = supply.score;
  pair.combined = {geometric_mean_bp(demand.score.expected_bp, supply.score.expected_bp),
                   geometric_mean_bp(demand.score.low_bp, supply.score.low_bp),
                   geometric_mean_bp(demand.score.high_bp, supply.score.high_bp)};
  pair.distance_m = distance_m;
  pair.open = {demand.open_criteria, supply.open_criteria};
  pair.failed = {demand.failed_criteria, supply.failed_criteria};
  return pair;
}

std::vector<CriterionResult> explain_side(const SidePlan& plan, Side side, const criteria::Pair& pair,
                                          const Rates& rates, const taxonomy::Taxonomy& taxonomy) {
  std::vector<CriterionResult> results;
  for (const auto& planned : plan.criteria()) {
    criteria::EvidenceLog evidence(taxonomy);
    const auto judgement = planned.judge(pair, &evidence);
    CriterionResult result;
    result.criterion = planned.criterion;
    result.side = side;
    result.importance = planned.importance;
    result.verdict = judgement.verdict;
    result.degree_bp = judgement.verdict == Verdict::unknown ? rate_of(rates, planned.criterion) : judgement.degree_bp;
    result.weight = planned.weight;
    result.evidence = evidence.take();
    results.push_back(std::move(result));
  }
  set_points(results);
  return results;
}

}  // namespace passend::engine
