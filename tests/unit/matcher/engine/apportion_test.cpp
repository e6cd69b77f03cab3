// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/apportion.hpp"

#include <gtest/gtest.h>

#include <cstdint>

#include "indexer/base/random.hpp"

namespace passend::engine {
namespace {

using Shares = std::vector<Share>;

/// Many criteria of few weights, full and empty ones among them: where rounding pinches most.
Shares shares_of(Random& random) {
  Shares shares(random.below(19));
  const int heaviest = random.chance(50) ? 9 : 100'000;
  for (auto& share : shares) {
    share.weight = random.chance(5) ? 0 : random.between(1, heaviest);
    share.degree_bp = random.chance(40) ? 10'000 : random.chance(20) ? 0 : random.between(0, 10'000);
  }
  return shares;
}

bool is_rounded(int value, std::int64_t numerator, std::int64_t denominator) {
  return value == numerator / denominator || value == (numerator + denominator - 1) / denominator;
}

TEST(Apportion, NoContributionExceedsItsMaximumAndBothAddUp) {
  int held_down = 0;
  for (std::uint64_t seed = 0; seed < 20'000 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto shares = shares_of(random);
    const auto points = apportion(shares);
    ASSERT_EQ(points.size(), shares.size());
    std::int64_t total = 0;
    std::int64_t reached = 0;
    for (const auto& share : shares) {
      total += share.weight;
      reached += std::int64_t{share.weight} * share.degree_bp;
    }
    if (total == 0) continue;
    std::int64_t contributions = 0;
    std::int64_t maxima = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const auto weight = std::int64_t{shares[i].weight};
      EXPECT_LE(points[i].contribution_bp, points[i].maximum_bp);
      EXPECT_TRUE(is_rounded(points[i].contribution_bp, weight * shares[i].degree_bp, total));
      EXPECT_TRUE(is_rounded(points[i].maximum_bp, weight * 10'000, total));
      contributions += points[i].contribution_bp;
      maxima += points[i].maximum_bp;
      const bool has_remainder = weight * shares[i].degree_bp % total != 0;
      held_down += has_remainder && points[i].contribution_bp == points[i].maximum_bp &&
                   points[i].contribution_bp == weight * shares[i].degree_bp / total;
    }
    EXPECT_EQ(contributions, reached / total);
    EXPECT_EQ(maxima, 10'000);
  }
  EXPECT_GT(held_down, 1'000);  // The cases did pinch.
}

TEST(Apportion, WhatIsMetInFullBringsItsMaximum) {
  EXPECT_EQ(apportion({{1, 10'000}, {1, 10'000}, {1, 10'000}}),
            (std::vector<Points>{{3'334, 3'334}, {3'333, 3'333}, {3'333, 3'333}}));
}

TEST(Apportion, AContributionGivesWayWhereItsMaximumCannotBeRoundedUp) {
  // Three of 1666.67, of which the maxima leave two basis points; 1249.875 and three of 312.5 of 1250 each. Four basis
  // points are missing to 7187.375: the third 1666.67 would have the last one, and the first 312.5 gets it.
  EXPECT_EQ(
      apportion({{4, 10'000}, {4, 10'000}, {4, 10'000}, {3, 9'999}, {3, 2'500}, {3, 2'500}, {3, 2'500}}),
      (std::vector<Points>{
          {1'667, 1'667}, {1'667, 1'667}, {1'666, 1'666}, {1'250, 1'250}, {313, 1'250}, {312, 1'250}, {312, 1'250}}));
}

TEST(Apportion, NothingThatWeighsBringsNothing) {
  EXPECT_TRUE(apportion({}).empty());
  EXPECT_EQ(apportion({{0, 10'000}}), std::vector<Points>{Points{}});
}

}  // namespace
}  // namespace passend::engine
