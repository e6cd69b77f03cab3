// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <mutex>

#include "indexer/store/detail_cipher.hpp"
#include "indexer/store/group_commit.hpp"
#include "indexer/store/sqlite.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "indexer/store/store_directory.hpp"

namespace passend::store {

/// What one process writes with. Closes from the last to the first: the writing thread, the connection (which
/// checkpoints), the lock of the directory.
struct Writer {
  /// Opens or makes the store; throws as open_sqlite_store.
  explicit Writer(const StoreOptions& options);

  StoreDirectory directory;
  Connection connection;
  DetailKey key;
  GroupCommit commits;
};

/// Whose turn it is to write. Threads that write at the same time share one turn, and with it its commits; it ends
/// with the last of them, so that another process can write. Thread-safe.
class WritingTurns {
 public:
  explicit WritingTurns(StoreOptions options) : options_(std::move(options)) {}

  /// The turn for as long as the caller holds it. Throws as open_sqlite_store.
  std::shared_ptr<Writer> take();

 private:
  StoreOptions options_;
  std::mutex mutex_;
  std::weak_ptr<Writer> current_;
};

/// Throws as verify_schema.
bool has_newest_schema(const StoreDirectory& directory);

/// The key of a store that exists and is only to be read. Throws key_missing, unsupported_format for an older schema.
DetailKey key_of_store(const StoreOptions& options, const StoreDirectory& directory);

}  // namespace passend::store
