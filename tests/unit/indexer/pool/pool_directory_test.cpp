// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <sys/stat.h>

#include <fstream>

#include "indexer/base/file.hpp"
#include "tests/unit/indexer/pool/pool_store.hpp"

/// The pool that is kept in a file between runs.
namespace passend::pool {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class PoolDirectory : public PoolBuilder {
 protected:
  PoolDirectory() {
    for (int number = 1; number <= 12; ++number) {
      write(store::Record{portfolio(number)});
      write(store::Record{vacancy(number)});
    }
  }
  std::shared_ptr<const Pool> open() { return builder.open_or_build(pool_directory, *store, {}); }
  /// What a rebuild leaves behind: another file under the same name.
  ino_t identity() const {
    struct stat status {};
    ::stat(file.c_str(), &status);
    return status.st_ino;
  }
  /// Opens, and says whether the file was written again.
  bool is_rebuilt() {
    const auto before = identity();
    expect_same_facts(*open(), *builder.build(*store, {}));
    return identity() != before;
  }
};

TEST_F(PoolDirectory, IsBuiltWhenThereIsNoneAndOpenedAfterwards) {
  const auto fresh = builder.build(*store, {});
  expect_same_facts(*open(), *fresh);
  ASSERT_TRUE(std::filesystem::exists(file));
  EXPECT_FALSE(is_rebuilt());
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(PoolDirectory, IsBroughtUpToDateWhenItIsOpened) {
  open();
  write(store::Record{portfolio(3)});
  write(store::Record{vacancy(40)});
  EXPECT_FALSE(is_rebuilt());
  EXPECT_EQ(open()->candidate_parts().size(), 2U);
}

TEST_F(PoolDirectory, IsBuiltAnewWhenItIsDamaged) {
  open();
  auto bytes = read_file(file);
  bytes[bytes.size() / 2] ^= 4;
  std::ofstream(file, std::ios::binary) << bytes;
  EXPECT_TRUE(is_rebuilt());
  std::filesystem::resize_file(file, 1'000);
  EXPECT_TRUE(is_rebuilt());
  std::ofstream(file, std::ios::binary) << "";
  EXPECT_TRUE(is_rebuilt());
}

TEST_F(PoolDirectory, IsBuiltAnewForAnotherTableOfPostcodes) {
  open();
  const auto before = identity();
  Builder(world::tiny_taxonomy(), std::make_shared<const geo::PostcodeTable>())
      .open_or_build(pool_directory, *store, {});
  EXPECT_NE(identity(), before);
}

TEST_F(PoolDirectory, IsBuiltAnewWhenTheStoreWasPutBack) {
  const auto position = open()->position();
  store = open_store("backup");
  write(store::Record{portfolio(1)});
  EXPECT_TRUE(is_rebuilt()) << "the store is behind the pool";
  open();
  store = open_store("other");
  for (std::int64_t i = 0; i < position; ++i) write(store::Record{portfolio(20 + static_cast<int>(i))});
  EXPECT_TRUE(is_rebuilt()) << "the store has another record at the position of the pool";
}

TEST_F(PoolDirectory, IsMergedWhenMuchHasChanged) {
  open();
  std::vector<store::Write> batch;
  for (int number = 100; number < 100 + 4'097; ++number) batch.push_back(store::Record{portfolio(number)});
  store->write(batch, {"test", "test"});
  EXPECT_TRUE(Builder::merge_is_due(*builder.refresh(builder.merge(*world::pool_of({}, {})), *store)));
  EXPECT_TRUE(is_rebuilt());
  EXPECT_EQ(open()->candidate_parts().size(), 1U);
  EXPECT_FALSE(is_rebuilt());
}

TEST_F(PoolDirectory, LosesAnErasedPersonAtOnce) {
  const auto erased = world::candidate_id(5);
  const std::string id(reinterpret_cast<const char*>(&erased.value), sizeof erased.value);
  open();
  ASSERT_NE(read_file(file).find(id), std::string::npos);
  erase(5);
  EXPECT_TRUE(is_rebuilt());
  EXPECT_EQ(read_file(file).find(id), std::string::npos);
}

TEST_F(PoolDirectory, MergedInTheBackgroundGoesOnWithWhatChangedMeanwhile) {
  const auto before = builder.refresh(open(), *store);
  write(store::Record{portfolio(30)});
  const auto merged = builder.merge(pool_directory, *before);
  erase(2);
  expect_same_facts(*builder.refresh(merged, *store), *builder.build(*store, {}));
}

TEST_F(PoolDirectory, StandsInMemoryWhenItCannotBeWritten) {
  std::ofstream(pool_directory) << "A file where the directory should be.";
  expect_same_facts(*open(), *builder.build(*store, {}));
}

TEST_F(PoolDirectory, GivesTheSameBytesWhateverTheThreadsAndTheHistory) {
  for (int i = 0; i < 300; ++i) change_something();
  builder.build(pool_directory, *store, {});
  const auto bytes = read_file(file);
  for (const unsigned threads : {1U, 2U, 8U}) {
    const Builder other(world::tiny_taxonomy(), world::line_of_postcodes(), Executor(threads));
    other.build(pool_directory, *store, {});
    EXPECT_TRUE(read_file(file) == bytes) << threads << " threads";
  }
  auto pool = builder.build({}, {});
  while (pool->position() != store->state().first) pool = builder.refresh(pool, *store);
  builder.merge(pool_directory, *pool);
  EXPECT_TRUE(read_file(file) == bytes) << "merged";
}

TEST_F(PoolDirectory, TellsInWhichColumnsItDiffersFromTheStore) {
  const auto pool = open();
  EXPECT_THAT(builder.differences(pool, *store, {}), IsEmpty());
  store = open_store("other");
  EXPECT_THAT(builder.differences(pool, *store, {}), ElementsAre(HasSubstr("ahead of the store")));
  for (int number = 1; number <= 24; ++number) write(store::Record{portfolio(number)});
  ASSERT_EQ(store->state().first, pool->position());
  EXPECT_THAT(builder.differences(pool, *store, {}), testing::Contains("candidate ids"));
}

TEST_F(PoolDirectory, OutlivesItsFile) {
  const auto pool = open();
  const auto facts = world::candidates_of(*pool);
  std::filesystem::remove_all(pool_directory);
  EXPECT_EQ(world::candidates_of(*pool), facts);
}

}  // namespace
}  // namespace passend::pool
