// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/group_odds.hpp"

#include <algorithm>
#include <numeric>

#include "indexer/taxonomy/fixed_log.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::uint64_t one_occupation = 256;  ///< Counts are in these parts of an occupation.
constexpr std::uint64_t doubt = 5 * one_occupation;
constexpr std::int32_t bp_per_halving = 700;
constexpr std::int32_t log_unit = 4096;
constexpr std::int32_t none = -1'000'000;  ///< Of a group without occupations.
constexpr std::size_t minor_groups = 1000;
constexpr std::array<std::size_t, 2> minor_groups_in{100, 1};  ///< By level.

using Counts = std::vector<std::uint64_t>;  ///< By group of one level.

std::size_t minor_group_of(std::uint32_t code) {
  return code / 10;
}

Counts by_minor_group(std::span<const std::uint32_t> occupations) {
  Counts counts(minor_groups, 0);
  for (std::uint32_t group = 1; group < occupations.size(); ++group) {
    counts[minor_group_of(group - 1)] += occupations[group];
  }
  return counts;
}

/// Occupations that have the unit, by minor group: one with the unit in half of its labels or more is a whole one.
Counts occupations_with(const FileReader& file, const TitleUnit& unit) {
  Counts counts(minor_groups, 0);
  for (const LearnedGroup& learned : unit.groups) {
    counts[minor_group_of(learned.code)] += one_occupation * learned.occupations;
  }
  if (!unit.row) return counts;
  const Range range = file.units()[*unit.row].postings;
  const auto postings = file.postings().subspan(range.begin, range.count);
  for (std::size_t i = 0; i < postings.size();) {
    const ConceptIndex owner = file.labels()[postings[i]].owner;
    std::uint64_t labels = 0;
    for (; i < postings.size() && file.labels()[postings[i]].owner == owner; ++i) ++labels;
    const ConceptRow& row = file.concepts()[owner];
    if (row.unit_group == 0) continue;
    counts[minor_group_of(row.unit_group - 1)] +=
        std::min(one_occupation, 2 * one_occupation * labels / std::max(1U, row.labels.count));
  }
  return counts;
}

Counts at_level(const Counts& by_minor_group, std::size_t level) {
  Counts counts(minor_groups / minor_groups_in[level], 0);
  for (std::size_t i = 0; i < by_minor_group.size(); ++i) counts[i / minor_groups_in[level]] += by_minor_group[i];
  return counts;
}

std::uint64_t sum_of(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

std::int32_t log2_of(std::uint64_t value) {
  return static_cast<std::int32_t>(log2_fixed(value));
}

}  // namespace

GroupOdds::GroupOdds(const FileReader& file, std::span<const std::uint32_t> occupations, const TitleUnits& title) {
  const Counts all = by_minor_group(occupations);
  std::vector<Counts> of_units;
  for (const TitleUnit& unit : title.units()) of_units.push_back(occupations_with(file, unit));
  for (std::size_t level = 0; level < levels_.size(); ++level) {
    std::vector<Counts> of_units_here;
    for (const Counts& counts : of_units) of_units_here.push_back(at_level(counts, level));
    levels_[level] = odds_of(at_level(all, level), of_units_here);
  }
}

GroupOdds::Odds GroupOdds::odds_of(const std::vector<std::uint64_t>& all, const std::vector<Counts>& of_units) {
  Odds odds{.by_group = std::vector<std::int32_t>(all.size(), none), .of_any = none};
  const std::uint64_t total = sum_of(all);
  std::vector<std::uint64_t> everywhere;
  for (const Counts& counts : of_units) everywhere.push_back(sum_of(counts));
  std::int32_t best = none;
  for (std::size_t group = 0; group < all.size(); ++group) {
    if (all[group] == 0) continue;
    std::int32_t sum = log2_of(all[group]) / 2;
    for (std::size_t i = 0; i < of_units.size(); ++i) {
      sum += log2_of(of_units[i][group] * total + doubt * all[group]) - log2_of((everywhere[i] + doubt) * all[group]);
    }
    odds.by_group[group] = sum;
    best = std::max(best, sum);
  }
  for (std::size_t group = 0; group < all.size(); ++group) {
    if (all[group] == 0) continue;
    odds.by_group[group] -= best;
    odds.of_any = std::max(odds.of_any, odds.by_group[group] + log2_of(all[group]) - log2_of(total));
  }
  return odds;
}

std::int32_t GroupOdds::closeness_bp(Level level, std::uint32_t unit_group) const {
  const auto place = static_cast<std::size_t>(level);
  const Odds& odds = levels_[place];
  const std::int32_t log =
      unit_group == 0 ? odds.of_any : odds.by_group[minor_group_of(unit_group - 1) / minor_groups_in[place]];
  return std::max(0, 10000 + std::max(log, -15 * log_unit) * bp_per_halving / log_unit);
}

}  // namespace passend::taxonomy
