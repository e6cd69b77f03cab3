// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/group_commit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "indexer/base/file.hpp"
#include "tests/unit/indexer/store/place.hpp"

namespace passend::store::test {
namespace {

using testing::HasSubstr;
using After = GroupCommit::After;

class GroupCommitTest : public testing::Test {
 protected:
  static std::filesystem::path make(const std::filesystem::path& path) {
    write_file_durably(path, "");
    return path;
  }
  void add(int value) {
    commits.run([this, value] {
      connection.query("INSERT INTO numbers (value) VALUES (?)").integer(value).run();
      return After::nothing;
    });
  }
  std::int64_t stored() { return Connection(file, ConnectionRole::reader).number("SELECT count(*) FROM numbers"); }

  TemporaryDirectory directory;
  std::filesystem::path file = make(directory.path() / "numbers.sqlite");
  Connection connection = Connection(file, ConnectionRole::writer);
  GroupCommit commits = GroupCommit(connection);

  void SetUp() override {
    commits.run([this] {
      connection.script("CREATE TABLE numbers (value INTEGER UNIQUE) STRICT");
      return After::nothing;
    });
  }
};

TEST_F(GroupCommitTest, WorkThatThrowsLeavesNothingAndTheNextSucceeds) {
  const auto half = [this] {
    commits.run([this]() -> After {
      connection.query("INSERT INTO numbers (value) VALUES (?)").integer(1).run();
      throw std::runtime_error("half way");
    });
  };
  EXPECT_THROW(half(), std::runtime_error);
  EXPECT_EQ(stored(), 0);
  add(1);
  EXPECT_EQ(stored(), 1);
}

TEST_F(GroupCommitTest, ABrokenRuleOfTheSchemaUndoesItsOwnWorkAlone) {
  add(1);
  EXPECT_EQ(code_of([this] { add(1); }), ErrorCode::internal);
  EXPECT_THAT(message_of([this] { add(1); }), HasSubstr("rule of the schema"));
  add(2);
  EXPECT_EQ(stored(), 2);
}

TEST_F(GroupCommitTest, AFullDiskUndoesTheTransactionAndTheStoreGoesOn) {
  const auto full = [this] {
    commits.run([this]() -> After {
      connection.query("INSERT INTO numbers (value) VALUES (?)").integer(1).run();
      throw SqliteError(ErrorCode::disk_full, "full", Aftermath::usable);
    });
  };
  EXPECT_EQ(code_of(full), ErrorCode::disk_full);
  add(1);
  EXPECT_EQ(stored(), 1);
}

TEST_F(GroupCommitTest, AfterAFailureThatLeavesTheFilesInDoubtNothingIsWrittenUntilItIsOpenedAgain) {
  add(1);
  const auto doubt = [this] {
    commits.run(
        []() -> After { throw SqliteError(ErrorCode::storage_failed, "the disk did not answer", Aftermath::reopen); });
  };
  EXPECT_EQ(code_of(doubt), ErrorCode::storage_failed);
  EXPECT_EQ(code_of([this] { add(2); }), ErrorCode::storage_failed);
  EXPECT_THAT(message_of([this] { add(3); }), testing::AllOf(HasSubstr("did not answer"), HasSubstr("open it again")));
  EXPECT_EQ(stored(), 1);
}

TEST_F(GroupCommitTest, WorkThatWasHandedInIsFinishedBeforeItCloses) {
  {
    GroupCommit closing(connection);
    std::vector<std::thread> callers;
    for (int value = 0; value < 20; ++value) {
      callers.emplace_back([&, value] {
        closing.run([&, value] {
          connection.query("INSERT INTO numbers (value) VALUES (?)").integer(value).run();
          return After::nothing;
        });
      });
    }
    for (std::thread& caller : callers) caller.join();
  }
  EXPECT_EQ(stored(), 20);
}

}  // namespace
}  // namespace passend::store::test
