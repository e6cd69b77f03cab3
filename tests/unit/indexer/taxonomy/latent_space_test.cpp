// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/latent_space.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace passend::taxonomy {
namespace {

using Row = std::map<std::uint32_t, double>;

/// Rows of pointwise mutual information, by the textbook.
std::map<std::uint32_t, Row> information(const std::vector<Feature>& features) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights;
  for (const Feature& feature : features) {
    auto& weight = weights[{feature.holder, feature.thing}];
    weight = std::max(weight, static_cast<double>(feature.weight));
  }
  std::map<std::uint32_t, double> of_holder;
  std::map<std::uint32_t, double> of_thing;
  double all = 0;
  for (const auto& [where, weight] : weights) {
    of_holder[where.first] += weight;
    of_thing[where.second] += weight;
    all += weight;
  }
  std::map<std::uint32_t, Row> rows;
  for (const auto& [where, weight] : weights) {
    const double chance = of_holder[where.first] / all * of_thing[where.second] / all;
    rows[where.first][where.second] = std::log2(1 + weight / all / chance);
  }
  return rows;
}

double product(const Row& left, const Row& right) {
  double sum = 0;
  for (const auto& [thing, value] : left) {
    if (const auto found = right.find(thing); found != right.end()) sum += value * found->second;
  }
  return sum;
}

auto any_features() {
  return rc::gen::container<std::vector<Feature>>(
      rc::gen::construct<Feature>(rc::gen::inRange(0U, 12U), rc::gen::inRange(0U, 12U), rc::gen::inRange(1U, 9U)));
}

RC_GTEST_PROP(LatentSpace, OfAFewHoldersCutsNothingOff, ()) {
  const auto features = *any_features();
  const auto rows = information(features);
  const LatentSpace space = latent_space(features, 12, 12);
  for (const auto& [a, left] : rows) {
    for (const auto& [b, right] : rows) {
      const double exact = product(left, right) / std::sqrt(product(left, left) * product(right, right));
      RC_ASSERT(std::abs(space.holders.cosine_bp(a, b) - exact * 10000) <= 2 * cosine_step_bp);
    }
  }
}

RC_GTEST_PROP(LatentSpace, DoesNotDependOnTheOrderOfWhatItIsTold, ()) {
  auto features = *any_features();
  const LatentSpace space = latent_space(features, 12, 12);
  std::reverse(features.begin(), features.end());
  const LatentSpace again = latent_space(features, 12, 12);
  for (std::size_t a = 0; a < 12; ++a) {
    for (std::size_t b = 0; b < 12; ++b) {
      RC_ASSERT(space.holders.cosine_bp(a, b) == again.holders.cosine_bp(a, b));
      RC_ASSERT(space.things.cosine_bp(a, b) == again.things.cosine_bp(a, b));
    }
  }
}

/// Two trades of 60 occupations and 30 competences each; every occupation asks for some three of its trade.
std::vector<Feature> two_trades() {
  std::vector<Feature> features;
  for (std::uint32_t holder = 0; holder < 120; ++holder) {
    const std::uint32_t trade = holder / 60;
    for (std::uint32_t k = 0; k < 3; ++k)
      features.push_back({holder, trade * 30 + (holder * 7 + k * k + 1) * 2654435761U % 1048573 % 30, 1});
  }
  return features;
}

TEST(LatentSpace, BringsTogetherWhatSharesNothingButAlikeCompany) {
  const LatentSpace space = latent_space(two_trades(), 120, 60);
  int second_order = 0;
  for (std::uint32_t a = 0; a < 60; ++a) {
    for (std::uint32_t b = 60; b < 120; ++b) EXPECT_LE(space.holders.cosine_bp(a, b), cosine_step_bp);
    const auto asks_for_none_of = [&](std::uint32_t b) {
      const auto features = two_trades();
      return std::none_of(features.begin(), features.end(), [&](const Feature& left) {
        return left.holder == a && std::any_of(features.begin(), features.end(), [&](const Feature& right) {
                 return right.holder == b && right.thing == left.thing;
               });
      });
    };
    for (std::uint32_t b = 0; b < a; b += 7) {
      if (space.holders.cosine_bp(a, b) >= 2000 && asks_for_none_of(b)) ++second_order;
    }
  }
  EXPECT_GT(second_order, 0);
}

TEST(LatentSpace, OfNothingIsEmpty) {
  const LatentSpace space = latent_space({}, 2, 2);
  EXPECT_EQ(space.holders.cosine_bp(0, 0), 0);
  EXPECT_TRUE(near_pairs(space.things, 1, 8).empty());
}

RC_GTEST_PROP(NearPairs, AreThoseOfEveryPairCompared, ()) {
  const auto features = *any_features();
  const LatentSpace space = latent_space(features, 12, 12);
  constexpr int least = 3000;
  std::size_t expected = 0;
  for (std::size_t a = 0; a < 12; ++a) {
    for (std::size_t b = a + 1; b < 12; ++b) expected += space.holders.cosine_bp(a, b) >= least ? 1 : 0;
  }
  const auto pairs = near_pairs(space.holders, least, 12);
  RC_ASSERT(pairs.size() == expected);
  RC_ASSERT(std::is_sorted(pairs.begin(), pairs.end(), [](const NearPair& left, const NearPair& right) {
    return left.cosine_bp > right.cosine_bp;
  }));
  for (const NearPair& pair : pairs) RC_ASSERT(pair.cosine_bp == space.holders.cosine_bp(pair.a, pair.b));
}

}  // namespace
}  // namespace passend::taxonomy
