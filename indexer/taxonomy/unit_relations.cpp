// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/unit_relations.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "indexer/taxonomy/fixed_log.hpp"

namespace passend::taxonomy {
namespace {

using UnitSet = std::vector<std::uint32_t>;  // sorted, distinct

/// More labels of one concept and language than this say little more and cost their square.
constexpr std::size_t most_labels = 120;

struct Exchange {
  std::uint64_t pair = 0;  ///< One unit, then the other.
  std::uint64_t weight = 0;
};

std::uint64_t pair_of(std::uint32_t from, std::uint32_t to) {
  return std::uint64_t{from} << 32 | to;
}

UnitSet only_in_first(const UnitSet& first, const UnitSet& second) {
  UnitSet rest;
  std::set_difference(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(rest));
  return rest;
}

void add_exchanges(const UnitSet& one, const UnitSet& other, std::vector<Exchange>& found) {
  const UnitSet here = only_in_first(one, other);
  const UnitSet there = only_in_first(other, one);
  for (const std::uint32_t from : here) {
    for (const std::uint32_t to : there) found.push_back({pair_of(from, to), 10000 / (here.size() * there.size())});
  }
}

/// Sorted by pair; of equal pairs what `join` makes of their weights.
template <class Join>
void merge(std::vector<Exchange>& exchanges, Join join) {
  std::sort(exchanges.begin(), exchanges.end(), [](const Exchange& left, const Exchange& right) {
    return std::tie(left.pair, left.weight) < std::tie(right.pair, right.weight);
  });
  std::size_t size = 0;
  for (const Exchange& next : exchanges) {
    if (size > 0 && exchanges[size - 1].pair == next.pair) {
      exchanges[size - 1].weight = join(exchanges[size - 1].weight, next.weight);
    } else {
      exchanges[size++] = next;
    }
  }
  exchanges.resize(size);
}

std::vector<Exchange> exchanges_of(const FileContent& content, const KindRow& kind) {
  std::vector<Exchange> all;
  const std::uint32_t end = kind.labels.begin + kind.labels.count;
  for (std::uint32_t begin = kind.labels.begin; begin < end;) {
    const LabelRow& first = content.labels[begin];
    std::vector<UnitSet> sets;
    std::uint32_t i = begin;
    for (; i < end && content.labels[i].owner == first.owner && content.labels[i].language == first.language; ++i) {
      const Range range = content.labels[i].units;
      const auto units = content.label_units.begin() + range.begin;
      UnitSet set(units, units + range.count);
      std::sort(set.begin(), set.end());
      set.erase(std::unique(set.begin(), set.end()), set.end());
      if (sets.size() < most_labels) sets.push_back(std::move(set));
    }
    std::vector<Exchange> found;
    for (const UnitSet& one : sets) {
      for (const UnitSet& other : sets) add_exchanges(one, other, found);
    }
    merge(found, [](std::uint64_t left, std::uint64_t right) { return std::max(left, right); });
    all.insert(all.end(), found.begin(), found.end());
    begin = i;
  }
  merge(all, [](std::uint64_t left, std::uint64_t right) { return left + right; });
  return all;
}

}  // namespace

std::vector<std::vector<UnitRelationRow>> unit_relations(const FileContent& content, const KindRow& kind,
                                                         const std::vector<std::uint32_t>& concepts) {
  std::vector<std::vector<UnitRelationRow>> relations(kind.units.count);
  for (const Exchange& exchange : exchanges_of(content, kind)) {
    const auto from = static_cast<std::uint32_t>(exchange.pair >> 32) - kind.units.begin;
    const auto to = static_cast<std::uint32_t>(exchange.pair & 0xFFFFFFFF) - kind.units.begin;
    const std::uint64_t mean = square_root((std::uint64_t{concepts[from]} * concepts[to]) << 8);  // in sixteenths
    const std::uint64_t likeness = std::min<std::uint64_t>(10000, 48 * exchange.weight / (8 + mean));
    if (likeness < least_unit_likeness_bp) continue;
    relations[from].push_back({kind.units.begin + to, static_cast<std::uint32_t>(likeness)});
  }
  for (auto& rows : relations) {
    std::stable_sort(rows.begin(), rows.end(), [](const UnitRelationRow& left, const UnitRelationRow& right) {
      return left.likeness_bp > right.likeness_bp;
    });
    if (rows.size() > most_unit_relations) rows.resize(most_unit_relations);
  }
  return relations;
}

}  // namespace passend::taxonomy
