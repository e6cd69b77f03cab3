// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/block_kernels.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "indexer/base/random.hpp"

namespace passend::scan {
namespace {

struct Block {
  BlockBytes totals{};
  BlockBytes marks{};
};

std::unique_ptr<Block> random_block(Random& random) {
  auto block = std::make_unique<Block>();
  for (auto* bytes : {&block->totals, &block->marks}) {
    for (auto& byte : *bytes) byte = static_cast<std::uint8_t>(random.below(256));
  }
  return block;
}

TEST(BlockKernels, AddUpToTheHighestByteAndClearWhatWasAdded) {
  for (const auto& kernel : block_kernels()) {
    SCOPED_TRACE(kernel.name);
    const auto block = std::make_unique<Block>();
    block->totals[0] = 200;
    block->marks[0] = 100;
    block->totals[pool::rows_per_block - 1] = 3;
    block->marks[pool::rows_per_block - 1] = 4;
    kernel.add_and_clear(block->totals, block->marks);
    EXPECT_EQ(block->totals[0], 255);
    EXPECT_EQ(block->totals[pool::rows_per_block - 1], 7);
    EXPECT_EQ(block->marks, BlockBytes{});
    std::vector<std::uint16_t> rows{9};
    kernel.rows_from(block->totals, 7, rows);
    EXPECT_EQ(rows, (std::vector<std::uint16_t>{9, 0, pool::rows_per_block - 1}));
  }
}

TEST(BlockKernels, TakeTwoBitsOfEachByteAndCountRowsInBoth) {
  for (const auto& kernel : block_kernels()) {
    SCOPED_TRACE(kernel.name);
    const auto block = std::make_unique<Block>();
    block->marks[0] = 0b101;
    block->marks[63] = 0b110;
    block->marks[64] = 0b111;
    block->marks[pool::rows_per_block - 1] = 0b100;
    RowSet zeroth;
    RowSet first;
    kernel.take_bits(block->marks, zeroth, first);
    EXPECT_EQ(block->marks, BlockBytes{});
    EXPECT_EQ(zeroth.words()[0], 1U);
    EXPECT_EQ(zeroth.words()[1], 1U);
    EXPECT_EQ(first.words()[0], std::uint64_t{1} << 63);
    EXPECT_EQ(first.words()[1], 1U);
    EXPECT_EQ(kernel.count_in_both(zeroth, zeroth), 2U);
    EXPECT_EQ(kernel.count_in_both(zeroth, first), 1U);
  }
}

TEST(BlockKernels, AllGiveTheSame) {
  const auto kernels = block_kernels();
  const auto& plain = kernels.back();
  EXPECT_EQ(plain.name, "portable");
  Random random(1);
  for (int round = 0; round < 50; ++round) {
    const auto start = random_block(random);
    const auto least = static_cast<std::uint8_t>(random.between(1, 255));
    const auto expected = std::make_unique<Block>(*start);
    std::vector<std::uint16_t> expected_rows;
    RowSet expected_zeroth;
    RowSet expected_first;
    plain.take_bits(std::make_unique<Block>(*start)->totals, expected_zeroth, expected_first);
    plain.rows_from(expected->totals, least, expected_rows);
    plain.add_and_clear(expected->totals, expected->marks);
    for (const auto& kernel : kernels) {
      SCOPED_TRACE(kernel.name);
      const auto block = std::make_unique<Block>(*start);
      const auto bits = std::make_unique<Block>(*start);
      std::vector<std::uint16_t> rows;
      kernel.rows_from(block->totals, least, rows);
      kernel.add_and_clear(block->totals, block->marks);
      EXPECT_EQ(rows, expected_rows);
      RowSet zeroth;
      RowSet first;
      kernel.take_bits(bits->totals, zeroth, first);
      EXPECT_EQ(zeroth.words(), expected_zeroth.words());
      EXPECT_EQ(first.words(), expected_first.words());
      EXPECT_EQ(bits->totals, BlockBytes{});
      EXPECT_EQ(kernel.count_in_both(zeroth, first), plain.count_in_both(zeroth, first));
      EXPECT_EQ(block->totals, expected->totals);
      EXPECT_EQ(block->marks, expected->marks);
    }
  }
}

}  // namespace
}  // namespace passend::scan
