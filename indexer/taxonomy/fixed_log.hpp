// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>

namespace passend::taxonomy {

/// log2(value) in units of 1/4096, rounded down, by repeated squaring; 0 counts as 1. Integer arithmetic, so that
/// a taxonomy compiled on another machine or with another C library has the same bytes.
constexpr std::uint32_t log2_fixed(std::uint64_t value) {
  if (value == 0) return 0;
  const auto whole = static_cast<std::uint32_t>(std::bit_width(value)) - 1;
  // The mantissa in [1, 2) as a 32-bit fraction with 31 bits behind the point.
  std::uint64_t mantissa = whole <= 31 ? value << (31 - whole) : value >> (whole - 31);
  std::uint32_t result = whole;
  for (int bit = 0; bit < 12; ++bit) {
    mantissa = (mantissa * mantissa) >> 31;
    const auto carry = static_cast<std::uint32_t>(mantissa >> 32);
    mantissa >>= carry;
    result = result * 2 + carry;
  }
  return result;
}
static_assert(log2_fixed(1) == 0 && log2_fixed(8) == 3 * 4096 && log2_fixed(3) == 6492);

/// Inverse document frequency: log2((1 + total) / count) in units of 1/4096, at least 1 and falling with `count`.
constexpr std::uint32_t inverse_frequency(std::uint64_t count, std::uint64_t total) {
  const std::uint32_t all = log2_fixed(1 + total);
  const std::uint32_t some = log2_fixed(std::max<std::uint64_t>(1, count));
  return all > some ? all - some : 1;
}

/// The same as a share of the largest possible one: 10000 for a count of 0 or 1, toward 0 when all have it.
constexpr int inverse_frequency_bp(std::uint64_t count, std::uint64_t total) {
  const std::uint64_t largest = inverse_frequency(1, total);
  return static_cast<int>(10000ULL * inverse_frequency(count, total) / largest);
}

/// The whole part of the square root.
constexpr std::uint32_t square_root(std::uint64_t value) {
  std::uint64_t root = 0;
  for (std::uint64_t bit = 1ULL << 31; bit != 0; bit >>= 1) {
    const std::uint64_t trial = root | bit;
    if (trial * trial <= value) root = trial;
  }
  return static_cast<std::uint32_t>(root);
}
static_assert(square_root(0) == 0 && square_root(99) == 9 && square_root(100) == 10);

}  // namespace passend::taxonomy
