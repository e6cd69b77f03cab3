// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "matcher/scan/block_kernels.hpp"
#include "matcher/scan/competence_top.hpp"

namespace passend::scan {

/// Which rows of a segment can have so many points over all demands: a bound from above for each row, of postings that
/// are only partly read. The lists of a demand that are worth least are left aside, and everybody is given what they
/// are worth; those lists are chosen that spare most postings for the points given away (MaxScore of Turtle and Flood
/// 1995, by list instead of by term). What is left is added up in bytes, rounded up, so that a block stays in the
/// first-level cache.
class CompetenceBounds {
 public:
  /// Memory for one block, used again and again by one thread at a time.
  struct Workspace {
    BlockBytes totals{};
    BlockBytes marks{};          ///< Between calls all are 0.
    std::uint64_t postings = 0;  ///< Read so far.
  };

  CompetenceBounds(const pool::CandidateSegment& segment, const std::vector<DemandAnswers>& demands,
                   const BlockKernel& kernel);

  /// Appends the rows of a block that may have `least` points or more (at least 1): all that have, and few others.
  void rows_that_may_have(std::uint64_t least, std::uint32_t block, Workspace& work,
                          std::vector<std::uint16_t>& rows) const;

  /// How many points the row can have at most: the sum over the demands of the best answer.
  std::uint64_t most_points() const { return most_points_; }

 private:
  /// Lists [first, end).
  struct ListRange {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
  };
  /// Lists of one demand that are worth the same.
  struct Group {
    std::uint32_t points = 0;
    std::vector<ListRange> ranges;
    std::uint64_t postings = 0;  ///< Of the first block, which stands for all.
  };
  using Demand = std::vector<Group>;  ///< Falling points.
  /// Groups [from, until) of a demand are left aside too, which gives everybody so many points more than before.
  struct Step {
    std::size_t demand = 0;
    std::size_t from = 0;
    std::size_t until = 0;
    std::uint32_t points = 0;
    std::uint64_t postings = 0;
  };
  void add_lists(pool::Concept competence, Group& group) const;
  void list_steps(std::size_t demand);
  /// By demand, how many groups are read when `least` points are asked; the points given away in `given`.
  std::vector<std::size_t> groups_to_read(std::uint64_t least, std::uint64_t& given) const;

  const pool::CandidateSegment& segment_;
  const BlockKernel& kernel_;
  std::vector<Demand> demands_;
  std::vector<Step> steps_;  ///< By falling postings spared a point; those of one demand in their order.
  std::uint64_t most_points_ = 0;
};

}  // namespace passend::scan
