// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/batch/batch.hpp"
#include "tests/unit/matcher/batch/region.hpp"

namespace passend::batch {
namespace {

using test::Region;
using world::TemporaryDirectory;

/// Ends the work the n-th time that it is asked.
Watch stopping_after(int looks) {
  auto left = std::make_shared<int>(looks);
  Watch watch;
  watch.stop = [left] { return (*left)-- <= 0; };
  return watch;
}

BatchOptions into(const std::filesystem::path& directory) {
  BatchOptions options;
  options.output = directory;
  options.vacancies_per_chunk = 4;
  return options;
}

std::size_t chunks_in(const std::filesystem::path& work) {
  std::size_t chunks = 0;
  for (const auto& entry : std::filesystem::directory_iterator(work)) {
    chunks += entry.path().filename().string().starts_with("chunk-") ? 1 : 0;
  }
  return chunks;
}

struct Refusal {
  ErrorCode code = ErrorCode::count_;
  std::string words;
};

Refusal refusal_of(const Region& region, const Inputs& inputs, const BatchOptions& options, const Watch& watch) {
  try {
    run_batch(region.engine, inputs, region.executor, options, watch);
  } catch (const Error& error) {
    return {error.code(), error.what()};
  }
  return {};
}

TEST(BatchRestart, GoesOnWhereItWasStoppedAndMatchesNoChunkTwice) {
  const Region region(1, 60, 42);
  const auto inputs = region.inputs(3);
  const TemporaryDirectory directory;
  run_batch(region.engine, inputs, region.executor, into(directory.path() / "whole"), {});
  for (int looks = 0; looks < 12; ++looks) {
    const auto options = into(directory.path() / ("stopped-" + std::to_string(looks)));
    const auto refusal = refusal_of(region, inputs, options, stopping_after(looks));
    if (refusal.code == ErrorCode::count_) break;
    EXPECT_EQ(refusal.code, ErrorCode::cancelled);
    const auto finished = chunks_in(options.output / "work");
    const auto summary = run_batch(region.engine, inputs, region.executor, options, {});
    EXPECT_EQ(summary.chunks_taken_up, finished);
    const auto open = region.engine.pool().vacancy_count();
    EXPECT_LE(summary.chunks_matched, (open + 3) / 4 - finished);
    EXPECT_EQ(test::read_output(options.output), test::read_output(directory.path() / "whole"));
  }
}

TEST(BatchRestart, TakesUpChunksOfAnySize) {
  const Region region(2, 40, 42);
  const TemporaryDirectory directory;
  auto options = into(directory.path());
  EXPECT_EQ(refusal_of(region, region.inputs(3), options, stopping_after(3)).code, ErrorCode::cancelled);
  options.vacancies_per_chunk = 9;
  EXPECT_EQ(run_batch(region.engine, region.inputs(3), region.executor, options, {}).chunks_taken_up, 3u);
  EXPECT_EQ(test::read_output(directory.path()), test::expected_output(*region.pool, region.inputs(3)));
}

TEST(BatchRestart, RefusesOtherInputsByNameUntilToldToBeginAnew) {
  const Region region(3, 40, 42);
  const TemporaryDirectory directory;
  auto options = into(directory.path());
  EXPECT_EQ(refusal_of(region, region.inputs(3), options, stopping_after(3)).code, ErrorCode::cancelled);
  const auto refusal = refusal_of(region, region.inputs(3, 8), options, {});
  EXPECT_EQ(refusal.code, ErrorCode::conflict);
  EXPECT_NE(refusal.words.find("seed: 7 then, 8 now"), std::string::npos) << refusal.words;
  EXPECT_NE(refusal.words.find("--restart"), std::string::npos);
  options.earlier = EarlierWork::thrown_away;
  const auto summary = run_batch(region.engine, region.inputs(3, 8), region.executor, options, {});
  EXPECT_EQ(summary.chunks_taken_up, 0u);
  EXPECT_EQ(test::read_output(directory.path()), test::expected_output(*region.pool, region.inputs(3, 8)));
}

TEST(BatchRestart, MatchesADamagedChunkAgainAndSaysSo) {
  const Region region(4, 40, 42);
  const TemporaryDirectory directory;
  const auto options = into(directory.path());
  EXPECT_EQ(refusal_of(region, region.inputs(3), options, stopping_after(4)).code, ErrorCode::cancelled);
  const auto damaged = directory.path() / "work" / "chunk-0000000004-0000000008";
  ASSERT_TRUE(std::filesystem::exists(damaged));
  std::ofstream(damaged, std::ios::app) << "x";
  std::ofstream(directory.path() / "work" / "chunk-0000000016-0000000020.new") << "half";
  std::string remarks;
  Watch watch;
  watch.remark = [&](std::string_view words) { remarks += std::string(words) + "\n"; };
  const auto summary = run_batch(region.engine, region.inputs(3), region.executor, options, watch);
  EXPECT_EQ(summary.chunks_taken_up, 3u);
  EXPECT_NE(remarks.find("chunk-0000000004-0000000008"), std::string::npos) << remarks;
  EXPECT_EQ(test::read_output(directory.path()), test::expected_output(*region.pool, region.inputs(3)));
}

TEST(BatchRestart, RefusesToWorkBesideAnotherProcess) {
  const Region region(5, 10, 10);
  const TemporaryDirectory directory;
  const auto inputs = region.inputs(3);
  const WorkDirectory other(directory.path() / "work", inputs, {}, EarlierWork::taken_up);
  EXPECT_EQ(refusal_of(region, inputs, into(directory.path()), {}).code, ErrorCode::storage_busy);
}

}  // namespace
}  // namespace passend::batch
