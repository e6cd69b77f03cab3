// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

namespace passend::pool {

/// The last change that a pool covers: tells a store that was put back and went on another way.
struct FeedMark {
  std::int64_t position = 0;      ///< Of the change feed; the generation of the pool.
  std::uint64_t fingerprint = 0;  ///< Of what changed there, whose id must not outlive an erasure.
  bool operator==(const FeedMark&) const = default;
};

}  // namespace passend::pool
