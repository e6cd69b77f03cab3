// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "matcher/scan/postings_scan.hpp"

namespace passend::scan {

using BlockBytes = BlockArray<std::uint8_t>;

/// Loops over all rows of a block, in one instruction set. All sets give the same.
struct BlockKernel {
  std::string_view name;
  /// totals[i] = min(255, totals[i] + marks[i]), then marks[i] = 0.
  void (*add_and_clear)(BlockBytes& totals, BlockBytes& marks);
  /// Puts the rows with `least` or more after those in `rows`, ascending. `least` is 1 or more.
  void (*rows_from)(const BlockBytes& totals, std::uint8_t least, std::vector<std::uint16_t>& rows);
  /// The rows whose byte has bit 0 become `zeroth`, those whose byte has bit 1 `first`; the bytes become 0.
  void (*take_bits)(BlockBytes& bytes, RowSet& zeroth, RowSet& first);
  /// How many rows stand in both.
  std::uint32_t (*count_in_both)(const RowSet& a, const RowSet& b);
};

/// The fastest that this processor can run, then the others; the last is plain C++.
std::span<const BlockKernel> block_kernels();

}  // namespace passend::scan
