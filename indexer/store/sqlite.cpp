// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/sqlite.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace passend::store {
namespace {

constexpr int busy_timeout_ms = 10000;
// Writers wait while the log is emptied, so a long reader does not hold them up: it is tried again later.
constexpr int checkpoint_wait_ms = 100;

bool is_full(int result, int system_error) {
  if ((result & 0xFF) == SQLITE_FULL) return true;
  const bool no_room = system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
  return (result & 0xFF) == SQLITE_IOERR && no_room;
}

// After a failed fsync nobody knows what the disk holds, whatever the reason was; a second fsync would lie.
bool is_failed_sync(int result) {
  return result == SQLITE_IOERR_FSYNC || result == SQLITE_IOERR_DIR_FSYNC;
}

[[noreturn]] void refuse(int result, int system_error, const std::filesystem::path& path) {
  const std::string where = "store '" + path.string() + "': ";
  std::string what = std::string(sqlite3_errstr(result)) + " (SQLite " + std::to_string(result);
  if (system_error != 0) what += std::string(", system: ") + std::strerror(system_error);
  what += ")";
  if (is_full(result, system_error)) {
    const Aftermath aftermath = is_failed_sync(result) ? Aftermath::reopen : Aftermath::usable;
    throw SqliteError(ErrorCode::disk_full, where + "no room to write: " + what + "; free some space and try again",
                      aftermath);
  }
  switch (result & 0xFF) {
    case SQLITE_CORRUPT:
      throw SqliteError(ErrorCode::storage_corrupt,
                        where + what + "; stop writing, run 'store check', and restore a backup", Aftermath::reopen);
    case SQLITE_NOTADB:
      throw SqliteError(ErrorCode::storage_corrupt,
                        where + "this is not a store, or its first page is damaged: " + what +
                            "; name another directory or restore a backup",
                        Aftermath::reopen);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw SqliteError(ErrorCode::storage_busy,
                        where + "another process keeps the file locked: " + what + "; stop it and try again",
                        Aftermath::usable);
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
      throw SqliteError(ErrorCode::internal, where + "a rule of the schema was broken: " + what, Aftermath::usable);
    case SQLITE_IOERR:
      throw SqliteError(ErrorCode::storage_failed,
                        where + what + "; see the system's log about the disk, then open the store again",
                        Aftermath::reopen);
    default:
      throw SqliteError(ErrorCode::storage_failed, where + what, Aftermath::usable);
  }
}

void expect_ok(sqlite3* database, int result, const std::filesystem::path& path) {
  if (result == SQLITE_OK) return;
  // SQLite keeps the system's reason for most failures, but not for those of a COMMIT; errno still has it then. It is
  // cleared before each call that does I/O.
  const int left_behind = errno;
  const bool io = (result & 0xFF) == SQLITE_IOERR || (result & 0xFF) == SQLITE_CANTOPEN;
  const int kept = io && database != nullptr ? sqlite3_system_errno(database) : 0;
  refuse(result, io && kept == 0 ? left_behind : kept, path);
}

}  // namespace

Query::~Query() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Query::expect(int result) const {
  expect_ok(database_, result, path_);
}

Query& Query::integer(std::int64_t value) {
  expect(sqlite3_bind_int64(statement_, ++bound_, value));
  return *this;
}

Query& Query::text(std::string_view value) {
  expect(sqlite3_bind_text64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Query& Query::blob(std::string_view value) {
  expect(sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT));
  return *this;
}

Query& Query::id(const Id128& value) {
  return blob(to_bytes(value));
}

bool Query::next() {
  errno = 0;
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  expect(result);
  return false;
}

std::int64_t Query::integer_at(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view Query::bytes_at(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view()
                          : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

Id128 Query::id_at(int column) const {
  const std::string_view bytes = bytes_at(column);
  if (bytes.size() != 16) expect(SQLITE_CORRUPT);
  Id128 id;
  for (std::size_t i = 0; i < 8; ++i) {
    id.high = (id.high << 8) | static_cast<unsigned char>(bytes[i]);
    id.low = (id.low << 8) | static_cast<unsigned char>(bytes[i + 8]);
  }
  return id;
}

Connection::Connection(std::filesystem::path path, ConnectionRole role) : path_(std::move(path)) {
  // The file has been made before, with its own mode; SQLite gives the -wal and -shm files the mode of the file.
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  const int result = sqlite3_open_v2(path_.c_str(), &database_, flags, nullptr);
  try {
    expect_ok(database_, result, path_);
    configure(role);
  } catch (...) {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(database_);
    throw;
  }
}

Connection::~Connection() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(database_);
}

void Connection::configure(ConnectionRole role) {
  sqlite3_busy_timeout(database_, busy_timeout_ms);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  script(
      "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; "
      "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 0;");
  if (role == ConnectionRole::reader) {
    // The last connection to close would checkpoint: only the writer may.
    sqlite3_db_config(database_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    script("PRAGMA cache_size = -8192; PRAGMA query_only = ON;");
  } else {
    script("PRAGMA cache_size = -65536; PRAGMA synchronous = FULL;");
    sqlite3_wal_hook(
        database_,
        [](void* pages, sqlite3*, const char*, int count) {
          *static_cast<int*>(pages) = count;
          return SQLITE_OK;
        },
        &log_pages_);
  }
}

Query Connection::query(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    sqlite3_stmt* statement = nullptr;
    expect_ok(database_,
              sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                 &statement, nullptr),
              path_);
    found = statements_.emplace(std::string(sql), statement).first;
  }
  if (sqlite3_stmt_busy(found->second) != 0) throw Error(ErrorCode::internal, "a statement was started twice");
  return {database_, found->second, path_};
}

void Connection::script(const std::string& sql) {
  errno = 0;
  expect_ok(database_, sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr), path_);
}

std::int64_t Connection::number(std::string_view sql) {
  Query query = this->query(sql);
  return query.next() ? query.integer_at(0) : 0;
}

std::int64_t Connection::last_inserted() const {
  return sqlite3_last_insert_rowid(database_);
}

std::int64_t Connection::touched() const {
  return sqlite3_changes64(database_);
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_) == 0;
}

bool Connection::checkpoint(Checkpoint kind) {
  const int mode = kind == Checkpoint::truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  sqlite3_busy_timeout(database_, checkpoint_wait_ms);
  int in_log = 0;
  int moved = 0;
  errno = 0;
  const int result = sqlite3_wal_checkpoint_v2(database_, nullptr, mode, &in_log, &moved);
  sqlite3_busy_timeout(database_, busy_timeout_ms);
  if ((result & 0xFF) == SQLITE_BUSY) return false;
  expect_ok(database_, result, path_);
  log_pages_ = in_log - moved;
  return log_pages_ == 0;
}

std::string to_bytes(const Id128& id) {
  std::string bytes(16, '\0');
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<char>(id.high >> (56 - 8 * i));
    bytes[i + 8] = static_cast<char>(id.low >> (56 - 8 * i));
  }
  return bytes;
}

}  // namespace passend::store
