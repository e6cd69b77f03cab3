// SPDX-License-Identifier: EUPL-1.2
// A flipped bit anywhere in the files: found, or without effect; never a crash.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <map>

#include "indexer/base/file.hpp"
#include "indexer/base/random.hpp"
#include "indexer/model/codec.hpp"
#include "indexer/store/sqlite.hpp"
#include "tests/faults/child.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::faults {
namespace {

using namespace store;
using namespace store::test;

constexpr std::uint64_t records = 12;

void fill(Store& store) {
  for (std::uint64_t number = 1; number <= records; ++number) {
    store.write({portfolio_write(number), Record(vacancy_number(number)), Record(employer_number(number))}, tester());
  }
  store.write({portfolio_write(1, 1), Erasure{RecordKind::vacancy, id_number(2)}}, tester());
}

/// Everything that a reader of the store can see, as one text. (Sealed details are proved by the check itself.)
std::string everything(const StoreOptions& options) {
  std::string text;
  const auto store = open_sqlite_store(options);
  for (const std::int64_t from : {0, 1}) {
    for (const Change& change : store->changes(from, 1000)) {
      text += std::to_string(change.position) + ' ' + to_text(change.id) + ' ' + std::to_string(change.version) +
              (change.erased ? " erased\n" : "\n");
    }
  }
  const Scope all = Scope::operator_of_this_machine();
  for (std::uint64_t number = 1; number <= records; ++number) {
    if (const auto found = store->search_profile({id_number(number)}, all)) text += encode(found->record);
    if (const auto found = store->vacancy({id_number(number)}, all)) text += encode(found->record);
    if (const auto found = store->employer({id_number(number)}, all)) text += encode(found->record);
  }
  const Counts counts = store->state().second;
  return text + std::to_string(counts.portfolios) + ' ' + std::to_string(counts.vacancies) + ' ' +
         std::to_string(counts.employers);
}

/// A sweep asks nothing of the disk: in memory where that is possible.
std::filesystem::path fast_place() {
  const std::filesystem::path memory = "/dev/shm";
  return std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
}

constexpr int same = 0;
constexpr int found_out = 1;
constexpr int silently_other = 2;

int look(const StoreOptions& options, const std::string& expected) {
  ::alarm(60);
  try {
    if (!open_sqlite_store(options)->check().problems.empty()) return found_out;
    return everything(options) == expected ? same : silently_other;
  } catch (const Error&) {
    return found_out;
  }
}

/// What a damaged file may lead to.
struct Tally {
  int same = 0;
  int found_out = 0;
  int other = 0;
};

class Sweep {
 public:
  Sweep(const SqlitePlace& place, std::string expected) : place_(place), expected_(std::move(expected)) {
    for (const auto& entry : std::filesystem::directory_iterator(place.options.directory)) {
      sound_[entry.path()] = read_file(entry.path());
    }
  }

  const std::string& sound(const std::filesystem::path& file) const { return sound_.at(file); }

  /// Puts the files back with one bit flipped and lets a child look at them: its exit status.
  int flip_and_look(const std::filesystem::path& file, std::size_t byte, int bit) {
    std::filesystem::remove(place_.database().string() + "-wal");
    std::filesystem::remove(place_.database().string() + "-shm");
    for (const auto& [path, bytes] : sound_) {
      std::string damaged = bytes;
      if (path == file) damaged[byte] = static_cast<char>(damaged[byte] ^ (1 << bit));
      std::ofstream(path, std::ios::binary).write(damaged.data(), static_cast<std::streamsize>(damaged.size()));
    }
    Child child([&](int) {
      if (std::freopen("/dev/null", "w", stderr) == nullptr) return 3;
      return look(place_.options, expected_);
    });
    const int status = child.wait();
    if (status == same) ++tally.same;
    if (status == found_out) ++tally.found_out;
    if (status == silently_other) ++tally.other;
    return status;
  }

  Tally tally;

 private:
  const SqlitePlace& place_;
  std::string expected_;
  std::map<std::filesystem::path, std::string> sound_;
};

TEST(StoreWithAFlippedBit, SaysSoOrIsNotHarmed) {
  SqlitePlace place(fast_place());
  fill(*place.open());
  Sweep sweep(place, everything(place.options));
  const std::size_t size = sweep.sound(place.database()).size();
  Random random(11);
  // All of the header of the file, then anywhere.
  constexpr int header_bytes = 108;
  for (int round = 0; round < header_bytes + rounds_or(500); ++round) {
    const std::size_t byte = round < header_bytes ? static_cast<std::size_t>(round) : random.below(size);
    const int bit = random.between(0, 7);
    const int status = sweep.flip_and_look(place.database(), byte, bit);
    EXPECT_TRUE(status == same || status == found_out) << "byte " << byte << ", bit " << bit << ": status " << status;
  }
  std::printf("%d flips without effect, %d found\n", sweep.tally.same, sweep.tally.found_out);
  EXPECT_GT(sweep.tally.found_out, 0);
}

// SQLite ends its reading of the log at the first frame that is damaged, so the store opens as it was before that
// frame.
TEST(StoreWithAFlippedBit, InTheLogOfAProcessThatWasKilledIsSoundAndNeverCrashes) {
  SqlitePlace place(fast_place());
  {
    Child child([&](int) {
      const auto store = place.open();
      fill(*store);
      ::raise(SIGKILL);
      return 0;
    });
    ASSERT_EQ(child.wait(), 1000 + SIGKILL);
  }
  const std::filesystem::path log = place.database().string() + "-wal";
  Sweep sweep(place, "");
  const std::size_t size = sweep.sound(log).size();
  Random random(12);
  for (int round = 0; round < rounds_or(150); ++round) {
    const std::size_t byte = random.below(size);
    const int status = sweep.flip_and_look(log, byte, random.between(0, 7));
    EXPECT_TRUE(status == found_out || status == silently_other) << "byte " << byte << ": status " << status;
  }
  std::printf("%d opened as they were before the damage, %d refused\n", sweep.tally.other, sweep.tally.found_out);
}

}  // namespace
}  // namespace passend::faults
