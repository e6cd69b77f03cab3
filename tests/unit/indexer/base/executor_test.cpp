// SPDX-License-Identifier: EUPL-1.2
#include "indexer/base/executor.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace passend {
namespace {

TEST(Executor, VisitsEveryItemOnceForAnyThreadCountAndBlockSize) {
  for (const unsigned threads : {1U, 2U, 8U}) {
    for (const std::size_t block : {1U, 7U, 1000U, 5000U}) {
      std::vector<std::atomic<int>> visits(1003);
      Executor(threads).for_each_block(visits.size(), block, [&](std::size_t begin, std::size_t end) {
        ASSERT_LE(end - begin, block);
        for (std::size_t i = begin; i < end; ++i) ++visits[i];
      });
      for (const auto& count : visits) ASSERT_EQ(count, 1);
    }
  }
}

TEST(Executor, DoesNothingForAnEmptyRange) {
  Executor(2).for_each_block(0, 10, [](std::size_t, std::size_t) { FAIL(); });
}

TEST(Executor, HandsOnTheExceptionOfABlock) {
  const auto run = [] {
    Executor(2).for_each_block(100, 1, [](std::size_t begin, std::size_t) {
      if (begin == 42) throw std::runtime_error("block 42");
    });
  };
  EXPECT_THROW(run(), std::runtime_error);
}

}  // namespace
}  // namespace passend
