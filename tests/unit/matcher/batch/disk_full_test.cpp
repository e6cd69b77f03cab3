// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "tests/faults/child.hpp"
#include "tests/unit/matcher/batch/region.hpp"

/// A full disk: a clear refusal, nothing half-written, and the same call goes on when there is room again.
namespace passend::batch {
namespace {

constexpr int done = 0;
constexpr int not_possible_here = 77;

/// A file system of 4 MB that only this process sees, so that it goes when the process ends.
bool mount_small_disk(const std::filesystem::path& directory) {
  return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         ::mount("tmpfs", directory.c_str(), "tmpfs", 0, "size=4m,mode=700") == 0;
}

/// What does not hold; 0 when all does.
int fill_and_go_on(const std::filesystem::path& disk) {
  const test::Region region(1, 200, 60, 1);
  const auto inputs = region.inputs(20);
  BatchOptions options;
  options.output = disk / "out";
  options.vacancies_per_chunk = 4;
  run_batch(region.engine, inputs, region.executor, options, {});
  const auto before = test::read_output(options.output);
  const auto other = region.inputs(30);
  int refusals = 0;
  for (std::uintmax_t room = 8'192; room < (1U << 20); room += 20'480) {
    const auto available = std::filesystem::space(disk).available;
    write_file_durably(disk / "ballast", std::string(available - std::min(available, room), 'x'));
    bool refused = false;
    try {
      run_batch(region.engine, other, region.executor, options, {});
    } catch (const Error& error) {
      if (error.code() != ErrorCode::disk_full) return 1;
      refused = true;
      ++refusals;
    }
    std::filesystem::remove(disk / "ballast");
    if (!refused) continue;
    // What stands there is whole: of the earlier batch, or, when the disk was full at the very end, of both.
    for (const auto& entry : std::filesystem::directory_iterator(options.output)) {
      if (entry.path().extension() == ".new") return 2;
    }
    run_batch(region.engine, other, region.executor, options, {});
    if (test::read_output(options.output) != test::expected_output(*region.pool, other)) return 3;
    run_batch(region.engine, inputs, region.executor, options, {});
    if (test::read_output(options.output) != before) return 4;
  }
  return refusals > 3 ? done : 5;
}

TEST(BatchOnAFullDisk, RefusesClearlyAndGoesOnWhenThereIsRoom) {
  const world::TemporaryDirectory directory;
  faults::Child child(
      [&](int) { return mount_small_disk(directory.path()) ? fill_and_go_on(directory.path()) : not_possible_here; });
  const int status = child.wait();
  if (status == not_possible_here) {
    GTEST_SKIP() << "no small disk could be mounted (needs root and the right to mount): THIS FAULT WAS NOT TESTED";
  }
  EXPECT_EQ(status, done);
}

}  // namespace
}  // namespace passend::batch
