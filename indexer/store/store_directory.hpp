// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>

#include "indexer/store/sqlite_store.hpp"

namespace passend::store {

/// The directory of a store: its mode, its database file and, for the process that writes, its lock, which is held as
/// long as the object lives and goes with the process however it ends.
class StoreDirectory {
 public:
  /// Makes the directory (0700) and an empty database file (0600) when they are absent and `access` allows writing.
  /// Waits at most `patience` for the lock. `name`: of the files, `name`.sqlite and `name`.lock.
  StoreDirectory(const std::filesystem::path& directory, Access access, std::chrono::milliseconds patience,
                 const std::string& name = "store");
  ~StoreDirectory();
  StoreDirectory(const StoreDirectory&) = delete;
  StoreDirectory& operator=(const StoreDirectory&) = delete;

  const std::filesystem::path& database() const { return database_; }

 private:
  void lock(std::chrono::milliseconds patience);

  std::filesystem::path directory_;
  std::filesystem::path database_;
  std::filesystem::path lock_file_;
  int lock_ = -1;
};

}  // namespace passend::store
