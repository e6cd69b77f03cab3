// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/schema.hpp"

#include <string>

#include "indexer/base/hash.hpp"

namespace passend::store {
namespace {

void compare_applied(Connection& connection, std::int64_t applied, const std::filesystem::path& path,
                     std::span<const Migration> known) {
  Query query = connection.query("SELECT number, hash FROM migrations ORDER BY number");
  std::int64_t seen = 0;
  while (query.next()) {
    const bool in_order = query.integer_at(0) == seen + 1 && seen < applied;
    if (!in_order || query.bytes_at(1) != sha256_hex(known[static_cast<std::size_t>(seen)].sql)) break;
    ++seen;
  }
  if (seen == applied) return;
  throw Error(
      ErrorCode::storage_corrupt,
      "store '" + path.string() + "': migration " + std::to_string(seen + 1) +
          " is recorded otherwise than this program knows it; restore a backup, or use the program that made it");
}

}  // namespace

Schema store_schema() {
  return {0x50736E64, migrations()};  // "Psnd"
}

Schema read_log_schema() {
  return {0x50736E52, read_log_migrations()};  // "PsnR"
}

int verify_schema(Connection& connection, const std::filesystem::path& path, const Schema& schema) {
  const std::int64_t id = connection.number("PRAGMA application_id");
  const std::int64_t version = connection.number("PRAGMA user_version");
  const std::int64_t objects = connection.number("SELECT count(*) FROM sqlite_schema");
  const auto newest = static_cast<std::int64_t>(schema.migrations.size());
  if (id == 0 && version == 0 && objects == 0) return 0;
  if (id != schema.application_id) {
    throw Error(ErrorCode::unsupported_format, "'" + path.string() +
                                                   "' is an SQLite database of another program (application id " +
                                                   std::to_string(id) + "); name another directory");
  }
  if (version < 1 || version > newest) {
    throw Error(ErrorCode::unsupported_format, "store '" + path.string() + "' has schema " + std::to_string(version) +
                                                   ", this program knows 1 to " + std::to_string(newest) +
                                                   "; install the version of Passend that wrote it, or a newer one");
  }
  compare_applied(connection, version, path, schema.migrations);
  return static_cast<int>(version);
}

void apply_migrations(Connection& writer, int applied, const Schema& schema) {
  for (const Migration& migration : schema.migrations) {
    if (migration.number <= applied) continue;
    writer.script("BEGIN IMMEDIATE");
    try {
      if (migration.number == 1) {
        writer.script(
            "CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT");
        writer.script("PRAGMA application_id = " + std::to_string(schema.application_id));
      }
      writer.script(std::string(migration.sql));
      writer.query("INSERT INTO migrations (number, name, hash) VALUES (?, ?, ?)")
          .integer(migration.number)
          .text(migration.name)
          .text(sha256_hex(migration.sql))
          .run();
      writer.script("PRAGMA user_version = " + std::to_string(migration.number));
      writer.script("COMMIT");
    } catch (...) {
      if (writer.in_transaction()) writer.script("ROLLBACK");
      throw;
    }
  }
}

void require_log(Connection& writer) {
  Query query = writer.query("PRAGMA journal_mode = WAL");
  if (query.next() && query.bytes_at(0) == "wal") return;
  throw Error(ErrorCode::storage_failed,
              "this file system does not allow a write-ahead log; keep the store on a local disk");
}

}  // namespace passend::store
