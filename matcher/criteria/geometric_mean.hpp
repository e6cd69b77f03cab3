// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cmath>
#include <cstdint>

namespace passend::criteria {

/// The largest whole number whose square is not above `value`.
inline std::uint32_t integer_square_root(std::uint64_t value) {
  // The floating point root is only a first guess: the two loops make it exact on every machine.
  auto root = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(value)));
  while (root * root > value) --root;
  while ((root + 1) * (root + 1) <= value) ++root;
  return static_cast<std::uint32_t>(root);
}

/// The geometric mean of two scores in basis points, rounded down.
inline int geometric_mean_bp(int a, int b) {
  return static_cast<int>(integer_square_root(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b)));
}

}  // namespace passend::criteria
