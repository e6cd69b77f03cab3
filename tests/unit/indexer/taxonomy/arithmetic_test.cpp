// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/taxonomy/grams.hpp"
#include "indexer/taxonomy/shared_features.hpp"

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

/// The same sums, written for clarity: every pair of holders, every thing.
std::map<std::pair<std::uint32_t, std::uint32_t>, SharedFeatures> by_brute_force(const std::vector<Feature>& features) {
  std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> weights;
  for (const Feature& feature : features) {
    auto& weight = weights[feature.holder][feature.thing];
    weight = std::max(weight, feature.weight);
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, SharedFeatures> result;
  for (const auto& [a, things_a] : weights) {
    for (const auto& [b, things_b] : weights) {
      if (a >= b) continue;
      SharedFeatures shared{a, b, 0, 0, 0};
      std::set<std::uint32_t> all;
      for (const auto& [thing, weight] : things_a) all.insert(thing);
      for (const auto& [thing, weight] : things_b) all.insert(thing);
      for (const std::uint32_t thing : all) {
        const bool both = things_a.contains(thing) && things_b.contains(thing);
        const std::uint32_t left = things_a.contains(thing) ? things_a.at(thing) : 0;
        const std::uint32_t right = things_b.contains(thing) ? things_b.at(thing) : 0;
        shared.overlap += std::min(left, right);
        shared.together += std::max(left, right);
        shared.count += both ? 1 : 0;
      }
      if (shared.count > 0) result[{a, b}] = shared;
    }
  }
  return result;
}

RC_GTEST_PROP(SharedFeatures, AreThoseOfEveryPairComparedThingByThing, ()) {
  const auto feature =
      rc::gen::construct<Feature>(rc::gen::inRange(0U, 12U), rc::gen::inRange(0U, 12U), rc::gen::inRange(1U, 9U));
  const auto features = *rc::gen::container<std::vector<Feature>>(feature);
  const auto expected = by_brute_force(features);
  std::size_t met = 0;
  for_each_shared(features, 12, [&](const SharedFeatures& shared) {
    ++met;
    const auto found = expected.find({shared.a, shared.b});
    RC_ASSERT(found != expected.end());
    RC_ASSERT(shared.overlap == found->second.overlap);
    RC_ASSERT(shared.together == found->second.together);
    RC_ASSERT(shared.count == found->second.count);
  });
  RC_ASSERT(met == expected.size());
}

}  // namespace
}  // namespace passend::taxonomy
