// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"
#include "indexer/base/id.hpp"

struct sqlite3;
struct sqlite3_stmt;

/// The one door to SQLite's C interface.
namespace passend::store {

/// What a failed statement means for the store that it belongs to.
enum class Aftermath : std::uint8_t {
  usable,  ///< The transaction is gone, the store goes on.
  reopen   ///< The files are in doubt: nothing more is written until the store has been opened again.
};

/// A failure of SQLite. The message names the result code, never the statement, its values or SQLite's own text.
class SqliteError : public Error {
 public:
  SqliteError(ErrorCode code, const std::string& detail, Aftermath aftermath)
      : Error(code, detail), aftermath_(aftermath) {}
  Aftermath aftermath() const { return aftermath_; }

 private:
  Aftermath aftermath_;
};

/// One run of a prepared statement: values are bound from left to right, then rows are read. It is put back when the
/// object dies, so an open read never outlives its scope.
class Query {
 public:
  Query(sqlite3* database, sqlite3_stmt* statement, const std::filesystem::path& path)
      : database_(database), statement_(statement), path_(path) {}
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& integer(std::int64_t value);
  Query& text(std::string_view value);
  Query& blob(std::string_view value);
  Query& id(const Id128& value);

  /// Moves to the next row; false after the last one. Columns count from 0.
  bool next();
  /// Runs a statement that gives no rows.
  void run() { next(); }

  std::int64_t integer_at(int column) const;
  /// Bytes of a text or blob; valid until the next call of next().
  std::string_view bytes_at(int column) const;
  /// Throws storage_corrupt when the column does not hold 16 bytes.
  Id128 id_at(int column) const;

 private:
  void expect(int result) const;

  sqlite3* database_;
  sqlite3_stmt* statement_;
  const std::filesystem::path& path_;
  int bound_ = 0;
};

/// Who opens a database file: the one that writes and checkpoints, or one that only reads.
enum class ConnectionRole : std::uint8_t { writer, reader };

/// One connection, for one thread at a time, with the settings that the promises of the store rest on.
class Connection {
 public:
  /// Throws storage_failed, storage_corrupt, unsupported_format (the file is no SQLite database), file_missing.
  Connection(std::filesystem::path path, ConnectionRole role);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// A prepared statement, kept for the next time. `sql` must not depend on data.
  Query query(std::string_view sql);
  /// Runs a script of statements that give no rows.
  void script(const std::string& sql);
  /// The first column of the first row of a statement without values, such as a pragma; 0 without a row.
  std::int64_t number(std::string_view sql);

  std::int64_t last_inserted() const;
  /// Rows that the latest statement inserted, changed or deleted.
  std::int64_t touched() const;
  bool in_transaction() const;

  /// Pages in the write-ahead log after this connection's latest commit.
  int log_pages() const { return log_pages_; }

  /// Moves the write-ahead log into the database file as far as readers allow; `truncate` also empties the log.
  /// False when a reader held a part of it back.
  enum class Checkpoint : std::uint8_t { passive, truncate };
  bool checkpoint(Checkpoint kind);

 private:
  void configure(ConnectionRole role);

  std::filesystem::path path_;
  sqlite3* database_ = nullptr;
  int log_pages_ = 0;
  std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
};

/// The 16 bytes of an id as they stand in the database: big-endian, so that the order of bytes is the order of ids.
std::string to_bytes(const Id128& id);

}  // namespace passend::store
