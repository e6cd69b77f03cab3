// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "indexer/store/store.hpp"

namespace passend::store {

/// What to do when the key file is not there. A key is only ever made for a store that holds nothing yet.
enum class MissingKey : std::uint8_t { refuse, create };

/// Whether this process may write. One process writes at a time; any number may read beside it.
enum class Access : std::uint8_t {
  read_write,  ///< Holds the store for writing as long as it is open.
  read_only,
  shared,  ///< Reads, and holds the store for writing only while somebody writes: for a server beside which imports
           ///< run.
};

struct StoreOptions {
  std::filesystem::path directory;  ///< On a local disk; made with mode 0700 when it does not exist.
  std::filesystem::path key_file;   ///< 64 hexadecimal digits, mode 0600. Better not in `directory`: backups differ.
  MissingKey missing_key = MissingKey::refuse;
  Access access = Access::read_write;
  unsigned readers = 4;                   ///< Connections for reading, 1..64; a reader waits while all are taken.
  std::chrono::milliseconds patience{0};  ///< How long to wait for another process that writes.
};

/// Opens the store in a directory, or makes one where there is none, and brings its schema up to date. Throws
/// - storage_busy: another process writes there and did not end within our patience; it is named
/// - key_missing: no key file, readable by others, malformed, or not the key of this store
/// - unsupported_format: a database of another program, or a schema newer than this program
/// - configuration: the directory is open to others, or holds other files and no store
/// - storage_corrupt, storage_failed, disk_full.
/// With Access::read_only, write() and detail_profile() (which must leave an audit row) throw forbidden. With
/// Access::shared they wait for another process that writes as long as our patience, and then throw storage_busy.
std::unique_ptr<Store> open_sqlite_store(const StoreOptions& options);

}  // namespace passend::store
