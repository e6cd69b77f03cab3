// SPDX-License-Identifier: EUPL-1.2
// The directory of a store, its modes, its lock, its key file and its schema.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <latch>

#include "indexer/base/file.hpp"
#include "indexer/store/migrations.hpp"
#include "indexer/store/schema.hpp"
#include "indexer/store/sqlite.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::store::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

int mode_of(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? static_cast<int>(status.st_mode & 0777) : -1;
}

/// Changes a store behind its back.
void alter(const SqlitePlace& place, const std::string& sql) {
  Connection(place.database(), ConnectionRole::writer).script(sql);
}

TEST(StoreFiles, AreForTheirOwnerAloneWhateverTheUmaskSays) {
  SqlitePlace place;
  const mode_t before = ::umask(0);
  {
    const auto store = place.open();
    store->write({Record(vacancy_number(1))}, tester());
    EXPECT_EQ(mode_of(place.options.directory), 0700);
    for (const auto& entry : std::filesystem::directory_iterator(place.options.directory)) {
      EXPECT_EQ(mode_of(entry.path()), 0600) << entry.path();
    }
    EXPECT_EQ(mode_of(place.options.key_file), 0600);
  }
  ::umask(before);
}

TEST(StoreFiles, LeaveNoWriteAheadLogBehindWhenTheStoreIsClosed) {
  SqlitePlace place;
  place.open()->write({Record(vacancy_number(1))}, tester());
  EXPECT_FALSE(std::filesystem::exists(place.database().string() + "-wal"));
}

TEST(StoreFiles, ADirectoryThatOthersMayEnterIsRefused) {
  SqlitePlace place;
  place.open();
  std::filesystem::permissions(place.options.directory, std::filesystem::perms(0750));
  EXPECT_THAT(message_of([&] { place.open(); }), HasSubstr("chmod 700"));
  std::filesystem::permissions(place.options.directory, std::filesystem::perms(0700));
  std::filesystem::permissions(place.database(), std::filesystem::perms(0640));
  EXPECT_THAT(message_of([&] { place.open(); }), HasSubstr("chmod 600"));
}

TEST(StoreFiles, ADirectoryWithOtherFilesDoesNotBecomeAStore) {
  SqlitePlace place;
  std::filesystem::create_directory(place.options.directory);
  std::filesystem::permissions(place.options.directory, std::filesystem::perms(0700));
  write_file_durably(place.options.directory / "holiday.txt", "pictures");
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::configuration);
  EXPECT_FALSE(std::filesystem::exists(place.database()));
}

TEST(StoreFiles, TheDatabaseOfAnotherProgramIsRefusedAndNotTouched) {
  SqlitePlace place;
  place.open();
  alter(place, "PRAGMA application_id = 1234");
  const std::string before = read_file(place.database());
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::unsupported_format);
  EXPECT_EQ(read_file(place.database()), before);
}

TEST(StoreFiles, AFileThatIsNoDatabaseIsRefusedWithItsName) {
  SqlitePlace place;
  place.open();
  write_file_durably(place.database(), std::string(5000, 'x'));
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::storage_corrupt);
  EXPECT_THAT(message_of([&] { place.open(); }), AllOf(HasSubstr(place.database().string()), HasSubstr("not a store")));
}

TEST(StoreFiles, ANewerSchemaIsRefusedWithBothNumbers) {
  SqlitePlace place;
  place.open();
  alter(place, "PRAGMA user_version = 99");
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::unsupported_format);
  EXPECT_THAT(message_of([&] { place.open(); }), AllOf(HasSubstr("schema 99"), HasSubstr("newer")));
}

TEST(StoreFiles, AMigrationThatIsNotTheOneOfItsNumberIsRefused) {
  SqlitePlace place;
  place.open();
  alter(place, "UPDATE migrations SET hash = 'other' WHERE number = 1");
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::storage_corrupt);
}

TEST(StoreFiles, MigrationsAreRecordedAndAppliedOnce) {
  SqlitePlace place;
  place.open();
  place.open();
  Connection connection(place.database(), ConnectionRole::reader);
  EXPECT_EQ(connection.number("SELECT count(*) FROM migrations"), static_cast<std::int64_t>(migrations().size()));
  EXPECT_EQ(connection.number("PRAGMA user_version"), static_cast<std::int64_t>(migrations().size()));
  EXPECT_EQ(connection.number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                              "AND name NOT LIKE 'sqlite%' AND strict = 0"),
            0);
}

TEST(StoreFiles, ASecondProcessThatWritesIsRefusedAndToldWhoIsThere) {
  SqlitePlace place;
  const auto store = place.open();
  const std::string message = message_of([&] { place.open(); });
  EXPECT_THAT(message, AllOf(HasSubstr("in use by process " + std::to_string(::getpid())), HasSubstr("test_store")));
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::storage_busy);
  const pid_t child = ::fork();
  if (child == 0) ::_exit(code_of([&] { place.open(); }) == ErrorCode::storage_busy ? 0 : 1);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST(StoreFiles, ASecondProcessThatWritesWaitsAsLongAsItsPatience) {
  SqlitePlace place;
  auto store = place.open();
  StoreOptions patient = place.options;
  patient.patience = std::chrono::milliseconds(20);
  EXPECT_EQ(code_of([&] { open_sqlite_store(patient); }), ErrorCode::storage_busy);
  patient.patience = std::chrono::minutes(5);
  std::latch was_refused{1};
  auto second = std::async(std::launch::async, [&] {
    EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::storage_busy);
    was_refused.count_down();
    return open_sqlite_store(patient);
  });
  was_refused.wait();
  store.reset();
  EXPECT_NE(second.get(), nullptr);
}

TEST(StoreFiles, AProcessThatOnlyReadsMayStandBesideTheOneThatWrites) {
  SqlitePlace place;
  const auto store = place.open();
  StoreOptions reading = place.options;
  reading.access = Access::read_only;
  const auto reader = open_sqlite_store(reading);
  store->write({Record(portfolio_number(1))}, tester());
  EXPECT_TRUE(reader->search_profile({id_number(1)}, Scope::pseudonymous()));
  EXPECT_THAT(reader->check().problems, testing::IsEmpty());
  EXPECT_EQ(code_of([&] { reader->write({}, tester()); }), ErrorCode::forbidden);
  EXPECT_EQ(code_of([&] { reader->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), tester()); }),
            ErrorCode::forbidden);
}

TEST(StoreFiles, AProcessThatSharesWritesInTurnWithAnother) {
  SqlitePlace place;
  place.open();
  StoreOptions sharing = place.options;
  sharing.access = Access::shared;
  sharing.patience = std::chrono::seconds(10);
  const auto first = open_sqlite_store(sharing);
  const auto second = open_sqlite_store(sharing);
  for (std::uint64_t number = 1; number <= 20; ++number) {
    Store& store = number % 2 == 0 ? *first : *second;
    store.write({Record(portfolio_number(number))}, tester());
    EXPECT_TRUE(store.detail_profile({id_number(number)}, Scope::operator_of_this_machine(), tester()));
  }
  EXPECT_EQ(first->state().second.portfolios, 20);
  EXPECT_THAT(place.open()->check().problems, testing::IsEmpty());
}

TEST(StoreFiles, AProcessThatSharesSaysSoWhenAnotherDoesNotStopWriting) {
  SqlitePlace place;
  auto writer = place.open();
  StoreOptions sharing = place.options;
  sharing.access = Access::shared;
  const auto shared = open_sqlite_store(sharing);
  EXPECT_EQ(code_of([&] { shared->write({Record(portfolio_number(1))}, tester()); }), ErrorCode::storage_busy);
  writer.reset();
  shared->write({Record(portfolio_number(1))}, tester());
  EXPECT_EQ(shared->state().second.portfolios, 1);
}

TEST(StoreFiles, OpeningForReadingMakesNothing) {
  SqlitePlace place;
  place.options.access = Access::read_only;
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::file_missing);
  EXPECT_FALSE(std::filesystem::exists(place.options.directory));
  EXPECT_FALSE(std::filesystem::exists(place.options.key_file));
}

TEST(StoreKey, IsNeverMadeForAStoreThatHasOne) {
  SqlitePlace place;
  place.open();
  std::filesystem::remove(place.options.key_file);
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::key_missing);
  EXPECT_FALSE(std::filesystem::exists(place.options.key_file));
}

TEST(StoreKey, IsOnlyMadeWhenThatIsAllowed) {
  SqlitePlace place;
  place.options.missing_key = MissingKey::refuse;
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::key_missing);
  place.options.missing_key = MissingKey::create;
  EXPECT_NE(place.open(), nullptr);
}

TEST(StoreKey, OfAnotherStoreIsRefused) {
  SqlitePlace place;
  place.open();
  SqlitePlace other;
  other.open();
  place.options.key_file = other.options.key_file;
  EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::key_missing);
  EXPECT_THAT(message_of([&] { place.open(); }), HasSubstr("another key"));
}

TEST(StoreKey, ThatOthersMayReadIsRefused) {
  SqlitePlace place;
  place.open();
  for (const unsigned mode : {0640U, 0604U, 0660U}) {
    std::filesystem::permissions(place.options.key_file, std::filesystem::perms(mode));
    EXPECT_EQ(code_of([&] { place.open(); }), ErrorCode::key_missing);
    EXPECT_THAT(message_of([&] { place.open(); }), HasSubstr("chmod 600"));
  }
}

TEST(StoreKey, ThatIsMalformedIsRefusedWithoutShowingIt) {
  SqlitePlace place;
  for (const std::string& text :
       {std::string("abc"), std::string(64, 'g'), std::string(63, 'a'), std::string(100, 'a'), std::string()}) {
    write_file_durably(place.options.key_file, text);
    const std::string message = message_of([&] { place.open(); });
    EXPECT_THAT(message, HasSubstr("64 hexadecimal digits"));
    if (text.size() > 3) {
      EXPECT_THAT(message, testing::Not(HasSubstr(text)));
    }
  }
}

}  // namespace
}  // namespace passend::store::test
