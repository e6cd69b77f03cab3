// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "indexer/base/random.hpp"
#include "indexer/pool/builder.hpp"
#include "indexer/pool/candidate_segment.hpp"
#include "matcher/engine/engine.hpp"
#include "tests/unit/matcher/engine/reference.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::engine {
namespace {

constexpr std::array sorts{SortBy::combined, SortBy::demand, SortBy::supply, SortBy::distance, SortBy::freshness};
constexpr std::array lanes{Lane::fits, Lane::one_question_open};
constexpr std::array<unsigned, 3> thread_counts{1, 2, 8};

/// The built-in profile, or another one within the rules.
criteria::Weights weights_of(Random& random) {
  auto weights = criteria::default_weights();
  if (random.chance(50)) return weights;
  for (auto* side : {&weights.demand, &weights.supply}) {
    for (auto& base : side->base) base = random.chance(15) ? 0 : random.between(1, 1'000);
    side->base[0] = random.between(1, 1'000);
    for (auto& importance : side->importance) {
      importance = CodeNames<Importance>::names[random.below(4)].first;
    }
  }
  weights.multiplier = {0, random.between(1, 5), random.between(1, 20), random.between(1, 100)};
  return weights;
}

MatchQuery query_of(Random& random) {
  MatchQuery query;
  query.lane = lanes[random.below(lanes.size())];
  query.sort = sorts[random.below(sorts.size())];
  query.page_size = static_cast<std::uint64_t>(random.between(1, 6));
  query.page = static_cast<std::uint64_t>(random.between(1, 4));
  query.seed = random.next();
  return query;
}

std::shared_ptr<const pool::Pool> pool_of(const world::RandomRegion& region) {
  return world::pool_of(region.people, region.vacancies);
}

/// One random pool with an engine and the reference over it.
struct Case {
  explicit Case(std::uint64_t seed, int people = 0, int vacancies = 0)
      : random(seed),
        region(world::random_region(random, people != 0 ? people : random.between(0, 12),
                                    vacancies != 0 ? vacancies : random.between(1, 6))),
        pool(random.chance(50) ? pool_of(region) : world::pool_in_parts(region, random)),
        weights(weights_of(random)),
        executor(thread_counts[random.below(thread_counts.size())]),
        settings{world::today(), static_cast<std::size_t>(random.between(1, 9))},
        engine(pool, weights, executor, settings),
        reference(*pool, weights, world::today()) {}

  Random random;
  world::RandomRegion region;
  std::shared_ptr<const pool::Pool> pool;
  criteria::Weights weights;
  Executor executor;
  EngineSettings settings;
  Engine engine;
  Reference reference;
};

template <class Facts>
Facts any(Random& random, const std::vector<Facts>& all) {
  return all[random.below(all.size())];
}

void expect_equal(const MatchPage& page, const MatchPage& expected) {
  EXPECT_EQ(page.lane_counts, expected.lane_counts);
  ASSERT_EQ(page.rows.size(), expected.rows.size());
  for (std::size_t i = 0; i < page.rows.size(); ++i) EXPECT_EQ(page.rows[i], expected.rows[i]) << "row " << i;
  EXPECT_EQ(page.requirement_costs, expected.requirement_costs);
}

TEST(EngineProperty, EqualsTheReferenceForVacanciesOnAnyPool) {
  for (std::uint64_t seed = 0; seed < 2'000 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed);
    for (int i = 0; i < 3; ++i) {
      const auto query = query_of(one.random);
      const auto& vacancy = any(one.random, world::vacancies_of(*one.pool));
      expect_equal(one.engine.candidates_for(vacancy.id, query), one.reference.candidates_for(vacancy, query));
    }
  }
}

TEST(EngineProperty, ListsEveryoneWhoFitsWithTheScoresOfTheReference) {
  for (std::uint64_t seed = 5'000; seed < 7'000 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed, 15, 2);
    for (std::uint32_t row = 0; row < one.pool->vacancy_rows(); ++row) {
      if (one.pool->vacancy_is_void(row)) continue;
      EXPECT_EQ(one.engine.fitting_candidates(row), one.reference.fitting_candidates(one.pool->vacancy(row)));
    }
  }
}

TEST(EngineProperty, MatchesAVacancyOutsideThePoolLikeTheSameInside) {
  for (std::uint64_t seed = 8'000; seed < 8'500 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed, 12, 3);
    const auto query = query_of(one.random);
    const auto vacancy = any(one.random, world::vacancies_of(*one.pool));
    expect_equal(one.engine.candidates_for(vacancy, query), one.engine.candidates_for(vacancy.id, query));
  }
}

TEST(EngineProperty, EqualsTheReferenceForCandidatesOnAnyPool) {
  for (std::uint64_t seed = 10'000; seed < 12'000 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed, 5, 8);
    for (int i = 0; i < 3; ++i) {
      const auto query = query_of(one.random);
      const auto& candidate = any(one.random, world::candidates_of(*one.pool));
      expect_equal(one.engine.vacancies_for(candidate.id, query), one.reference.vacancies_for(candidate, query));
    }
  }
}

TEST(EngineProperty, EqualsTheReferenceOnPoolsThatExceedThePanels) {
  for (std::uint64_t seed = 20'000; seed < 20'004 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed, 600, 90);
    for (const auto sort : sorts) {
      for (const auto lane : lanes) {
        const MatchQuery query{lane, sort, static_cast<std::uint64_t>(one.random.between(1, 3)), 40, seed};
        const auto& vacancy = any(one.random, world::vacancies_of(*one.pool));
        expect_equal(one.engine.candidates_for(vacancy.id, query), one.reference.candidates_for(vacancy, query));
      }
    }
    const auto& candidate = any(one.random, world::candidates_of(*one.pool));
    expect_equal(one.engine.vacancies_for(candidate.id, {}), one.reference.vacancies_for(candidate, {}));
  }
}

TEST(EngineProperty, EqualsTheReferenceAcrossBlocksOfTheScan) {
  Random random(25'000);
  const auto region = world::random_region(random, pool::rows_per_block + 700, 3);
  const auto pool = pool_of(region);
  const Reference reference(*pool, criteria::default_weights(), world::today());
  const auto vacancy = any(random, world::vacancies_of(*pool));
  for (const unsigned threads : thread_counts) {
    const Executor executor(threads);
    const Engine engine(pool, criteria::default_weights(), executor, {world::today()});
    const MatchQuery query{Lane::fits, SortBy::combined, 1, 25, 7};
    expect_equal(engine.candidates_for(vacancy.id, query), reference.candidates_for(vacancy, query));
  }
}

/// What an engine takes over from the one before must not show.
TEST(EngineProperty, FollowsChangesToTheSameAnswersAsAnEngineMadeAnew) {
  for (std::uint64_t seed = 26'000; seed < 26'200 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed, seed % 10 == 0 ? 400 : 20, 6);
    for (std::uint32_t row = 0; row < one.pool->vacancy_rows(); ++row) {
      if (one.random.chance(60) && !one.pool->vacancy_is_void(row)) one.engine.fitting_candidates(row);
    }
    const auto fresh = world::random_region(one.random, 3, 2);
    pool::LooseRecords changes{fresh.people, fresh.vacancies, {}};
    changes.profiles[0].id = any(one.random, one.region.people).id;
    changes.vacancies[0].id = any(one.random, one.region.vacancies).id;
    changes.erased = {any(one.random, one.region.people).id.value};
    if (changes.erased[0] == changes.profiles[0].id.value) changes.erased.clear();
    const pool::Builder builder(world::tiny_taxonomy(), world::line_of_postcodes());
    const auto next = builder.refresh(*one.pool, changes);
    const Engine follower(next, one.engine, world::today());
    const Engine anew(next, one.weights, one.executor, one.settings);
    const auto query = query_of(one.random);
    for (const auto& vacancy : world::vacancies_of(*next)) {
      expect_equal(follower.candidates_for(vacancy.id, query), anew.candidates_for(vacancy.id, query));
    }
    for (const auto& candidate : world::candidates_of(*next)) {
      expect_equal(follower.vacancies_for(candidate.id, query), anew.vacancies_for(candidate.id, query));
      if (one.random.chance(80)) break;
    }
  }
}

/// Sum of the contributions of one side.
int total_of(const PairExplanation& explanation, Side side) {
  int total = 0;
  for (const auto& result : explanation.criteria) {
    if (result.side == side) total += result.contribution_bp;
  }
  return total;
}

/// No line may differ from its exact share by a whole basis point, and whoever was rounded up lost at least as much as
/// whoever was not and was not held down by the maximum.
void expect_fair_rounding(const PairExplanation& explanation, Side side) {
  std::int64_t weight = 0;
  for (const auto& result : explanation.criteria) weight += result.side == side ? result.weight : 0;
  std::int64_t least_raised = weight;
  std::int64_t most_lowered = -1;
  for (const auto& result : explanation.criteria) {
    if (result.side != side) continue;
    const std::int64_t share = std::int64_t{result.weight} * result.degree_bp;
    const std::int64_t difference = result.contribution_bp - share / weight;
    ASSERT_TRUE(difference == 0 || difference == 1);
    if (difference == 1) least_raised = std::min(least_raised, share % weight);
    if (difference == 0 && result.contribution_bp < result.maximum_bp) {
      most_lowered = std::max(most_lowered, share % weight);
    }
  }
  EXPECT_GE(least_raised, most_lowered);
}

TEST(EngineProperty, ExplainsEachPairWithTheNumbersOfTheReference) {
  for (std::uint64_t seed = 30'000; seed < 32'000 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed, 6, 3);
    const auto& candidate = any(one.random, world::candidates_of(*one.pool));
    const auto& vacancy = any(one.random, world::vacancies_of(*one.pool));
    const auto explanation = one.engine.explain(candidate.id, vacancy.id, seed);
    for (const auto side : {Side::demand, Side::supply}) {
      std::vector<CriterionResult> results;
      for (const auto& result : explanation.criteria) {
        if (result.side == side) results.push_back(result);
      }
      const auto lines = one.reference.lines(side, candidate, vacancy);
      ASSERT_EQ(results.size(), lines.size());
      for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_EQ(results[i].criterion, lines[i].criterion);
        EXPECT_EQ(results[i].importance, lines[i].importance);
        EXPECT_EQ(results[i].verdict, lines[i].verdict);
        EXPECT_EQ(results[i].degree_bp, lines[i].degree_bp);
        EXPECT_EQ(results[i].weight, lines[i].weight);
        EXPECT_FALSE(results[i].evidence.empty()) << static_cast<int>(results[i].criterion);
      }
      expect_fair_rounding(explanation, side);
    }
    EXPECT_EQ(total_of(explanation, Side::demand), explanation.demand.expected_bp);
    EXPECT_EQ(total_of(explanation, Side::supply), explanation.supply.expected_bp);
  }
}

/// An unknown that names nobody could not be asked of anyone.
TEST(EngineProperty, SaysOfEveryUnknownWhoLeftItBlank) {
  for (std::uint64_t seed = 40'000; seed < 42'000 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed, 3, 2);
    const auto explanation = one.engine.explain(any(one.random, world::candidates_of(*one.pool)).id,
                                                any(one.random, world::vacancies_of(*one.pool)).id, seed);
    for (const auto& result : explanation.criteria) {
      if (result.verdict != Verdict::unknown) continue;
      const bool named = std::any_of(result.evidence.begin(), result.evidence.end(), [](const Evidence& evidence) {
        return evidence.kind == Evidence::Kind::not_stated_by_person ||
               evidence.kind == Evidence::Kind::not_stated_by_vacancy;
      });
      EXPECT_TRUE(named) << to_text(result.criterion) << " of side " << static_cast<int>(result.side);
    }
  }
}

TEST(EngineProperty, GivesAPairTheSameScoresAndLaneInEveryDirection) {
  for (std::uint64_t seed = 50'000; seed < 50'500 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Case one(seed, 6, 6);
    MatchQuery query = query_of(one.random);
    query.page = 1;
    query.page_size = 1'000;
    for (const auto& vacancy : world::vacancies_of(*one.pool)) {
      for (const auto& row : one.engine.candidates_for(vacancy.id, query).rows) {
        const auto explanation = one.engine.explain(CandidateId{row.id}, vacancy.id, query.seed);
        EXPECT_EQ(explanation.combined, row.combined);
        EXPECT_EQ(explanation.lane, row.lane);
        if (query.sort == SortBy::combined) {
          EXPECT_EQ(explanation.rank, row.rank);
        }
        if (vacancy.closes && *vacancy.closes < world::today()) continue;
        const auto back = one.engine.vacancies_for(CandidateId{row.id}, query).rows;
        const auto same =
            std::find_if(back.begin(), back.end(), [&](const MatchRow& r) { return r.id == vacancy.id.value; });
        ASSERT_NE(same, back.end());
        EXPECT_EQ(same->demand, row.demand);
        EXPECT_EQ(same->supply, row.supply);
        EXPECT_EQ(same->combined, row.combined);
        EXPECT_EQ(same->open_criteria, row.open_criteria);
      }
    }
  }
}

TEST(EngineProperty, KeepsTheExpectedScoreInsideTheInterval) {
  for (std::uint64_t seed = 60'000; seed < 60'500; ++seed) {
    Case one(seed, 10, 2);
    for (const auto lane : lanes) {
      for (const auto& row : one.engine.candidates_for(world::vacancies_of(*one.pool)[0].id, {lane}).rows) {
        for (const auto& score : {row.combined, row.demand, row.supply}) {
          EXPECT_LE(0, score.low_bp);
          EXPECT_LE(score.low_bp, score.expected_bp);
          EXPECT_LE(score.expected_bp, score.high_bp);
          EXPECT_LE(score.high_bp, 10'000);
        }
      }
    }
  }
}

TEST(EngineProperty, JoinsItsPagesToTheWholeList) {
  for (std::uint64_t seed = 70'000; seed < 70'200; ++seed) {
    Case one(seed, 40, 1);
    auto query = query_of(one.random);
    const auto vacancy = world::vacancies_of(*one.pool)[0].id;
    query.page = 1;
    const auto size = query.page_size;
    query.page_size = 1'000;
    const auto whole = one.engine.candidates_for(vacancy, query).rows;
    std::vector<MatchRow> joined;
    query.page_size = size;
    while (true) {
      const auto rows = one.engine.candidates_for(vacancy, query).rows;
      if (rows.empty()) break;
      joined.insert(joined.end(), rows.begin(), rows.end());
      ++query.page;
    }
    EXPECT_EQ(joined, whole);
  }
}

TEST(EngineProperty, ComesOutTheSameForAnyThreadsBlocksAndOrderOfRegistration) {
  for (std::uint64_t seed = 80'000; seed < 80'100; ++seed) {
    Case one(seed, 50, 4);
    auto region = one.region;
    for (std::size_t i = region.people.size(); i > 1; --i)
      std::swap(region.people[i - 1], region.people[one.random.below(i)]);
    std::reverse(region.vacancies.begin(), region.vacancies.end());
    const auto query = query_of(one.random);
    const auto expected = one.engine.candidates_for(world::vacancies_of(*one.pool)[0].id, query).rows;
    for (const unsigned threads : thread_counts) {
      const Executor executor(threads);
      for (const std::size_t block : {1U, 7U, 1'000U}) {
        const Engine other(pool_of(region), one.weights, executor, {world::today(), block});
        EXPECT_EQ(other.candidates_for(world::vacancies_of(*one.pool)[0].id, query).rows, expected);
      }
    }
  }
}

std::vector<void (*)(SearchProfile&)> ways_to_blank_a_person() {
  return {[](SearchProfile& p) { p.wanted_occupations.reset(); },
          [](SearchProfile& p) { p.experience.reset(); },
          [](SearchProfile& p) { p.competences.reset(); },
          [](SearchProfile& p) { p.work_level.reset(); },
          [](SearchProfile& p) { p.education.reset(); },
          [](SearchProfile& p) { p.languages.reset(); },
          [](SearchProfile& p) { p.driving_licences.reset(); },
          [](SearchProfile& p) { p.credentials.reset(); },
          [](SearchProfile& p) { p.mobility = {}; },
          [](SearchProfile& p) { p.mobility.transport.reset(); },
          [](SearchProfile& p) { p.mobility.maximum_distance_km.reset(); },
          [](SearchProfile& p) { p.hours = {}; },
          [](SearchProfile& p) { p.working_times = {}; },
          [](SearchProfile& p) { p.available = {}; },
          [](SearchProfile& p) { p.contract_types.reset(); },
          [](SearchProfile& p) { p.agreements.reset(); },
          [](SearchProfile& p) { p.needed_conditions.reset(); }};
}

std::vector<void (*)(Vacancy&)> ways_to_blank_a_vacancy() {
  return {[](Vacancy& v) { v.occupation.reset(); },
          [](Vacancy& v) { v.competences.reset(); },
          [](Vacancy& v) { v.work_level.reset(); },
          [](Vacancy& v) { v.education.reset(); },
          [](Vacancy& v) { v.languages.reset(); },
          [](Vacancy& v) { v.driving_licences.reset(); },
          [](Vacancy& v) { v.credentials.reset(); },
          [](Vacancy& v) { v.experience_years.reset(); },
          [](Vacancy& v) { v.location = {}; },
          [](Vacancy& v) { v.hours = {}; },
          [](Vacancy& v) { v.working_times = {}; },
          [](Vacancy& v) { v.period = {}; },
          [](Vacancy& v) { v.contract_types.reset(); },
          [](Vacancy& v) { v.agreements.reset(); },
          [](Vacancy& v) { v.offered_conditions.reset(); }};
}

std::vector<Criterion> failed(const SearchProfile& person, const Vacancy& vacancy) {
  const Executor executor(1);
  const Engine engine(world::pool_of({person}, {vacancy}), criteria::default_weights(), executor, {world::today()});
  return engine.explain(person.id, vacancy.id, 0).failed;
}

TEST(EngineProperty, NeverKnocksOutForWhatIsUnknown) {
  for (std::uint64_t seed = 90'000; seed < 90'300 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const auto person = world::random_person(random);
    const auto vacancy = world::random_vacancy(random);
    const auto before = failed(person, vacancy);
    const auto expect_no_more = [&](const std::vector<Criterion>& after, std::size_t way) {
      EXPECT_TRUE(std::includes(before.begin(), before.end(), after.begin(), after.end())) << "way " << way;
    };
    const auto person_ways = ways_to_blank_a_person();
    for (std::size_t way = 0; way < person_ways.size(); ++way) {
      auto blanked = person;
      person_ways[way](blanked);
      expect_no_more(failed(blanked, vacancy), way);
    }
    const auto vacancy_ways = ways_to_blank_a_vacancy();
    for (std::size_t way = 0; way < vacancy_ways.size(); ++way) {
      auto blanked = vacancy;
      vacancy_ways[way](blanked);
      expect_no_more(failed(person, blanked), 100 + way);
    }
  }
}

}  // namespace
}  // namespace passend::engine
