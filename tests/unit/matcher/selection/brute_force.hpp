// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "matcher/selection/selection.hpp"

/// Set selection by trying every set, written to be read.
namespace passend::selection::test {

struct Best {
  std::int64_t missing = 0;   ///< The fewest places missed of the lower limits by any set within the upper limits.
  std::int64_t total_bp = 0;  ///< The highest total among the sets that miss nothing.
};
Best best_by_trying_everything(const Problem& problem);

/// How many places a set misses of the lower limits; -1 when it breaks an upper limit.
std::int64_t missing_places(const Problem& problem, const std::vector<Pair>& chosen);

}  // namespace passend::selection::test
