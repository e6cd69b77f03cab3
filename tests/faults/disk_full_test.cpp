// SPDX-License-Identifier: EUPL-1.2
// A full disk: a clear refusal, nothing lost, and writing goes on when there is room again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

#include "indexer/base/file.hpp"
#include "tests/faults/child.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::faults {
namespace {

using namespace store;
using namespace store::test;

constexpr int done = 0;
constexpr int not_possible_here = 77;

/// Says on the pipe what does not hold; the test prints it.
class Expectations {
 public:
  explicit Expectations(int pipe) : pipe_(pipe) {}
  void that(bool holds, const std::string& words) {
    if (holds) return;
    const std::string line = words + "\n";
    if (::write(pipe_, line.data(), line.size()) < 0) ::_exit(1);
  }

 private:
  int pipe_;
};

std::vector<Write> batch_from(std::uint64_t number) {
  std::vector<Write> batch;
  for (std::uint64_t next = number; next < number + 50; ++next) batch.push_back(portfolio_write(next));
  return batch;
}

/// Writes until the store refuses; the number of portfolios that it acknowledged.
std::uint64_t write_until_refused(Store& store, std::uint64_t first, ErrorCode& refusal) {
  for (std::uint64_t number = first; number < first + 1000000; number += 50) {
    refusal = code_of([&] { store.write(batch_from(number), tester()); });
    if (refusal != ErrorCode::internal) return number - first;
  }
  return 0;
}

void expect_whole(Store& store, std::uint64_t portfolios, const std::string& when, Expectations& expect) {
  expect.that(
      store.state().second.portfolios == static_cast<std::int64_t>(portfolios),
      when + ": " + std::to_string(store.state().second.portfolios) + " portfolios, not " + std::to_string(portfolios));
  for (const std::string& problem : store.check().problems) expect.that(false, when + ": " + problem);
}

/// Fills the disk, frees it and goes on. `free_room` makes room.
int fill_and_go_on(const StoreOptions& options, const std::function<void()>& fill,
                   const std::function<void()>& free_room, int pipe) {
  Expectations expect(pipe);
  auto store = open_sqlite_store(options);
  store->write(batch_from(1), tester());
  fill();
  ErrorCode refusal = ErrorCode::internal;
  const std::uint64_t before = 50 + write_until_refused(*store, 51, refusal);
  expect.that(refusal == ErrorCode::disk_full,
              "the refusal is " + std::string(error_info(refusal).name) + ", not disk-full");
  expect_whole(*store, before, "while full", expect);
  expect.that(store->search_profile({id_number(1)}, Scope::pseudonymous()).has_value(), "while full: a read fails");
  // Emptying the log may have made some room.
  const ErrorCode second = code_of([&] { store->write(batch_from(before + 1), tester()); });
  expect.that(second == ErrorCode::disk_full || second == ErrorCode::internal, "the second refusal is another");
  free_room();
  store->write(batch_from(before + 1), tester());
  expect_whole(*store, before + 50, "with room again", expect);
  store.reset();
  store = open_sqlite_store(options);
  expect_whole(*store, before + 50, "opened again", expect);
  return done;
}

/// A file system of 6 MB that only this process sees, so that it goes when the process ends.
bool mount_small_disk(const std::filesystem::path& directory) {
  return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         ::mount("tmpfs", directory.c_str(), "tmpfs", 0, "size=6m,mode=700") == 0;
}

void judge(Child& child) {
  const int status = child.wait();
  if (status == not_possible_here) {
    GTEST_SKIP() << "no small disk could be mounted (needs root and the right to mount): THIS FAULT WAS NOT TESTED";
  }
  EXPECT_EQ(status, done);
  EXPECT_EQ(child.heard(), "");
}

TEST(StoreOnAFullDisk, RefusesClearlyLosesNothingAndGoesOn) {
  TemporaryDirectory directory;
  const StoreOptions options{directory.path() / "store", directory.path() / "key", MissingKey::create};
  Child child([&](int pipe) {
    if (!mount_small_disk(directory.path())) return not_possible_here;
    const std::filesystem::path ballast = directory.path() / "ballast";
    const auto fill = [&] { write_file_durably(ballast, std::string(2 << 20, 'x')); };
    return fill_and_go_on(
        options, fill, [&] { std::filesystem::remove(ballast); }, pipe);
  });
  judge(child);
}

TEST(StoreOnAFullDisk, CanBeOpenedAgainWhenThereIsRoom) {
  TemporaryDirectory directory;
  const StoreOptions options{directory.path() / "store", directory.path() / "key", MissingKey::create};
  Child child([&](int pipe) {
    if (!mount_small_disk(directory.path())) return not_possible_here;
    Expectations expect(pipe);
    const std::filesystem::path ballast = directory.path() / "ballast";
    write_file_durably(ballast, std::string(2 << 20, 'x'));
    ErrorCode refusal = ErrorCode::internal;
    const std::uint64_t before = write_until_refused(*open_sqlite_store(options), 1, refusal);
    // Not a byte is left for the log that opening makes: it works, or says that the disk is full.
    const ErrorCode opening = code_of([&] { open_sqlite_store(options)->state(); });
    expect.that(opening == ErrorCode::internal || opening == ErrorCode::disk_full,
                "opening: " + std::string(error_info(opening).name));
    std::filesystem::remove(ballast);
    expect_whole(*open_sqlite_store(options), before, "opened again", expect);
    return done;
  });
  judge(child);
}

TEST(StoreOnAFullDisk, IsNotMadeByHalves) {
  TemporaryDirectory directory;
  const StoreOptions options{directory.path() / "store", directory.path() / "key", MissingKey::create};
  Child child([&](int pipe) {
    if (!mount_small_disk(directory.path())) return not_possible_here;
    Expectations expect(pipe);
    const std::filesystem::path ballast = directory.path() / "ballast";
    for (std::size_t room = 0; room < 120000; room += 4096) {
      write_file_durably(ballast, std::string((6 << 20) - room, 'x'));
      const ErrorCode opening = code_of([&] { open_sqlite_store(options); });
      expect.that(opening == ErrorCode::internal || opening == ErrorCode::disk_full,
                  std::to_string(room) + " bytes of room: " + std::string(error_info(opening).name));
      std::filesystem::remove(ballast);
      expect_whole(*open_sqlite_store(options), 0, "opened again", expect);
      std::filesystem::remove_all(options.directory);
      std::filesystem::remove(options.key_file);
    }
    return done;
  });
  judge(child);
}

TEST(StoreAtAQuota, RefusesClearlyLosesNothingAndGoesOn) {
  SqlitePlace place;
  Child child([&](int pipe) {
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{1000000, limit.rlim_max};
    const auto fill = [&] { ::setrlimit(RLIMIT_FSIZE, &small); };
    return fill_and_go_on(
        place.options, fill, [&] { ::setrlimit(RLIMIT_FSIZE, &limit); }, pipe);
  });
  judge(child);
}

}  // namespace
}  // namespace passend::faults
