// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <span>

#include "matcher/criteria/side_plan.hpp"
#include "matcher/scan/block_kernels.hpp"
#include "matcher/scan/lane_tally.hpp"
#include "matcher/scan/outcome.hpp"

namespace passend::scan {

/// Where the rows of one block stand, all of them at once as bits: first the requirements one by one, then settle().
/// Large: it belongs on the heap.
class BlockLanes {
 public:
  /// Starts anew with no requirement. `void_rows`: one bit a row, or empty when none is void.
  void clear(std::uint32_t rows, std::span<const std::uint64_t> void_rows);
  /// Takes the verdicts (Outcome bits by row) on a requirement that was not given since clear(), and makes them 0.
  void take(criteria::Side side, Criterion criterion, BlockBytes& verdicts);
  /// After the last requirement.
  void settle();

  /// The rows of a lane; no void row stands in any.
  const RowSet& rows_in(Lane lane) const { return lanes_[static_cast<std::size_t>(lane)]; }
  void add_to(LaneTally& tally) const;

 private:
  struct Requirement {
    criteria::Side side = criteria::Side::demand;
    unsigned position = 0;  ///< Among knock_outs.
    RowSet failing;
    RowSet open;
  };
  const BlockKernel& kernel_ = block_kernels().front();
  std::array<Requirement, 2 * knock_outs.size()> requirements_;
  std::size_t used_ = 0;
  RowSet alive_;
  std::array<RowSet, 3> lanes_;  ///< By Lane.
  RowSet one_failing_fits_;      ///< Failing one requirement, with nothing open.
  RowSet one_failing_open_;      ///< Failing one requirement, with something open.
};

}  // namespace passend::scan
