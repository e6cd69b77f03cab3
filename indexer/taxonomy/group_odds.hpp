// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/taxonomy/file_reader.hpp"
#include "indexer/taxonomy/title_units.hpp"

namespace passend::taxonomy {

/// In which ISCO-08 groups occupations with such words stand: naive Bayes over the units of a title, counted from the
/// labels of the taxonomy and from judged titles (LearnedWord::groups), so that "docent" speaks for teachers also where
/// no label of the right occupation has the word.
///
///     log P(group | title) ~ 1/2 log P(group) + sum over units of log (P(group | unit) / P(group))
///
/// with P(group | unit) smoothed by `doubt` imagined occupations that are spread like all occupations.
class GroupOdds {
 public:
  enum class Level : std::uint8_t { major, minor };  ///< One digit, three digits.

  /// `occupations`: how many stand in each unit group, by ConceptRow::unit_group; its first element does not count.
  GroupOdds(const FileReader& file, std::span<const std::uint32_t> occupations, const TitleUnits& title);

  /// 10000 for the likeliest group, 700 less for each time that a group is half as likely, at least 0. `unit_group` as
  /// ConceptRow::unit_group; an occupation without a group counts as one of any group.
  std::int32_t closeness_bp(Level level, std::uint32_t unit_group) const;

 private:
  struct Odds {
    std::vector<std::int32_t> by_group;  ///< log2 in 1/4096, 0 for the likeliest.
    std::int32_t of_any = 0;             ///< Of an occupation without a group.
  };

  /// `all`: occupations by group; `of_units`: those that have a unit, by unit of the title and group.
  static Odds odds_of(const std::vector<std::uint64_t>& all, const std::vector<std::vector<std::uint64_t>>& of_units);

  std::array<Odds, 2> levels_;
};

}  // namespace passend::taxonomy
