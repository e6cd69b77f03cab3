// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/similarity.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "indexer/taxonomy/company.hpp"
#include "indexer/taxonomy/label_likeness.hpp"

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

std::uint64_t mixed(std::uint32_t a, std::uint32_t b) {
  std::uint64_t value = ((std::uint64_t{std::min(a, b)} << 32) | std::max(a, b)) * 0x9E3779B97F4A7C15ULL;
  value ^= value >> 29;
  return value * 0xBF58476D1CE4E5B9ULL;
}

/// Most alike first. Among equals the order is arbitrary but fixed, so that in a large group of equals the concept with
/// the first URI does not end up in every list. `places` makes it the same whatever was loaded first.
void sort_by_similarity(std::vector<SimilarPair>& pairs, const std::vector<std::uint32_t>& places) {
  const auto key = [&](const SimilarPair& pair) {
    const std::uint32_t a = places[pair.a];
    const std::uint32_t b = places[pair.b];
    return std::tuple(-pair.similarity_bp, mixed(a, b), std::min(a, b), std::max(a, b));
  };
  std::sort(pairs.begin(), pairs.end(),
            [&](const SimilarPair& left, const SimilarPair& right) { return key(left) < key(right); });
}

std::vector<SimilarPair> capped(std::vector<SimilarPair> pairs, const std::vector<std::uint32_t>& places) {
  sort_by_similarity(pairs, places);
  std::vector<std::size_t> degree(places.size(), 0);
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
  explicit Similarities(const Draft& draft) : draft_(draft), company_(draft) {}

  std::vector<SimilarPair> compute() {
    // In this order, because the first of equal figures stays.
    offer_broader();
    offer_siblings();
    offer_isco_groups();
    offer_company();
    offer_labels();
    const std::vector<SimilarPair> core = capped(table_.pairs(), company_.places());
    return draft_.mappings.empty() ? core : capped(with_mappings(core), company_.places());
  }

 private:
  ConceptKind kind(DraftIndex index) const { return draft_[index].kind; }

  void offer_company() {
    const int least_occupation = similarity::lowest * 10000 / similarity::shared_competences;
    for (const Companions& pair : company_.occupations(least_occupation)) {
      table_.offer(pair.a, pair.b, similarity::shared_competences * pair.company_bp / 10000,
                   Relation::shared_competences);
    }
    const int least_competence = similarity::lowest * 10000 / similarity::shared_occupations;
    for (const Companions& pair : company_.competences(least_competence)) {
      const std::int64_t twice = 2 * std::int64_t{std::min(company_.asked(pair.a), company_.asked(pair.b))};
      const std::int64_t figure = std::int64_t{similarity::shared_occupations} * pair.company_bp * twice;
      table_.offer(pair.a, pair.b, static_cast<int>(figure / (10000 * (twice + 1))), Relation::shared_occupations);
    }
  }

  void offer_labels() {
    std::vector<DraftIndex> competences;
    for (DraftIndex i = 0; i < draft_.size(); ++i) {
      if (kind(i) == ConceptKind::competence) competences.push_back(i);
    }
    for (const AlikeLabels& pair : alike_labels(draft_, competences, similarity::least_label_likeness)) {
      table_.offer(pair.a, pair.b, similarity::similar_label * pair.likeness_bp / 10000, Relation::similar_label);
    }
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
    for (const auto& [parent, group] : children) {
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
    for (const auto& [code, group] : units) offer_group(group, Relation::same_isco_group);
  }

  void offer_group(const std::vector<DraftIndex>& group, Relation relation) {
    struct Grading {
      ConceptKind kind = ConceptKind::occupation;
      std::size_t largest = 0;
      int figure = 0;
      int company = 0;
    };
    constexpr Grading gradings[] = {{ConceptKind::occupation, similarity::largest_occupation_group,
                                     similarity::same_occupation_group, similarity::same_occupation_group_company},
                                    {ConceptKind::competence, similarity::largest_competence_group,
                                     similarity::sibling_competence, similarity::sibling_competence_company}};
    for (const Grading& grading : gradings) {
      std::vector<DraftIndex> members;
      std::copy_if(group.begin(), group.end(), std::back_inserter(members),
                   [&](DraftIndex i) { return kind(i) == grading.kind; });
      if (members.size() > grading.largest) continue;
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const int company_bp = company_.between_bp(members[i], members[j]);
          table_.offer(members[i], members[j], grading.figure + grading.company * company_bp / 10000, relation);
        }
      }
    }
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
  const Company company_;
  PairTable table_;
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
