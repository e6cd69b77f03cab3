// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/competence_top.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "indexer/base/random.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::scan {
namespace {

std::vector<DemandAnswers> random_demands(Random& random, const pool::Pool& pool) {
  std::vector<DemandAnswers> demands(static_cast<std::size_t>(random.between(1, 6)));
  for (auto& answers : demands) {
    const int count = random.between(0, 8);
    for (int i = 0; i < count; ++i) {
      answers.push_back({static_cast<pool::Concept>(random.below(pool.taxonomy().size())),
                         static_cast<std::uint32_t>(random.between(1, 20))});
    }
  }
  return demands;
}

/// Person by person: of each demand the best answer that is held.
std::vector<CompetenceHit> counted_by_hand(const pool::Pool& pool, const std::vector<DemandAnswers>& demands) {
  std::vector<CompetenceHit> hits;
  for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
    if (pool.candidate_is_void(row)) continue;
    const auto held = pool.candidate(row).competences.items;
    std::uint32_t points = 0;
    for (const auto& answers : demands) {
      std::uint32_t best = 0;
      for (const auto& answer : answers) {
        const bool holds = std::any_of(held.begin(), held.end(),
                                       [&](const auto& fact) { return fact.competence == answer.competence; });
        if (holds) best = std::max(best, answer.points);
      }
      points += best;
    }
    if (points > 0) hits.push_back({row, points});
  }
  std::sort(hits.begin(), hits.end(),
            [](const auto& a, const auto& b) { return a.points != b.points ? a.points > b.points : a.row < b.row; });
  return hits;
}

TEST(CompetenceTop, EqualsACountByHandOnAnyPool) {
  const Executor executor(2);
  for (std::uint64_t seed = 0; seed < 1'000 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto region = world::random_region(random, random.between(0, 40), 1);
    const auto pool = world::pool_of(region.people, region.vacancies);
    const auto demands = random_demands(random, *pool);
    auto expected = counted_by_hand(*pool, demands);
    const auto count = random.below(50);
    expected.resize(std::min<std::size_t>(expected.size(), count));
    EXPECT_EQ(best_by_competences(*pool, demands, count, executor), expected);
  }
}

}  // namespace
}  // namespace passend::scan
