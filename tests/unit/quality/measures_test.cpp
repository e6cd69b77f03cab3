// SPDX-License-Identifier: EUPL-1.2
#include "tests/quality/measures.hpp"

#include <gtest/gtest.h>

namespace passend::quality {
namespace {

TEST(Measures, WithoutTiesAreThoseOfTheRanks) {
  // Relevant at ranks 2 and 4; a third relevant label is not scored.
  const auto m = measure({{7, 40}, {1, 30}, {8, 20}, {2, 10}}, {1, 2, 3});
  EXPECT_DOUBLE_EQ(m.reciprocal_rank, 1.0 / 2);
  EXPECT_DOUBLE_EQ(m.average_precision, (1.0 / 2 + 2.0 / 4) / 3);
  EXPECT_DOUBLE_EQ(m.success_at_1, 0);
  EXPECT_DOUBLE_EQ(m.recall_at_10, 2.0 / 3);
}

TEST(Measures, OfATieAreTheMeanOverItsOrders) {
  // One relevant among three equals: rank 1, 2 or 3 with a third each.
  const auto m = measure({{7, 5}, {1, 5}, {8, 5}}, {1});
  EXPECT_NEAR(m.reciprocal_rank, (1 + 1.0 / 2 + 1.0 / 3) / 3, 1e-12);
  EXPECT_NEAR(m.average_precision, (1 + 1.0 / 2 + 1.0 / 3) / 3, 1e-12);
  EXPECT_NEAR(m.success_at_1, 1.0 / 3, 1e-12);
}

TEST(Measures, OfATieOfTwoRelevantLabelsAmongThree) {
  // Orders of (hit, hit, miss): first hit at 1, 1 or 2; precision sums 2, 1 + 2/3 and 1/2 + 2/3.
  const auto m = measure({{1, 5}, {2, 5}, {8, 5}}, {1, 2});
  EXPECT_NEAR(m.reciprocal_rank, (1 + 1 + 1.0 / 2) / 3, 1e-12);
  EXPECT_NEAR(m.average_precision, (2 + (1 + 2.0 / 3) + (1.0 / 2 + 2.0 / 3)) / 3 / 2, 1e-12);
}

TEST(Measures, CountATieThatStandsLower) {
  // Rank 1 is wrong, then one relevant of two equals: rank 2 or 3.
  const auto m = measure({{9, 9}, {1, 5}, {8, 5}}, {1});
  EXPECT_NEAR(m.reciprocal_rank, (1.0 / 2 + 1.0 / 3) / 2, 1e-12);
  EXPECT_DOUBLE_EQ(m.success_at_1, 0);
}

TEST(Measures, SplitATieThatCrossesTheTenthPlace) {
  Ranking ranking;
  for (std::size_t i = 0; i < 9; ++i) ranking.push_back({100 + i, 50});
  ranking.push_back({1, 5});
  ranking.push_back({200, 5});
  EXPECT_NEAR(measure(ranking, {1}).recall_at_10, 1.0 / 2, 1e-12);
}

TEST(Measures, OfNothingAreNothing) {
  EXPECT_DOUBLE_EQ(measure({}, {1}).reciprocal_rank, 0);
  EXPECT_DOUBLE_EQ(measure({{1, 5}}, {}).reciprocal_rank, 0);
  EXPECT_DOUBLE_EQ(measure({{2, 5}}, {1}).average_precision, 0);
}

}  // namespace
}  // namespace passend::quality
