// SPDX-License-Identifier: EUPL-1.2
#include "server/http/token_buckets.hpp"

#include <algorithm>
#include <span>

namespace passend::http {
namespace {

/// A key may stand in one of so many places beside each other.
constexpr std::size_t places = 8;

}  // namespace

TokenBuckets::TokenBuckets(Rate rate, std::size_t most) : rate_(rate) {
  rate_.burst = std::max(1.0, rate_.burst);
  const std::size_t groups = std::max<std::size_t>(1, (most + places - 1) / places);
  if (rate_.per_second > 0) buckets_.assign(groups * places, {0, rate_.burst, {}});
}

std::optional<std::chrono::duration<double>> TokenBuckets::take(std::uint64_t key, Clock::time_point now) {
  if (rate_.per_second <= 0) return std::nullopt;
  Bucket& bucket = bucket_of(key, now);
  bucket.tokens = tokens_of(bucket, now);
  bucket.filled = now;
  if (bucket.tokens < 1) return std::chrono::duration<double>((1 - bucket.tokens) / rate_.per_second);
  bucket.tokens -= 1;
  return std::nullopt;
}

TokenBuckets::Bucket& TokenBuckets::bucket_of(std::uint64_t key, Clock::time_point now) {
  const std::size_t group = key % (buckets_.size() / places);
  const auto candidates = std::span(buckets_).subspan(group * places, places);
  const auto own = std::find_if(candidates.begin(), candidates.end(), [&](const Bucket& b) { return b.key == key; });
  if (own != candidates.end()) return *own;
  const auto fullest = std::max_element(candidates.begin(), candidates.end(), [&](const Bucket& a, const Bucket& b) {
    return tokens_of(a, now) < tokens_of(b, now);
  });
  if (tokens_of(*fullest, now) >= rate_.burst) fullest->key = key;
  return *fullest;
}

double TokenBuckets::tokens_of(const Bucket& bucket, Clock::time_point now) const {
  const std::chrono::duration<double> passed = now - bucket.filled;
  return std::min(rate_.burst, bucket.tokens + passed.count() * rate_.per_second);
}

}  // namespace passend::http
