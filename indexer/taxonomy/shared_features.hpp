// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace passend::taxonomy {

/// One thing that one holder has, with a weight.
struct Feature {
  std::uint32_t holder = 0;
  std::uint32_t thing = 0;
  std::uint32_t weight = 0;
};

/// What two holders have in common; a < b.
struct SharedFeatures {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint64_t overlap = 0;   ///< Sum of the smaller weights.
  std::uint64_t together = 0;  ///< Sum of the larger weights, at least 1.
  std::uint64_t count = 0;     ///< How many things both have.
};

/// Calls `visit` for each pair of holders with a thing in common, in order of a, then of first meeting. Holders and
/// things are below `size`. When a holder has a thing twice, the larger weight counts. A thing that more than
/// `most_holders` have says too little to bring two of them together, though it still counts in `together`: this bounds
/// the work for one holder.
void for_each_shared(const std::vector<Feature>& features, std::size_t size,
                     const std::function<void(const SharedFeatures&)>& visit);

constexpr std::size_t most_holders = 2000;

}  // namespace passend::taxonomy
