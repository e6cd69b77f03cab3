// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/competence_bounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "indexer/base/random.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::scan {
namespace {

std::vector<DemandAnswers> random_demands(Random& random, const pool::Pool& pool) {
  std::vector<DemandAnswers> demands(static_cast<std::size_t>(random.between(1, 20)));
  for (auto& answers : demands) {
    for (int i = random.between(0, 8); i > 0; --i) {
      answers.push_back({static_cast<pool::Concept>(random.below(pool.taxonomy().size())),
                         static_cast<std::uint32_t>(random.between(1, 600))});
    }
  }
  return demands;
}

std::uint64_t points_of(const pool::CandidateFacts& person, const std::vector<DemandAnswers>& demands) {
  std::uint64_t sum = 0;
  for (const auto& answers : demands) {
    std::uint32_t best = 0;
    for (const auto& answer : answers) {
      const auto& held = person.competences.items;
      const bool holds =
          std::any_of(held.begin(), held.end(), [&](const auto& fact) { return fact.competence == answer.competence; });
      if (holds) best = std::max(best, answer.points);
    }
    sum += best;
  }
  return sum;
}

TEST(CompetenceBounds, NameEverybodyWhoReachesTheBarWhateverTheInstructionSet) {
  const auto work = std::make_unique<CompetenceBounds::Workspace>();
  for (std::uint64_t seed = 0; seed < 500 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto region = world::random_region(random, random.between(1, 60), 1);
    const auto pool = world::pool_of(region.people, region.vacancies);
    const auto& segment = *pool->candidate_parts().front().segment;
    const auto demands = random_demands(random, *pool);
    const auto least = static_cast<std::uint64_t>(random.between(1, 3'000));
    std::vector<std::uint16_t> named;
    const auto kernels = block_kernels();
    CompetenceBounds(segment, demands, kernels.back()).rows_that_may_have(least, 0, *work, named);
    for (std::uint16_t row = 0; row < segment.size(); ++row) {
      if (points_of(pool->candidate(row), demands) < least) continue;
      EXPECT_TRUE(std::binary_search(named.begin(), named.end(), row)) << "row " << row << ", bar " << least;
    }
    for (const auto& kernel : kernels) {
      std::vector<std::uint16_t> rows;
      CompetenceBounds(segment, demands, kernel).rows_that_may_have(least, 0, *work, rows);
      EXPECT_EQ(rows, named) << kernel.name;
    }
  }
}

TEST(CompetenceBounds, LeaveOutMostWhenTheBarIsHigh) {
  Random random(1);
  const auto region = world::random_region(random, 2'000, 1);
  const auto pool = world::pool_of(region.people, region.vacancies);
  const auto& segment = *pool->candidate_parts().front().segment;
  const auto demands = random_demands(random, *pool);
  const CompetenceBounds bounds(segment, demands, block_kernels().front());
  const auto work = std::make_unique<CompetenceBounds::Workspace>();
  std::vector<std::uint16_t> rows;
  bounds.rows_that_may_have(bounds.most_points(), 0, *work, rows);
  EXPECT_LT(rows.size(), segment.size() / 10);
}

}  // namespace
}  // namespace passend::scan
