// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/date.hpp"

/// The bytes of the run log: lines with a checksum, files by month, one lock.
namespace passend::run {

/// {"sha256":"<of the record>","record":<record>} and a line end.
std::string line_of(std::string_view record);
/// The record of a line without its line end; absent when it is not such a line or its checksum does not fit.
std::optional<std::string_view> record_in(std::string_view line);

/// "runs-2026-11.ndjson"
std::string month_file(Date day);
/// The first day of the month that a file is for; absent for other files.
std::optional<Date> month_of(const std::filesystem::path& file);

/// Held while a process writes (exclusive) or looks how long the files are (shared).
class LogLock {
 public:
  enum class Kind : std::uint8_t { shared, exclusive };
  LogLock(const std::filesystem::path& directory, Kind kind);
  ~LogLock();
  LogLock(const LogLock&) = delete;
  LogLock& operator=(const LogLock&) = delete;

 private:
  int descriptor_ = -1;
};

/// Appends `bytes` and makes them durable, or leaves the file as long as it was and throws disk_full or storage_failed.
/// Under the exclusive lock.
void append_durably(const std::filesystem::path& file, std::string_view bytes);

/// When a file does not end in a line end, moves what stands after the last one to `<file>.torn-<offset>` and answers
/// that file. Under the exclusive lock.
std::optional<std::filesystem::path> set_torn_tail_aside(const std::filesystem::path& file);

/// Reads the lines of a file up to the length that it had when it was opened.
class LineReader {
 public:
  LineReader(const std::filesystem::path& file, std::uint64_t length);
  /// The next line without its end; absent at the end.
  std::optional<std::string_view> next();
  std::uint64_t number() const { return number_; }  ///< Of the last line, from 1.
  /// Whether the last line had no line end.
  bool torn() const { return torn_; }

 private:
  std::ifstream input_;
  std::uint64_t left_;
  std::uint64_t number_ = 0;
  bool torn_ = false;
  std::string line_;
};

}  // namespace passend::run
