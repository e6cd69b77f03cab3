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

/// Loops over a byte for each row of a block, in one instruction set. All sets give the same bytes.
struct ByteKernel {
  std::string_view name;
  /// totals[i] = min(255, totals[i] + marks[i]), then marks[i] = 0, for all rows.
  void (*add_and_clear)(BlockBytes& totals, BlockBytes& marks);
  /// Puts the rows with `least` or more after those in `rows`, ascending. `least` is 1 or more.
  void (*rows_from)(const BlockBytes& totals, std::uint8_t least, std::vector<std::uint16_t>& rows);
};

/// Those that this processor can run, the fastest first; the last is plain C++.
std::span<const ByteKernel> byte_kernels();

}  // namespace passend::scan
