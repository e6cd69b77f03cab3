// SPDX-License-Identifier: EUPL-1.2
#include "tests/quality/similarity/yardstick.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "indexer/taxonomy/fixed_log.hpp"

namespace passend::taxonomy {
namespace {

using Shares = std::map<DraftIndex, double>;
using Table = std::unordered_map<std::uint64_t, double>;

void offer(Table& table, DraftIndex a, DraftIndex b, double figure) {
  if (a == b || figure < similarity::lowest) return;
  double& best = table[(std::uint64_t{std::min(a, b)} << 32) | std::max(a, b)];
  best = std::max(best, figure);
}

/// Calls `visit` with a, b, the weighted Jaccard coefficient and how many things both have.
template <class Visit>
void for_each_overlap(const std::map<DraftIndex, Shares>& rows, Visit visit) {
  std::map<DraftIndex, std::vector<std::pair<DraftIndex, double>>> holders;
  std::unordered_map<DraftIndex, double> total;
  for (const auto& [holder, shares] : rows) {
    for (const auto& [thing, weight] : shares) {
      holders[thing].emplace_back(holder, weight);
      total[holder] += weight;
    }
  }
  for (const auto& [a, shares] : rows) {
    std::unordered_map<DraftIndex, std::pair<double, int>> met;
    for (const auto& [thing, weight] : shares) {
      for (const auto& [b, other] : holders.at(thing)) {
        if (b >= a) break;
        met[b].first += std::min(weight, other);
        ++met[b].second;
      }
    }
    for (const auto& [b, sum] : met) visit(a, b, sum.first / (total[a] + total[b] - sum.first), sum.second);
  }
}

void offer_overlaps(const Draft& draft, Table& table) {
  std::map<DraftIndex, int> frequency;
  std::map<DraftIndex, Shares> by_occupation;
  std::map<DraftIndex, Shares> by_competence;
  for (const DraftDemand& demand : draft.demands) ++frequency[demand.target];
  for (const DraftDemand& demand : draft.demands) {
    const double strength = demand.essential ? 2 : 1;
    by_occupation[demand.occupation][demand.target] =
        strength * inverse_frequency(static_cast<std::uint64_t>(frequency[demand.target]), draft.demands.size());
    if (draft[demand.target].kind == ConceptKind::competence)
      by_competence[demand.target][demand.occupation] = strength;
  }
  for_each_overlap(by_occupation, [&](DraftIndex a, DraftIndex b, double overlap, int) {
    offer(table, a, b, 7500 * std::sqrt(overlap));
  });
  for_each_overlap(by_competence, [&](DraftIndex a, DraftIndex b, double overlap, int count) {
    offer(table, a, b, 5500 * overlap * count / (count + 1));
  });
}

void offer_groups(const Draft& draft, Table& table) {
  std::map<std::string, std::vector<DraftIndex>> groups;
  for (const auto& [child, parent] : draft.broader) {
    if (draft[child].kind == draft[parent].kind) offer(table, child, parent, 8000);
    if (!draft[parent].properties.contains(Property::isco)) groups["under " + draft[parent].uris[0]].push_back(child);
  }
  for (DraftIndex i = 0; i < draft.size(); ++i) {
    const auto isco = draft[i].properties.find(Property::isco);
    if (draft[i].kind == ConceptKind::occupation && isco != draft[i].properties.end())
      groups[isco->second].push_back(i);
  }
  for (const auto& [name, members] : groups) {
    for (const DraftIndex a : members) {
      const ConceptKind kind = draft[a].kind;
      if (members.size() > (kind == ConceptKind::occupation ? 100U : 32U)) continue;
      for (const DraftIndex b : members) {
        if (draft[b].kind == kind) offer(table, a, b, kind == ConceptKind::occupation ? 6500 : 6000);
      }
    }
  }
}

}  // namespace

std::vector<SimilarPair> by_direct_overlap(const Draft& draft) {
  Table table;
  offer_overlaps(draft, table);
  offer_groups(draft, table);
  std::vector<SimilarPair> pairs;
  for (const auto& [key, figure] : table) {
    pairs.push_back({static_cast<DraftIndex>(key >> 32), static_cast<DraftIndex>(key), static_cast<int>(figure),
                     Relation::sibling});
  }
  std::sort(pairs.begin(), pairs.end(), [](const SimilarPair& left, const SimilarPair& right) {
    return std::tuple(-left.similarity_bp, left.a * 7919U % 65521, left.a, left.b) <
           std::tuple(-right.similarity_bp, right.a * 7919U % 65521, right.a, right.b);
  });
  std::vector<std::size_t> degree(draft.size(), 0);
  std::erase_if(pairs, [&](const SimilarPair& pair) {
    if (std::max(degree[pair.a], degree[pair.b]) >= similarity::most_related) return true;
    ++degree[pair.a];
    ++degree[pair.b];
    return false;
  });
  return pairs;
}

}  // namespace passend::taxonomy
