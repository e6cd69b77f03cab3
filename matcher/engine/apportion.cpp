// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/apportion.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "matcher/criteria/judgement.hpp"

namespace passend::engine {
namespace {

/// Numbers rounded down, and what is then missing to their sum rounded down.
struct Rounding {
  Rounding(const std::vector<std::int64_t>& numerators, std::int64_t denominator) {
    std::int64_t sum = 0;
    for (const auto numerator : numerators) {
      down.push_back(static_cast<int>(numerator / denominator));
      lost.push_back(numerator % denominator);
      sum += numerator;
    }
    missing = static_cast<int>(sum / denominator) - std::accumulate(down.begin(), down.end(), 0);
  }

  /// Positions, the one that lost most first.
  std::vector<std::size_t> by_loss() const {
    std::vector<std::size_t> order(lost.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return lost[a] > lost[b]; });
    return order;
  }

  std::vector<int> down;
  std::vector<std::int64_t> lost;
  int missing = 0;
};

}  // namespace

std::vector<Points> apportion(const std::vector<Share>& shares) {
  std::vector<Points> points(shares.size());
  std::vector<std::int64_t> reached;
  std::vector<std::int64_t> reachable;
  std::int64_t total = 0;
  for (const auto& share : shares) {
    total += share.weight;
    reached.push_back(std::int64_t{share.weight} * share.degree_bp);
    reachable.push_back(std::int64_t{share.weight} * criteria::full_bp);
  }
  if (total == 0) return points;
  Rounding contributions(reached, total);
  Rounding maxima(reachable, total);
  std::vector<bool> raised(shares.size());
  for (const auto i : contributions.by_loss()) {
    if (contributions.missing == 0) break;
    if (contributions.down[i] == maxima.down[i]) {
      if (maxima.missing == 0) continue;
      raised[i] = true;
      ++maxima.down[i];
      --maxima.missing;
    }
    ++contributions.down[i];
    --contributions.missing;
  }
  for (const auto i : maxima.by_loss()) {
    if (maxima.missing == 0) break;
    if (raised[i]) continue;
    ++maxima.down[i];
    --maxima.missing;
  }
  for (std::size_t i = 0; i < points.size(); ++i) points[i] = {contributions.down[i], maxima.down[i]};
  return points;
}

}  // namespace passend::engine
