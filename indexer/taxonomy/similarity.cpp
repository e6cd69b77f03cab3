// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/similarity.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/taxonomy/shared_features.hpp"

namespace passend::taxonomy {
namespace {

/// The best figure found so far for each pair, the smaller index first.
class PairTable {
 public:
  /// `relation` is what b is to a.
  void offer(DraftIndex a, DraftIndex b, int similarity_bp, Relation relation) {
    if (a == b || similarity_bp < similarity::lowest) return;
    if (a > b) {
      std::swap(a, b);
      relation = reversed(relation);
    }
    const auto [found, is_new] = pairs_.try_emplace((std::uint64_t{a} << 32) | b, Entry{similarity_bp, relation});
    if (!is_new && similarity_bp > found->second.similarity_bp) found->second = {similarity_bp, relation};
  }

  std::vector<SimilarPair> pairs() const {
    std::vector<SimilarPair> result;
    result.reserve(pairs_.size());
    for (const auto& [key, entry] : pairs_) {
      result.push_back(
          {static_cast<DraftIndex>(key >> 32), static_cast<DraftIndex>(key), entry.similarity_bp, entry.relation});
    }
    return result;
  }

 private:
  struct Entry {
    int similarity_bp = 0;
    Relation relation = Relation::same;
  };
  std::unordered_map<std::uint64_t, Entry> pairs_;
};

std::uint64_t mixed(DraftIndex a, DraftIndex b) {
  std::uint64_t value = ((std::uint64_t{a} << 32) | b) * 0x9E3779B97F4A7C15ULL;
  value ^= value >> 29;
  return value * 0xBF58476D1CE4E5B9ULL;
}

/// Most alike first. Among equals the order is arbitrary but fixed, so that in a large group of equals the concept that
/// was loaded first does not end up in every list.
void sort_by_similarity(std::vector<SimilarPair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const SimilarPair& left, const SimilarPair& right) {
    return std::tuple(-left.similarity_bp, mixed(left.a, left.b), left.a, left.b) <
           std::tuple(-right.similarity_bp, mixed(right.a, right.b), right.a, right.b);
  });
}

std::vector<SimilarPair> capped(std::vector<SimilarPair> pairs, std::size_t concepts) {
  sort_by_similarity(pairs);
  std::vector<std::size_t> degree(concepts, 0);
  std::erase_if(pairs, [&](const SimilarPair& pair) {
    if (std::max(degree[pair.a], degree[pair.b]) >= similarity::most_related) return true;
    ++degree[pair.a];
    ++degree[pair.b];
    return false;
  });
  return pairs;
}

class Similarities {
 public:
  explicit Similarities(const Draft& draft) : draft_(draft) {}

  std::vector<SimilarPair> compute() {
    weigh_demands();
    measure_overlaps();
    // In this order, because the first of equal figures stays.
    offer_broader();
    offer_siblings();
    offer_isco_groups();
    for (const SimilarPair& pair : shared_) table_.offer(pair.a, pair.b, pair.similarity_bp, pair.a_to_b);
    offer_shared_occupations();
    const std::vector<SimilarPair> core = capped(table_.pairs(), draft_.size());
    return draft_.mappings.empty() ? core : capped(with_mappings(core), draft_.size());
  }

 private:
  ConceptKind kind(DraftIndex index) const { return draft_[index].kind; }

  void weigh_demands() {
    std::vector<std::uint32_t> frequency(draft_.size(), 0);
    std::unordered_set<DraftIndex> asking;
    for (const DraftDemand& demand : draft_.demands) {
      ++frequency[demand.target];
      asking.insert(demand.occupation);
    }
    for (const DraftDemand& demand : draft_.demands) {
      const std::uint32_t strength = demand.essential ? 2 : 1;
      const std::uint32_t rarity = inverse_frequency(frequency[demand.target], asking.size());
      by_occupation_.push_back({demand.occupation, demand.target, rarity * strength});
      if (kind(demand.target) == ConceptKind::competence) {
        by_competence_.push_back({demand.target, demand.occupation, strength});
      }
    }
  }

  void measure_overlaps() {
    for_each_shared(by_occupation_, draft_.size(), [&](const SharedFeatures& shared) {
      const std::uint32_t root = square_root((shared.overlap << 32) / shared.together);
      const int figure = static_cast<int>((std::uint64_t{similarity::shared_competences} * root) >> 16);
      if (figure >= similarity::lowest) shared_.push_back({shared.a, shared.b, figure, Relation::shared_competences});
      const auto bonus = static_cast<int>(shared.overlap * similarity::same_occupation_group_overlap / shared.together);
      if (bonus > 0) overlaps_[(std::uint64_t{shared.a} << 32) | shared.b] = bonus;
    });
  }

  void offer_shared_occupations() {
    for_each_shared(by_competence_, draft_.size(), [&](const SharedFeatures& shared) {
      const std::uint64_t figure =
          similarity::shared_occupations * shared.overlap * shared.count / (shared.together * (shared.count + 1));
      table_.offer(shared.a, shared.b, static_cast<int>(figure), Relation::shared_occupations);
    });
  }

  void offer_broader() {
    for (const auto& [child, parent] : draft_.broader) {
      if (kind(child) != kind(parent)) continue;
      if (kind(child) == ConceptKind::occupation) {
        table_.offer(child, parent, similarity::broader_occupation, Relation::broader);
      } else if (kind(child) == ConceptKind::competence) {
        table_.offer(child, parent, similarity::broader_competence, Relation::broader);
      }
    }
  }

  void offer_siblings() {
    std::map<DraftIndex, std::vector<DraftIndex>> children;
    for (const auto& [child, parent] : draft_.broader) children[parent].push_back(child);
    for (auto& [parent, group] : children) {
      // A group of the ISCO classification is the business of the unit group rule.
      const bool is_isco =
          kind(parent) == ConceptKind::occupation_group && draft_[parent].properties.contains(Property::isco);
      if (!is_isco) offer_group(group, Relation::sibling);
    }
  }

  void offer_isco_groups() {
    std::map<std::string, std::vector<DraftIndex>> units;
    for (DraftIndex i = 0; i < draft_.size(); ++i) {
      const auto code = draft_[i].properties.find(Property::isco);
      if (kind(i) != ConceptKind::occupation || code == draft_[i].properties.end()) continue;
      if (code->second.size() == 4) units[code->second].push_back(i);
    }
    for (auto& [code, group] : units) offer_group(group, Relation::same_isco_group);
  }

  void offer_group(std::vector<DraftIndex>& group, Relation relation) {
    const auto offer_kind = [&](ConceptKind wanted, std::size_t largest, int figure) {
      std::vector<DraftIndex> members;
      std::copy_if(group.begin(), group.end(), std::back_inserter(members),
                   [&](DraftIndex i) { return kind(i) == wanted; });
      if (members.size() > largest) return;
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const int bonus = wanted == ConceptKind::occupation ? overlap_bonus(members[i], members[j]) : 0;
          table_.offer(members[i], members[j], figure + bonus, relation);
        }
      }
    };
    offer_kind(ConceptKind::occupation, similarity::largest_occupation_group, similarity::same_occupation_group);
    offer_kind(ConceptKind::competence, similarity::largest_competence_group, similarity::sibling_competence);
  }

  int overlap_bonus(DraftIndex a, DraftIndex b) const {
    const auto found = overlaps_.find((std::uint64_t{std::min(a, b)} << 32) | std::max(a, b));
    return found == overlaps_.end() ? 0 : found->second;
  }

  /// A mapped concept stands in for the one it is mapped to, a little less alike; two stand-ins meet likewise.
  std::vector<SimilarPair> with_mappings(const std::vector<SimilarPair>& core) const {
    PairTable table;
    std::vector<std::vector<DraftMapping>> stand_ins(draft_.size());
    const auto offer_across = [&](const SimilarPair& pair, const DraftMapping& left, const DraftMapping& right) {
      const std::int64_t figure = std::int64_t{pair.similarity_bp} * left.similarity_bp * right.similarity_bp;
      table.offer(left.from, right.from, static_cast<int>(figure / 100'000'000), pair.a_to_b);
    };
    // Every concept stands in for itself, fully.
    for (DraftIndex i = 0; i < draft_.size(); ++i) stand_ins[i].push_back({i, i, 10000});
    for (const DraftMapping& mapping : draft_.mappings) stand_ins[mapping.to].push_back(mapping);
    for (const SimilarPair& pair : core) {
      for (const DraftMapping& left : stand_ins[pair.a]) {
        for (const DraftMapping& right : stand_ins[pair.b]) offer_across(pair, left, right);
      }
    }
    for (const auto& all : stand_ins) {
      for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) offer_across({0, 0, 10000, Relation::mapped}, all[i], all[j]);
      }
    }
    return table.pairs();
  }

  const Draft& draft_;
  PairTable table_;
  std::vector<Feature> by_occupation_;
  std::vector<Feature> by_competence_;
  std::vector<SimilarPair> shared_;  ///< Pairs of occupations by shared competences.
  /// 1..same_occupation_group_overlap, of the pairs of occupations that share enough for it.
  std::unordered_map<std::uint64_t, int> overlaps_;
};

}  // namespace

Relation reversed(Relation relation) {
  if (relation == Relation::broader) return Relation::narrower;
  if (relation == Relation::narrower) return Relation::broader;
  return relation;
}

std::vector<SimilarPair> similar_pairs(const Draft& draft) {
  return Similarities(draft).compute();
}

}  // namespace passend::taxonomy
