// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/batch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "tests/unit/matcher/batch/region.hpp"

namespace passend::batch {
namespace {

using test::Output;
using test::Region;
using world::TemporaryDirectory;

BatchOptions into(const std::filesystem::path& directory, std::uint32_t chunk = 256) {
  BatchOptions options;
  options.output = directory;
  options.vacancies_per_chunk = chunk;
  return options;
}

Output run(const Region& region, const Inputs& inputs, const Executor& executor, std::uint32_t chunk) {
  const TemporaryDirectory directory;
  const auto options = into(directory.path() / "out", chunk);
  run_batch(region.engine, inputs, executor, options, {});
  return test::read_output(options.output);
}

TEST(Batch, ListsWhatTheReferenceListsBothWays) {
  std::size_t lines = 0;
  for (std::uint64_t seed = 0; seed < 40 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const Region region(seed, 40, 30);
    for (const std::uint32_t top : {1U, 3U, 50U}) {
      const auto inputs = region.inputs(top, seed);
      const auto output = run(region, inputs, region.executor, 8);
      ASSERT_EQ(output, test::expected_output(*region.pool, inputs));
      lines += static_cast<std::size_t>(std::count(output.per_candidate.begin(), output.per_candidate.end(), '\n'));
    }
  }
  std::cout << lines << " lines of candidates compared\n";
  EXPECT_GT(lines, 10'000u);
}

TEST(Batch, WritesTheSamePairsAsCsv) {
  const Region region(5, 60, 40);
  const TemporaryDirectory directory;
  auto options = into(directory.path());
  options.format = Format::csv;
  run_batch(region.engine, region.inputs(4), region.executor, options, {});
  EXPECT_EQ(test::read_output(directory.path(), Format::csv),
            test::expected_output(*region.pool, region.inputs(4), Format::csv));
}

TEST(Batch, ComesOutTheSameForAnyThreadsAndChunks) {
  const Region region(11, 300, 150);
  const auto inputs = region.inputs(5);
  const auto expected = run(region, inputs, Executor(1), 256);
  EXPECT_FALSE(expected.per_candidate.empty());
  for (const unsigned threads : {1U, 2U, 8U}) {
    for (const std::uint32_t chunk : {7U, 64U, 1'000U}) {
      EXPECT_EQ(run(region, inputs, Executor(threads), chunk), expected) << threads << " threads, chunks of " << chunk;
    }
  }
}

TEST(Batch, OrdersEqualsByTheSeedAndNotByRegistration) {
  const Region region(12, 200, 100);
  EXPECT_NE(run(region, region.inputs(3, 1), region.executor, 64),
            run(region, region.inputs(3, 2), region.executor, 64));
}

TEST(Batch, LeavesOutVacanciesThatClosedBeforeTheDay) {
  Region region(13, 30, 30);
  const auto first = run(region, region.inputs(50), region.executor, 64);
  std::set<std::string> closed;
  for (const auto& vacancy : world::vacancies_of(*region.pool)) {
    if (vacancy.closes && *vacancy.closes < world::today()) closed.insert(to_text(vacancy.id));
  }
  ASSERT_FALSE(closed.empty());
  for (const auto& id : closed) EXPECT_EQ(first.per_vacancy.find(id), std::string::npos);
}

TEST(Batch, OfAnEmptyPoolIsTwoEmptyFiles) {
  const Region region(14, 0, 0);
  EXPECT_EQ(run(region, region.inputs(50), region.executor, 64), Output{});
}

TEST(Batch, SummarisesWhoWasListed) {
  const Region region(15, 80, 40);
  const TemporaryDirectory directory;
  const auto summary = run_batch(region.engine, region.inputs(2), region.executor, into(directory.path()), {});
  const auto output = test::read_output(directory.path());
  EXPECT_EQ(summary.candidates, 80u);
  std::map<CandidateId, std::uint32_t> lists;
  for (const auto& candidate : world::candidates_of(*region.pool)) {
    const auto text = to_text(candidate.id);
    for (auto at = output.per_vacancy.find(text); at != std::string::npos; at = output.per_vacancy.find(text, at + 1)) {
      ++lists[candidate.id];
    }
  }
  EXPECT_EQ(summary.showings.tops, std::vector<std::uint32_t>{2});
  ASSERT_EQ(summary.showings.people.size(), lists.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    EXPECT_EQ(summary.showings.lists_of(i)[0], lists.at(summary.showings.people[i]));
  }
  EXPECT_EQ(summary.result_hash.size(), 64u);
  EXPECT_NE(read_file(directory.path() / "batch.json").find(summary.result_hash), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(directory.path() / "work"));
}

std::vector<std::filesystem::path> run_partitions(const Region& region, const Inputs& inputs,
                                                  const std::filesystem::path& directory, std::uint32_t count) {
  std::vector<std::filesystem::path> files;
  for (std::uint32_t index = 1; index <= count; ++index) {
    auto options = into(directory, 5);
    options.partition = {index, count};
    files.push_back(run_batch(region.engine, inputs, region.executor, options, {}).files.at(0));
  }
  return files;
}

TEST(BatchPartitions, JoinToTheSingleRunByteForByte) {
  for (std::uint64_t seed = 100; seed < 104; ++seed) {
    const Region region(seed, 60, 33);
    const auto inputs = region.inputs(3);
    const TemporaryDirectory directory;
    const auto whole = run_batch(region.engine, inputs, region.executor, into(directory.path() / "whole"), {});
    for (const std::uint32_t count : {2U, 3U, 7U}) {
      auto files = run_partitions(region, inputs, directory.path() / "parts", count);
      std::reverse(files.begin(), files.end());
      const auto options = into(directory.path() / ("joined-" + std::to_string(count)));
      const auto joined = join_partitions(files, options, region.executor, {});
      EXPECT_EQ(test::read_output(options.output), test::read_output(directory.path() / "whole")) << count;
      EXPECT_EQ(joined.result_hash, whole.result_hash);
      EXPECT_EQ(joined.pairs, whole.pairs);
      EXPECT_EQ(joined.showings, whole.showings);
    }
  }
}

ErrorCode code_of(const std::function<void()>& work, std::string& words) {
  try {
    work();
  } catch (const Error& error) {
    words = error.what();
    return error.code();
  }
  return ErrorCode::count_;
}

TEST(BatchPartitions, ThatAreMissingTwiceOrOfAnotherBatchAreRefusedByName) {
  const Region region(120, 30, 20);
  const TemporaryDirectory directory;
  const auto files = run_partitions(region, region.inputs(3), directory.path() / "a", 3);
  const auto others = run_partitions(region, region.inputs(4), directory.path() / "b", 3);
  const auto join = [&](std::vector<std::filesystem::path> given, std::string& words) {
    return code_of([&] { join_partitions(given, into(directory.path() / "out"), region.executor, {}); }, words);
  };
  std::string words;
  EXPECT_EQ(join({files[0], files[2]}, words), ErrorCode::invalid_input);
  EXPECT_NE(words.find("2/3 is missing"), std::string::npos) << words;
  EXPECT_EQ(join({files[0], files[1], files[1]}, words), ErrorCode::invalid_input);
  EXPECT_NE(words.find("twice"), std::string::npos) << words;
  EXPECT_EQ(join({files[0], others[1], files[2]}, words), ErrorCode::invalid_input);
  EXPECT_NE(words.find("top: 3 then, 4 now"), std::string::npos) << words;
  EXPECT_EQ(join({}, words), ErrorCode::invalid_input);
  EXPECT_FALSE(std::filesystem::exists(directory.path() / "out"));
}

TEST(BatchSlice, IsRefusedWhenAnyByteChanged) {
  const Region region(130, 10, 6);
  const TemporaryDirectory directory;
  const auto file = run_partitions(region, region.inputs(3), directory.path(), 2)[0];
  const auto bytes = read_file(file);
  std::string words;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    ASSERT_EQ(code_of([&] { decode_slice(damaged, "part"); }, words), ErrorCode::storage_corrupt) << i;
  }
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    ASSERT_EQ(code_of([&] { decode_slice(bytes.substr(0, size), "part"); }, words), ErrorCode::storage_corrupt);
  }
}

}  // namespace
}  // namespace passend::batch
