// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/group_odds.hpp"

#include <algorithm>

#include "indexer/taxonomy/fixed_log.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::uint64_t one_occupation = 256;  ///< Counts are in these parts of an occupation.
constexpr std::uint64_t doubt = 5 * one_occupation;
constexpr std::int32_t bp_per_halving = 700;
constexpr std::int32_t log_unit = 4096;
constexpr std::array<std::uint32_t, 2> group_sizes{1000, 10};  ///< Unit group codes in a group, by level.
constexpr std::size_t codes = 10000;

using Counts = std::vector<std::uint64_t>;  ///< By group of one level.

std::size_t groups_of(std::size_t level) {
  return codes / group_sizes[level];
}

std::size_t group_of(std::size_t level, std::uint32_t unit_group) {
  return (unit_group - 1) / group_sizes[level];
}

/// Occupations of the kind with a unit group, by its code.
Counts all_occupations(const FileReader& file, const KindRow& kind) {
  Counts counts(codes, 0);
  const auto labels = file.labels().subspan(kind.labels.begin, kind.labels.count);
  ConceptIndex last = 0xFFFFFFFF;  // the labels of a concept follow one another
  for (const LabelRow& label : labels) {
    if (label.owner == last) continue;
    last = label.owner;
    if (const std::uint32_t group = file.concepts()[last].unit_group; group != 0) ++counts[group - 1];
  }
  return counts;
}

/// Occupations that have the unit, by unit group code: one with the unit in half of its labels or more is a whole one.
Counts occupations_with(const FileReader& file, const TitleUnit& unit) {
  Counts counts(codes, 0);
  for (const LearnedGroup& learned : unit.groups) counts[learned.code] += one_occupation * learned.occupations;
  if (!unit.row) return counts;
  const Range range = file.units()[*unit.row].postings;
  const auto postings = file.postings().subspan(range.begin, range.count);
  for (std::size_t i = 0; i < postings.size();) {
    const ConceptIndex owner = file.labels()[postings[i]].owner;
    std::uint64_t labels = 0;
    for (; i < postings.size() && file.labels()[postings[i]].owner == owner; ++i) ++labels;
    const ConceptRow& row = file.concepts()[owner];
    if (row.unit_group == 0) continue;
    counts[row.unit_group - 1] +=
        std::min(one_occupation, 2 * one_occupation * labels / std::max(1U, row.labels.count));
  }
  return counts;
}

Counts at_level(const Counts& by_code, std::size_t level) {
  Counts counts(groups_of(level), 0);
  for (std::size_t code = 0; code < by_code.size(); ++code) counts[code / group_sizes[level]] += by_code[code];
  return counts;
}

std::int32_t log2_of(std::uint64_t value) {
  return static_cast<std::int32_t>(log2_fixed(value));
}

}  // namespace

GroupOdds::GroupOdds(const FileReader& file, const KindRow& kind, const TitleUnits& title) {
  const Counts all = all_occupations(file, kind);
  std::uint64_t total = 0;
  for (const std::uint64_t count : all) total += count;
  std::vector<Counts> with;
  for (const TitleUnit& unit : title.units()) with.push_back(occupations_with(file, unit));
  constexpr std::int32_t none = -1'000'000;
  for (std::size_t level = 0; level < levels_.size(); ++level) {
    Odds& odds = levels_[level];
    odds.by_group.assign(groups_of(level), none);
    if (total == 0) continue;
    const Counts of_group = at_level(all, level);
    std::vector<Counts> of_unit;
    for (const Counts& counts : with) of_unit.push_back(at_level(counts, level));
    std::int32_t best = none;
    for (std::size_t group = 0; group < of_group.size(); ++group) {
      if (of_group[group] == 0) continue;
      std::int32_t sum = log2_of(of_group[group]) / 2;
      for (const Counts& counts : of_unit) {
        std::uint64_t everywhere = 0;
        for (const std::uint64_t count : counts) everywhere += count;
        sum += log2_of(counts[group] * total + doubt * of_group[group]) -
               log2_of((everywhere + doubt) * of_group[group]);
      }
      odds.by_group[group] = sum;
      best = std::max(best, sum);
    }
    odds.of_any = none;
    for (std::size_t group = 0; group < of_group.size(); ++group) {
      if (of_group[group] == 0) continue;
      odds.by_group[group] -= best;
      odds.of_any = std::max(odds.of_any, odds.by_group[group] + log2_of(of_group[group]) - log2_of(total));
    }
  }
}

std::int32_t GroupOdds::closeness_bp(Level level, std::uint32_t unit_group) const {
  const auto place = static_cast<std::size_t>(level);
  const Odds& odds = levels_[place];
  const std::int32_t log = unit_group == 0 ? odds.of_any : odds.by_group[group_of(place, unit_group)];
  return std::max(0, 10000 + std::max(log, -15 * log_unit) * bp_per_halving / log_unit);
}

}  // namespace passend::taxonomy
