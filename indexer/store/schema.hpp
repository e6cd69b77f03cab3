// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>

#include "indexer/store/migrations.hpp"
#include "indexer/store/sqlite.hpp"

namespace passend::store {

/// What a database file of ours is and by which steps it is made.
struct Schema {
  std::int64_t application_id = 0;
  std::span<const Migration> migrations;
};
Schema store_schema();
Schema read_log_schema();

/// Refuses a file that is not a store of this program or older: unsupported_format for a database of another program or
/// for a newer schema, storage_corrupt when a migration that was applied is not the one of this number.
/// Changes nothing. Returns the number of the last migration that was applied, 0 for an empty file.
int verify_schema(Connection& connection, const std::filesystem::path& path, const Schema& schema = store_schema());

/// Applies the migrations that are missing, each in one transaction with its row in `migrations`.
void apply_migrations(Connection& writer, int applied, const Schema& schema = store_schema());

/// Lets the file have a write-ahead log; throws storage_failed where the file system does not allow one.
void require_log(Connection& writer);

}  // namespace passend::store
