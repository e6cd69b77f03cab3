// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/rules.hpp"

#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
#include "matcher/criteria/weights.hpp"

namespace passend::criteria {
namespace {

TEST(Rules, StandAtTheirPlaceAndJudgeForAtLeastOneSide) {
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    const auto& rule = rule_of(criterion);
    EXPECT_EQ(rule.criterion, criterion) << name;
    EXPECT_TRUE(rule.demand.judge != nullptr || rule.supply.judge != nullptr) << name;
    EXPECT_EQ(rule.demand.judge != nullptr, rule.demand.stated != nullptr) << name;
    EXPECT_EQ(rule.supply.judge != nullptr, rule.supply.stated != nullptr) << name;
  }
}

TEST(Rules, OnlySectorInterestsAndSalaryAreSoft) {
  for (const auto& rule : all_rules()) {
    const bool soft = rule.criterion == Criterion::sector || rule.criterion == Criterion::interests ||
                      rule.criterion == Criterion::salary;
    EXPECT_EQ(rule.nature == Nature::soft, soft) << to_text(rule.criterion);
  }
}

TEST(Weights, TheBuiltInProfileIsValidAndWeighsExactlyWhatIsJudged) {
  const auto weights = default_weights();
  EXPECT_NO_THROW(verify(weights));
  for (const auto& rule : all_rules()) {
    const auto index = static_cast<std::size_t>(rule.criterion);
    EXPECT_EQ(weights.demand.base[index] > 0, rule.demand.judge != nullptr) << to_text(rule.criterion);
    EXPECT_EQ(weights.supply.base[index] > 0, rule.supply.judge != nullptr) << to_text(rule.criterion);
  }
}

TEST(Weights, NamesEveryValueOutsideItsRange) {
  auto weights = default_weights();
  weights.demand.base[0] = 0;
  weights.supply.base[3] = 1'001;
  weights.multiplier = {1, 0, 2, 101};
  try {
    verify(weights);
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::configuration);
    ASSERT_EQ(error.violations().size(), 5U);
    EXPECT_EQ(error.violations()[0].field, "demand.occupation");
    EXPECT_EQ(error.violations()[1].field, "supply.education");
    EXPECT_EQ(error.violations()[4].field, "multiplier.required");
  }
}

}  // namespace
}  // namespace passend::criteria
