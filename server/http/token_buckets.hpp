// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace passend::http {

/// How much may be asked: for long, and at once after a pause.
struct Rate {
  double per_second = 0;  ///< 0: as much as one likes.
  double burst = 0;       ///< At least 1.
};

/// A token bucket for each key, in a table of a fixed size. A bucket that is full again is forgotten when its place is
/// wanted; while no place can be had, a newcomer shares a bucket of somebody else, so that many keys at once get less
/// and never more. Takes constant time and allocates nothing.
class TokenBuckets {
 public:
  using Clock = std::chrono::steady_clock;

  /// `most` buckets at a time, rounded up.
  TokenBuckets(Rate rate, std::size_t most);

  /// Takes a token. Absent when there was one; otherwise how long it will be until there is.
  std::optional<std::chrono::duration<double>> take(std::uint64_t key, Clock::time_point now);

 private:
  struct Bucket {
    std::uint64_t key = 0;
    double tokens = 0;
    Clock::time_point filled{};  ///< When `tokens` was true; never for a place that is free.
  };
  Bucket& bucket_of(std::uint64_t key, Clock::time_point now);
  double tokens_of(const Bucket& bucket, Clock::time_point now) const;

  Rate rate_;
  std::vector<Bucket> buckets_;
};

}  // namespace passend::http
