// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"

/// Who looked at whom, when and why: the records of Logboek dataverwerkingen, one per person shown, in a file of its
/// own beside the store. It holds pseudonyms alone: candidate ids, and the subjects of those who looked.
namespace passend::store {

enum class ReadStatus : std::uint8_t { unset = 0, ok = 1, error = 2 };

/// What is done, by whom and why. Texts are empty where there is nothing to say; none is a person's name.
struct ReadAct {
  std::string name;      ///< Action in words that stay, e.g. "see_candidate".
  std::string activity;  ///< URI in the register of processing activities (dpl.core.processing_activity_id).
  std::string role;      ///< By which role.
  std::string reader;    ///< Subject at the identity provider.
  std::string tenant;    ///< Organisation on whose behalf.
  std::string purpose;   ///< <= 200 characters
  bool operator==(const ReadAct&) const = default;
};

/// A request in a chain of requests (W3C Trace Context), with its begin and its end.
struct ReadSpan {
  Id128 trace;
  std::uint64_t parent = 0;  ///< Span of who asked us; 0: none.
  ReadStatus status = ReadStatus::ok;
  Timestamp started;
  Timestamp ended;
  bool operator==(const ReadSpan&) const = default;
};

/// One row: one person was shown once.
struct PersonRead {
  std::int64_t number = 0;  ///< Rising, never given twice.
  std::uint64_t span = 0;   ///< Of this row alone; never 0.
  CandidateId person;
  ReadSpan request;
  ReadAct act;
};

/// Which rows: what is absent or empty asks nothing.
struct ReadFilter {
  std::optional<CandidateId> person{};
  std::string reader{};  ///< Subject, whole.
  std::string name{};    ///< Of the act, e.g. "see_candidate".
  std::string tenant{};
  std::optional<Timestamp> from{};      ///< Of its end.
  std::optional<Timestamp> before{};    ///< Of its end.
  std::optional<std::int64_t> up_to{};  ///< Number of the newest row that counts, so that pages belong together.
};

struct ReadPage {
  std::int64_t total = 0;  ///< Of all pages.
  std::int64_t up_to = 0;  ///< Of select(): as asked; without a question the newest row that there is.
  std::vector<PersonRead> rows;
};

class ReadLog {
 public:
  virtual ~ReadLog() = default;

  /// A row for each person. Durable when it returns; concurrent callers are committed together. Throws disk_full,
  /// storage_failed, storage_busy (another process writes and does not end), forbidden when opened for reading: whoever
  /// was to be shown these people must then not be.
  virtual void append(const ReadAct& act, const ReadSpan& request, const std::vector<CandidateId>& persons) = 0;

  /// Who looked at a person, newest first. Thread-safe, as all reads.
  virtual ReadPage of(CandidateId person, std::int64_t offset, std::int64_t limit) = 0;
  /// Rows with a number above `number` that ended at or after `since`, in order of number.
  virtual std::vector<PersonRead> after(std::int64_t number, Timestamp since, std::int64_t limit) = 0;

  virtual std::int64_t count_before(Timestamp time) = 0;
  /// Removes what ended before `time`, with the readers and purposes of which nothing is left. Returns how many rows.
  virtual std::int64_t prune(Timestamp time) = 0;

  /// Number of the last row that a collector acknowledged; 0: none.
  virtual std::int64_t passed_on(std::string_view endpoint) = 0;
  virtual void pass_on(std::string_view endpoint, std::int64_t number) = 0;

  /// What is wrong with the file; empty: sound.
  virtual std::vector<std::string> check() = 0;

  /// Rows that a filter lets through, newest first.
  virtual ReadPage select(const ReadFilter& filter, std::int64_t offset, std::int64_t limit) = 0;
};

enum class ReadLogAccess : std::uint8_t {
  read_write,  ///< Holds the log for writing only while a group is written: several processes take turns.
  read_only,
};

/// Opens the log in a directory on a local disk (0700, files 0600); `read_write` makes one where there is none. Throws
/// as open_sqlite_store, file_missing where there is none to read.
std::unique_ptr<ReadLog> open_read_log(const std::filesystem::path& directory, ReadLogAccess access);

}  // namespace passend::store
