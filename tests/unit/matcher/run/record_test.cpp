// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "tests/unit/matcher/run/runs.hpp"

namespace passend::run::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(RunRecord, ComesBackAsItWasWritten) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Asking asking(seed);
    for (const auto& run :
         {asking.candidates_for(3), asking.vacancies_for(5), asking.tried_out(),
          asking.candidates_for(
              4, {.sort = engine::SortBy::distance, .page = 2, .page_size = 7, .seed = 0xFEDCBA9876543210ULL})}) {
      const auto text = encode(run);
      const auto back = std::get<run::Run>(decode(text));
      EXPECT_EQ(back, run) << text;
      EXPECT_EQ(encode(back), text);
    }
  }
}

TEST(RunRecord, OfABatchComesBackToo) {
  BatchShowings batch;
  batch.time = {1'800'000'000'123};
  batch.id = new_run_id(batch.time);
  batch.vacancies = 1'000;
  batch.showings = {{10, 25, 50}, {world::candidate_id(1), world::candidate_id(2)}, {0, 2, 7, 1, 1, 1}};
  EXPECT_EQ(std::get<BatchShowings>(decode(encode(batch))), batch);
}

TEST(RunRecord, HoldsEverythingThatWentIn) {
  const Asking asking;
  const auto run = asking.candidates_for(0);
  EXPECT_EQ(run.inputs.weights, criteria::default_weights());
  EXPECT_EQ(run.inputs.taxonomy_hash, world::tiny_taxonomy()->hash());
  EXPECT_EQ(run.inputs.taxonomy_name, world::tiny_taxonomy()->name());
  EXPECT_EQ(run.inputs.postcodes_hash.size(), 64U);
  EXPECT_EQ(run.inputs.today, world::today());
  EXPECT_FALSE(run.inputs.engine_version.empty());
  EXPECT_EQ(run.result_hash, sha256_hex(canonical_bytes(run.result)));
}

TEST(RunRecord, RefusesEveryShortening) {
  const Asking asking;
  const auto text = encode(asking.tried_out());
  for (std::size_t length = 0; length < text.size(); length += 7) {
    EXPECT_THROW(decode(std::string_view(text).substr(0, length)), Error) << length;
  }
}

TEST(RunRecord, RefusesAChangedByteOrReadsAnotherRecordButNeverFallsOver) {
  const Asking asking;
  const auto text = encode(asking.candidates_for(1));
  Random random(7);
  for (int round = 0; round < 3'000; ++round) {
    auto damaged = text;
    damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
    try {
      EXPECT_EQ(encode(decode(damaged)), damaged);
    } catch (const Error&) {
    }
  }
}

TEST(RunRecord, RefusesWhatAnotherVersionOrSomebodyElseWrote) {
  for (const char* text : {"", "{}", "[]", "null", R"({"id":"00","kind":"match-1"})",
                           R"({"id":"00000000000000000000000000000001","kind":"match-2"})"}) {
    try {
      decode(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::malformed_document) << text;
    }
  }
}

TEST(RunId, IsAscendingInTimeAndSaysIt) {
  const Timestamp time{1'795'305'600'123};
  EXPECT_EQ(time_of(new_run_id(time)), time);
  EXPECT_LT(new_run_id(time), new_run_id({time.milliseconds + 1}));
  EXPECT_NE(new_run_id(time), new_run_id(time));
}

TEST(ResultHash, IsOverTheseBytes) {
  Result result;
  result.lane_counts = {1, 2, 3};
  result.rows.push_back({.id = world::candidate_id(1).value,
                         .rank = 1,
                         .lane = engine::Lane::one_question_open,
                         .combined = {7'806, 7'597, 8'009},
                         .demand = {7'886, 7'470, 8'303},
                         .supply = {7'727, 7'727, 7'727},
                         .distance_m = 15'000,
                         .open_criteria = 4});
  engine::MatchRow second;
  second.id = world::candidate_id(2).value;
  second.rank = 2;
  result.rows.push_back(second);
  result.requirement_costs.push_back({engine::Side::supply, Criterion::distance, 9, 8, 7, 6});
  EXPECT_EQ(canonical_bytes(result),
            "passend-result-1\n"
            "lanes 1 2 3\n"
            "row 000000000000000c0000000000000001 1 1 7806 7597 8009 7886 7470 8303 7727 7727 7727 15000 4 0\n"
            "row 000000000000000c0000000000000002 2 0 0 0 0 0 0 0 0 0 0 - 0 0\n"
            "cost 1 8 9 8 7 6\n");
}

TEST(ResultHash, DiffersForEveryDifferenceOfAPage) {
  const Asking asking;
  const auto run = asking.candidates_for(2);
  ASSERT_GT(run.result.rows.size(), 1U);
  const auto hash_with = [&](auto&& change) {
    auto result = run.result;
    change(result);
    return sha256_hex(canonical_bytes(result));
  };
  EXPECT_EQ(hash_with([](Result&) {}), run.result_hash);
  EXPECT_NE(hash_with([](Result& r) { ++r.lane_counts[2]; }), run.result_hash);
  EXPECT_NE(hash_with([](Result& r) { ++r.rows[0].combined.expected_bp; }), run.result_hash);
  EXPECT_NE(hash_with([](Result& r) { r.rows[0].distance_m = 1; }), run.result_hash);
  EXPECT_NE(hash_with([](Result& r) { r.rows[0].failed_criteria ^= 1; }), run.result_hash);
  EXPECT_NE(hash_with([](Result& r) { r.rows.pop_back(); }), run.result_hash);
  EXPECT_NE(hash_with([](Result& r) { r.requirement_costs.push_back({}); }), run.result_hash);
}

}  // namespace
}  // namespace passend::run::test
