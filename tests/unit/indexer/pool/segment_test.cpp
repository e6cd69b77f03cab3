// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "indexer/pool/builder.hpp"
#include "indexer/pool/resolve_facts.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::pool {
namespace {

TEST(Segment, GivesBackTheFactsOfEveryPersonAndVacancy) {
  Random random(41);
  const auto region = world::random_region(random, 2'000, 300);
  const auto pool = world::pool_of(region.people, region.vacancies);
  Resolver resolver(*world::tiny_taxonomy());
  CandidateFacts again;  // One object for all: nothing of the one before may stay behind.
  for (const auto& person : region.people) {
    const auto row = pool->find(person.id);
    ASSERT_TRUE(row);
    pool->read_candidate(*row, again);
    ASSERT_EQ(again, candidate_facts(person, resolver));
    ASSERT_EQ(pool->candidate_updated(*row), person.updated);
  }
  VacancyFacts vacancy_again;
  for (const auto& vacancy : region.vacancies) {
    const auto row = pool->find(vacancy.id);
    ASSERT_TRUE(row);
    pool->read_vacancy(*row, vacancy_again);
    ASSERT_EQ(vacancy_again, vacancy_facts(vacancy, resolver, *world::line_of_postcodes()));
    ASSERT_EQ(pool->vacancy_updated(*row), vacancy_again.updated);
    ASSERT_EQ(pool->vacancy_closes(*row), vacancy_again.closes);
  }
}

/// Which rows hold what, read from the facts.
using Holders = std::map<std::tuple<PostingKind, Concept, unsigned>, std::vector<std::uint32_t>>;

Holders holders_by_facts(const CandidateSegment& segment) {
  Holders holders;
  CandidateFacts facts;
  for (std::uint32_t row = 0; row < segment.size(); ++row) {
    segment.read(row, facts);
    for (const auto wanted : facts.wanted_occupations.items) {
      holders[{PostingKind::wanted_occupation, wanted, 0}].push_back(row);
    }
    for (const auto& time : facts.experience.items) {
      holders[{PostingKind::past_occupation, time.occupation, 0}].push_back(row);
    }
    for (const auto& held : facts.competences.items) {
      const unsigned level = held.level ? static_cast<unsigned>(*held.level) : 0;
      holders[{PostingKind::competence, held.competence, level}].push_back(row);
    }
  }
  return holders;
}

TEST(Segment, ListsForEveryConceptThoseWhoHoldItBlockByBlock) {
  Random random(42);
  const auto region = world::random_region(random, static_cast<int>(rows_per_block) + 500, 0);
  const auto pool = world::pool_of(region.people, {});
  const auto& segment = *pool->candidate_parts().front().segment;
  ASSERT_EQ(segment.blocks(), 2U);
  const auto holders = holders_by_facts(segment);
  for (Concept index = 0; index < world::tiny_taxonomy()->size(); ++index) {
    for (const auto kind : {PostingKind::wanted_occupation, PostingKind::past_occupation, PostingKind::competence}) {
      for (unsigned level = 0; level <= 4; ++level) {
        std::vector<std::uint32_t> rows;
        if (const auto list = segment.posting_list(kind, index, level)) {
          for (std::uint32_t block = 0; block < segment.blocks(); ++block) {
            for (const auto posting : segment.postings(*list, block)) rows.push_back(block * rows_per_block + posting);
          }
          EXPECT_FALSE(rows.empty()) << "a list without anybody";
        }
        const auto expected = holders.find({kind, index, level});
        ASSERT_EQ(rows, expected == holders.end() ? std::vector<std::uint32_t>{} : expected->second);
      }
    }
  }
}

TEST(Segment, ReadsOneAspectAndLeavesTheOthersAlone) {
  Random random(43);
  const auto pool = world::pool_of(world::random_region(random, 50, 0).people, {});
  const auto& segment = *pool->candidate_parts().front().segment;
  CandidateFacts whole;
  for (std::uint32_t row = 0; row < segment.size(); ++row) {
    segment.read(row, whole);
    CandidateFacts by_parts;
    by_parts.id = whole.id;
    by_parts.pc4 = whole.pc4;
    by_parts.updated = whole.updated;
    EXPECT_NE(by_parts, whole);
    segment.read_lists(row, by_parts);
    for (std::size_t i = aspect_count; i-- > 0;) {
      const auto aspect = static_cast<Aspect>(i);
      const std::uint32_t number = segment.aspect(aspect)[row];
      ASSERT_LT(number, segment.aspect(aspect).entries);
      segment.read_aspect(aspect, number, by_parts);
    }
    EXPECT_EQ(by_parts, whole);
  }
}

TEST(Segment, KeepsEveryEntryOfADictionaryOnceAndTheMostUsedFirst) {
  Random random(44);
  const auto pool = world::pool_of(world::random_region(random, 3'000, 0).people, {});
  const auto& segment = *pool->candidate_parts().front().segment;
  for (std::size_t i = 0; i < aspect_count; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    const auto& column = segment.aspect(aspect);
    std::vector<std::uint32_t> uses(column.entries, 0);
    for (std::uint32_t row = 0; row < segment.size(); ++row) ++uses.at(column[row]);
    EXPECT_TRUE(std::is_sorted(uses.rbegin(), uses.rend()));
    EXPECT_GT(uses.back(), 0U);
    std::set<std::string> entries;
    for (std::uint32_t number = 0; number < column.entries; ++number) {
      const auto bytes = segment.packed_aspect(aspect, number);
      entries.emplace(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    EXPECT_EQ(entries.size(), column.entries);
  }
}

TEST(Segment, MayBeEmpty) {
  const auto pool = world::pool_of({}, {});
  EXPECT_EQ(pool->candidate_rows(), 0U);
  EXPECT_EQ(pool->vacancy_rows(), 0U);
  EXPECT_EQ(pool->find(world::candidate_id(1)), std::nullopt);
  EXPECT_EQ(pool->find(world::vacancy_id(1)), std::nullopt);
  EXPECT_EQ(pool->candidate_parts().front().segment->posting_list(PostingKind::competence, 1, 0), std::nullopt);
}

TEST(StoredDay, KeepsTheDaysOf1900To2079AndTheNearestOfOthers) {
  const auto round_trip = [](Date date) { return day_of(stored_day(date)); };
  EXPECT_EQ(stored_day(std::nullopt), 0);
  EXPECT_EQ(day_of(0), std::nullopt);
  for (const auto& [year, month, day] : {std::tuple{1900, 1, 1}, {1970, 1, 1}, {2027, 2, 1}, {2079, 6, 5}}) {
    EXPECT_EQ(round_trip(*Date::of(year, month, day)), Date::of(year, month, day));
  }
  EXPECT_EQ(round_trip(*Date::of(2079, 6, 6)), Date::of(2079, 6, 5));
  EXPECT_EQ(round_trip(*Date::of(2199, 12, 31)), Date::of(2079, 6, 5));
}

class PoolInParts : public testing::TestWithParam<int> {};

TEST_P(PoolInParts, HoldsTheSameFactsAsOneThatIsBuiltAtOnce) {
  Random random(static_cast<std::uint64_t>(GetParam()));
  const auto region = world::random_region(random, 60, 30);
  const auto parts = world::pool_in_parts(region, random);
  const auto whole = world::pool_of(region.people, region.vacancies);
  EXPECT_EQ(world::candidates_of(*parts), world::candidates_of(*whole));
  EXPECT_EQ(world::vacancies_of(*parts), world::vacancies_of(*whole));
  EXPECT_EQ(parts->candidate_count(), whole->candidate_count());
  EXPECT_EQ(parts->vacancy_count(), whole->vacancy_count());
  EXPECT_GT(parts->candidate_rows(), whole->candidate_rows());
  EXPECT_EQ(parts->candidate_parts().size(), 2U);
  for (const auto& person : region.people) {
    const auto row = parts->find(person.id);
    ASSERT_TRUE(row);
    EXPECT_FALSE(parts->candidate_is_void(*row));
    EXPECT_EQ(parts->candidate_id(*row), person.id);
    EXPECT_EQ(parts->candidate(*row), whole->candidate(*whole->find(person.id)));
  }
  for (std::uint32_t row = 0; row < parts->vacancy_rows(); ++row) {
    if (parts->vacancy_is_void(row)) {
      EXPECT_NE(parts->find(parts->vacancy_id(row)), row);
    } else {
      EXPECT_EQ(parts->find(parts->vacancy_id(row)), row);
    }
  }
}

TEST_P(PoolInParts, IsMergedToTheBytesOfOneThatIsBuiltAtOnce) {
  Random random(static_cast<std::uint64_t>(GetParam()) + 1'000);
  const auto region = world::random_region(random, 60, 30);
  const auto parts = world::pool_in_parts(region, random);
  const auto merged = Builder(world::tiny_taxonomy(), world::line_of_postcodes()).merge(*parts);
  const auto whole = world::pool_of(region.people, region.vacancies);
  EXPECT_EQ(merged->candidate_rows(), whole->candidate_rows());
  EXPECT_EQ(merged->candidate_parts().front().segment->memory(), whole->candidate_parts().front().segment->memory());
  EXPECT_EQ(world::candidates_of(*merged), world::candidates_of(*whole));
  EXPECT_EQ(world::vacancies_of(*merged), world::vacancies_of(*whole));
  EXPECT_EQ(merged->position(), parts->position());
}

INSTANTIATE_TEST_SUITE_P(RandomHistories, PoolInParts, testing::Range(0, 40));

}  // namespace
}  // namespace passend::pool
