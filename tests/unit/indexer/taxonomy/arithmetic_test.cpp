// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <set>

#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/taxonomy/grams.hpp"

namespace passend::taxonomy {
namespace {

RC_GTEST_PROP(FixedLogarithm, IsTheLogarithmRoundedDown, (std::uint64_t any)) {
  const std::uint64_t value = std::max<std::uint64_t>(1, any >> (any % 64));
  const double exact = std::log2(static_cast<double>(value)) * 4096;
  RC_ASSERT(std::abs(static_cast<double>(log2_fixed(value)) - exact) <= 2);
}

RC_GTEST_PROP(FixedLogarithm, HasASquareRootThatIsTheWholePart, (std::uint64_t value)) {
  const std::uint64_t root = square_root(value);
  RC_ASSERT(root * root <= value);
  RC_ASSERT(root == 0xFFFFFFFF || (root + 1) * (root + 1) > value);
}

TEST(InverseFrequency, FallsFromAllToNothing) {
  EXPECT_EQ(inverse_frequency_bp(0, 1000), 10000);
  EXPECT_EQ(inverse_frequency_bp(1, 1000), 10000);
  EXPECT_GT(inverse_frequency_bp(10, 1000), inverse_frequency_bp(100, 1000));
  EXPECT_LT(inverse_frequency_bp(1000, 1000), 10);
  EXPECT_GE(inverse_frequency_bp(5, 0), 0);
}

TEST(Grams, AreSequencesOfThreeBytesOfPaddedWords) {
  const auto gram = [](const char* text) {
    return static_cast<std::uint32_t>(text[0]) << 16 | static_cast<std::uint32_t>(text[1]) << 8 |
           static_cast<std::uint32_t>(text[2]);
  };
  std::set<std::uint32_t> expected{gram(" ko"), gram("kok"), gram("ok "), gram(" a ")};
  const auto grams = grams_of("kok/a, kok");
  EXPECT_EQ(std::set<std::uint32_t>(grams.begin(), grams.end()), expected);
  EXPECT_EQ(grams.size(), expected.size());
  EXPECT_TRUE(grams_of(" -- ").empty());
}

}  // namespace
}  // namespace passend::taxonomy
