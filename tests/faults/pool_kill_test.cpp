// SPDX-License-Identifier: EUPL-1.2
// kill -9 while the pool file is written: what was in use stays in use.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include "indexer/base/file.hpp"
#include "indexer/base/random.hpp"
#include "indexer/pool/builder.hpp"
#include "tests/faults/child.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::faults {
namespace {

pool::Builder builder() {
  // One thread: a child of this process must not need the threads of its parent.
  return {world::tiny_taxonomy(), world::line_of_postcodes(), Executor(1)};
}

std::shared_ptr<const pool::Pool> pool_of(std::uint64_t seed, int people) {
  Random random(seed);
  const auto region = world::random_region(random, people, 50);
  return builder().build(region.people, region.vacancies);
}

/// Merges two pools in turn into the same file without end, telling of each that is in place.
int merge_without_end(const std::filesystem::path& directory, int pipe) {
  const auto small = pool_of(1, 500);
  const auto large = pool_of(2, 3'000);
  for (;;) {
    for (const auto& pool : {small, large}) {
      builder().merge(directory, *pool);
      if (::write(pipe, "x", 1) != 1) return 1;
    }
  }
}

TEST(PoolKilled, LeavesAFileThatIsOneOrTheOtherWhole) {
  const world::TemporaryDirectory directory;
  const auto file = directory.path() / "pool.bin";
  builder().merge(directory.path(), *pool_of(1, 500));
  const auto small = read_file(file);
  builder().merge(directory.path(), *pool_of(2, 3'000));
  const auto large = read_file(file);
  Random random(2026);
  int cut_off = 0;
  for (int round = 0; round < rounds_or(40); ++round) {
    Child child([&](int pipe) { return merge_without_end(directory.path(), pipe); });
    while (child.heard().empty() && child.listen(1'000'000)) {
    }
    child.listen(random.between(0, 30'000));
    child.kill();
    ASSERT_EQ(child.wait(), 1000 + SIGKILL) << "the child ended by itself";
    cut_off += std::filesystem::exists(directory.path() / "pool.bin.new") ? 1 : 0;
    const auto found = read_file(file);
    ASSERT_TRUE(found == small || found == large);
  }
  EXPECT_GT(cut_off, 0) << "no kill fell into a write";
  builder().merge(directory.path(), *pool_of(1, 500));
  EXPECT_TRUE(read_file(file) == small) << "what a killed process left behind is not in the way";
  EXPECT_FALSE(std::filesystem::exists(directory.path() / "pool.bin.new"));
}

}  // namespace
}  // namespace passend::faults
