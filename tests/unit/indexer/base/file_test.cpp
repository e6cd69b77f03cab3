// SPDX-License-Identifier: EUPL-1.2
#include "indexer/base/file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "indexer/base/error.hpp"
#include "tests/temporary_directory.hpp"

namespace passend {
namespace {

class Files : public testing::Test {
 protected:
  const test::TemporaryDirectory temporary_;
  const std::filesystem::path directory_ = temporary_.path();
};

TEST_F(Files, AreReplacedWholeAndLeaveNoTemporaryBehind) {
  const auto file = directory_ / "state";
  write_file_durably(file, "old");
  write_file_durably(file, std::string("new\0bytes", 9));
  EXPECT_EQ(read_file(file), std::string("new\0bytes", 9));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory_), {}), 1);
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(Files, ThatAreMissingAreNamed) {
  try {
    read_file(directory_ / "absent");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::file_missing);
    EXPECT_NE(std::string(error.what()).find("absent"), std::string::npos);
  }
}

TEST_F(Files, ADirectoryIsNotAFile) {
  EXPECT_THROW(MappedFile{directory_}, Error);
}

TEST_F(Files, AreMappedWithTheirBytes) {
  write_file_durably(directory_ / "full", "bytes");
  write_file_durably(directory_ / "empty", "");
  EXPECT_EQ(MappedFile(directory_ / "full").bytes(), "bytes");
  EXPECT_EQ(MappedFile(directory_ / "empty").bytes(), "");
}

TEST_F(Files, WritingToAFullDiskSaysSoAndKeepsTheOldBytes) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  const auto link = directory_ / "state.new";
  std::filesystem::create_symlink("/dev/full", link);
  write_file_durably(directory_ / "other", "kept");
  try {
    write_file_durably(directory_ / "state", "lost");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::disk_full);
  }
  EXPECT_EQ(read_file(directory_ / "other"), "kept");
  EXPECT_FALSE(std::filesystem::exists(directory_ / "state"));
}

}  // namespace
}  // namespace passend
