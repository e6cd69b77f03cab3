// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "indexer/base/id.hpp"

namespace passend {

/// SplitMix64 (Steele, Lea, Flood 2014): a seeded sequence that is the same on every machine and compiler,
/// which the distributions of <random> are not. Not for secrets.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15ULL); }

  /// A number in [0, bound); bound must be at least 1.
  std::uint64_t below(std::uint64_t bound) {
    return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
  }

  /// A number in [low, high].
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1)); }

  /// True in `percent` of a hundred cases.
  bool chance(int percent) { return static_cast<int>(below(100)) < percent; }

  Id128 id() {
    const std::uint64_t high = next();
    return {high, next()};
  }

  static std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
  }

 private:
  __extension__ using Wide = unsigned __int128;
  std::uint64_t state_;
};

/// The order of equals: a keyed hash of an id, so that no one stands in front for having been registered first.
inline std::uint64_t tie_break(std::uint64_t seed, const Id128& id) {
  return Random::mix(Random::mix(seed ^ id.high) ^ id.low);
}

}  // namespace passend
