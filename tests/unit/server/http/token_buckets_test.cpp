// SPDX-License-Identifier: EUPL-1.2
#include "server/http/token_buckets.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace passend::http {
namespace {

using std::chrono::milliseconds;
using Time = TokenBuckets::Clock::time_point;

const Time start = Time{} + std::chrono::hours(1);

int granted(TokenBuckets& buckets, std::uint64_t key, Time now, int asked) {
  int count = 0;
  for (int i = 0; i < asked; ++i) count += buckets.take(key, now) ? 0 : 1;
  return count;
}

TEST(TokenBuckets, GiveABurstAndThenTheRate) {
  TokenBuckets buckets({10, 20}, 100);
  EXPECT_EQ(granted(buckets, 1, start, 100), 20);
  EXPECT_EQ(granted(buckets, 1, start + milliseconds(500), 100), 5);
  EXPECT_EQ(granted(buckets, 1, start + milliseconds(1500), 100), 10);
  EXPECT_EQ(granted(buckets, 1, start + std::chrono::hours(1), 100), 20) << "a pause gives no more than the burst";
}

TEST(TokenBuckets, SayHowLongItTakes) {
  TokenBuckets buckets({0.5, 1}, 100);
  EXPECT_FALSE(buckets.take(1, start));
  const auto wait = buckets.take(1, start);
  ASSERT_TRUE(wait);
  EXPECT_NEAR(wait->count(), 2, 1e-9);
  EXPECT_TRUE(buckets.take(1, start + milliseconds(1990)));
  EXPECT_FALSE(buckets.take(1, start + milliseconds(2001)));
}

TEST(TokenBuckets, HoldNobodyToTheRateOfAnother) {
  TokenBuckets buckets({1, 3}, 100);
  EXPECT_EQ(granted(buckets, 1, start, 10), 3);
  EXPECT_EQ(granted(buckets, 2, start, 10), 3);
}

TEST(TokenBuckets, LimitNothingWithoutARate) {
  TokenBuckets buckets({0, 0}, 100);
  EXPECT_EQ(granted(buckets, 1, start, 1000), 1000);
}

TEST(TokenBuckets, ManyKeysTakeNoMoreThanTheTableHolds) {
  TokenBuckets buckets({1, 2}, 64);
  int all = 0;
  for (std::uint64_t key = 1; key <= 10'000; ++key) all += granted(buckets, key, start, 1);
  EXPECT_LE(all, 64 * 2);
  EXPECT_GE(all, 64);
  const Time later = start + std::chrono::seconds(2);
  EXPECT_EQ(granted(buckets, 77'777, later, 10), 2) << "who has asked nothing for long is forgotten";
}

RC_GTEST_PROP(TokenBuckets, NeverGiveMoreThanTheBurstAndTheRateTogether, (std::vector<std::uint8_t> pauses)) {
  TokenBuckets buckets({7, 5}, 8);
  Time now = start;
  int count = 0;
  for (const std::uint8_t pause : pauses) {
    now += milliseconds(pause);
    count += buckets.take(pause % 3, now) ? 0 : 1;
  }
  const std::chrono::duration<double> passed = now - start;
  RC_ASSERT(count <= 3 * (5 + passed.count() * 7) + 1e-6);
}

}  // namespace
}  // namespace passend::http
