// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/pool_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "indexer/pool/builder.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

/// A pool file is used when every byte is what was written and it was made of what is here, and refused otherwise.
namespace passend::pool {
namespace {

using testing::HasSubstr;

/// A small pool in a file.
class PoolFileTest : public testing::Test {
 protected:
  PoolFileTest() {
    Random random(5);
    const auto region = world::random_region(random, 3, 2);
    const auto pool = world::pool_of(region.people, region.vacancies);
    builder.merge(directory.path(), *pool);
    bytes = read_file(file);
  }

  void write(const std::string& changed) const { std::ofstream(file, std::ios::binary) << changed; }
  /// Empty when the file is opened.
  std::string refusal() const {
    try {
      open_pool_file(file, origin, executor);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::pool_corrupt);
      EXPECT_THAT(error.what(), HasSubstr(file.string()));
      EXPECT_THAT(error.what(), HasSubstr("passend pool build"));
      return error.what();
    }
    return {};
  }

  world::TemporaryDirectory directory;
  std::filesystem::path file = directory.path() / "pool.bin";
  Builder builder{world::tiny_taxonomy(), world::line_of_postcodes()};
  PoolOrigin origin = origin_of(*world::tiny_taxonomy(), *world::line_of_postcodes());
  Executor executor{1};
  std::string bytes;
};

TEST_F(PoolFileTest, OpensAsItWasWritten) {
  EXPECT_EQ(refusal(), "");
}

TEST_F(PoolFileTest, IsRefusedWhenAnySingleBitIsTurned) {
  std::fstream damaged(file, std::ios::binary | std::ios::in | std::ios::out);
  const auto put = [&](std::size_t place, char byte) {
    damaged.seekp(static_cast<std::streamoff>(place));
    damaged.put(byte);
    damaged.flush();
  };
  std::size_t refused = 0;
  for (std::size_t place = 0; place < bytes.size(); ++place) {
    for (int bit = 0; bit < 8; ++bit) {
      put(place, static_cast<char>(bytes[place] ^ (1 << bit)));
      ASSERT_THROW(open_pool_file(file, origin, executor), Error) << "bit " << bit << " of byte " << place;
      ++refused;
    }
    put(place, bytes[place]);
  }
  EXPECT_EQ(refused, bytes.size() * 8);
  EXPECT_EQ(refusal(), "") << "the last one was turned back";
}

TEST_F(PoolFileTest, IsRefusedWhereverItIsCutOff) {
  for (std::size_t size = bytes.size(); size-- > 0;) {
    std::filesystem::resize_file(file, size);
    ASSERT_THROW(open_pool_file(file, origin, executor), Error) << size << " bytes";
  }
}

TEST_F(PoolFileTest, IsRefusedWithBytesBehindIt) {
  write(bytes + std::string(1, '\0'));
  EXPECT_THAT(refusal(), HasSubstr("its length is not the one"));
}

TEST_F(PoolFileTest, SaysWhatIsWrong) {
  write("%PDF-1.7" + std::string(100'000, ' '));
  EXPECT_THAT(refusal(), HasSubstr("it is no pool file"));
  write("too short");
  EXPECT_THAT(refusal(), HasSubstr("it is too short"));
  auto other = bytes;
  other[8] = static_cast<char>(pool_file_version + 1);
  write(other);
  EXPECT_THAT(refusal(), HasSubstr("it has version " + std::to_string(pool_file_version + 1) +
                                   " and this program reads version " + std::to_string(pool_file_version)));
  other = bytes;
  std::swap(other[12], other[15]);
  std::swap(other[13], other[14]);
  write(other);
  EXPECT_THAT(refusal(), HasSubstr("another order of bytes"));
  other = bytes;
  other[other.size() / 2] ^= 1;
  write(other);
  EXPECT_THAT(refusal(), HasSubstr("its content is damaged"));
}

TEST_F(PoolFileTest, IsRefusedWhenItWasMadeOfOtherThings) {
  origin.taxonomy[0] = static_cast<char>(origin.taxonomy[0] + 1);
  EXPECT_THAT(refusal(), HasSubstr("another taxonomy"));
  origin = origin_of(*world::tiny_taxonomy(), geo::PostcodeTable());
  EXPECT_THAT(refusal(), HasSubstr("another table of postcodes"));
}

TEST_F(PoolFileTest, ThatIsNotThereIsAnotherMatter) {
  std::filesystem::remove(file);
  try {
    open_pool_file(file, origin, executor);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::pool_missing);
  }
}

}  // namespace
}  // namespace passend::pool
