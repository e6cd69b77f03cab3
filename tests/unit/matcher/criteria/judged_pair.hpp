// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gtest/gtest.h>

#include "matcher/criteria/rules.hpp"
#include "tests/world/world.hpp"

namespace passend::criteria {

/// One person and one vacancy, both blank until a test fills in what it is about.
class JudgedPair : public testing::Test {
 protected:
  Judgement demand(Criterion criterion) const { return judged(rule_of(criterion).demand.judge); }
  Judgement supply(Criterion criterion) const { return judged(rule_of(criterion).supply.judge); }

  static Date day(int offset) { return Date{world::today().days + offset}; }

  pool::CandidateFacts person;
  pool::VacancyFacts vacancy;
  std::optional<int> distance_m;

 private:
  /// With and without evidence, which must make no difference.
  Judgement judged(Judge judge) const {
    const Circumstances circumstances{world::today()};
    const Pair pair{person, vacancy, circumstances, distance_m};
    EvidenceLog evidence(*world::tiny_taxonomy());
    const auto judgement = judge(pair, &evidence);
    EXPECT_EQ(judgement, judge(pair, nullptr));
    EXPECT_FALSE(evidence.take().empty());
    return judgement;
  }
};

}  // namespace passend::criteria
