// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "matcher/run/run_json.hpp"

namespace passend::run {

/// What was found that is not as it should be, in words for the log or the screen.
using Notices = std::vector<std::string>;

/// Which records to read.
struct RunFilter {
  std::optional<Date> from{};    ///< First day (UTC).
  std::optional<Date> until{};   ///< Last day.
  std::optional<Id128> party{};  ///< Only records in which this id stands, as the one asked for or as a row.
};

struct PruneReport {
  std::uint64_t removed = 0;     ///< Records.
  std::uint64_t kept = 0;        ///< Records.
  std::uint64_t unreadable = 0;  ///< Lines that are no records, left as they are until their month goes.
};

/// The runs of one data directory: append-only files, one a month (UTC), one record a line. Each line carries the
/// SHA-256 of its record, so that a damaged one is known and harms no other. What append() has returned from is
/// durable. Any number of threads and processes may read and write; one writes at a time.
class RunLog {
 public:
  /// Makes nothing before the first append.
  explicit RunLog(std::filesystem::path directory) : directory_(std::move(directory)) {}

  /// Throws disk_full or storage_failed; then none of `records` is there, or, where they are of several months, those
  /// of earlier months alone. A half line that an interrupted write left is moved to a file of its own first, and told
  /// of.
  Notices append(std::span<const Record> records) const;

  /// Calls `each` for every record of the filter, oldest file first, in the order of writing; ends when it returns
  /// false. Lines that are not records are skipped, stay where they are and are told of.
  Notices read(const RunFilter& filter, const std::function<bool(Record&& record)>& each) const;
  /// The run with this id.
  std::optional<Run> find(RunId id) const;

  /// Removes the records of days before `first_kept`, and files of whole months before it.
  PruneReport prune(Date first_kept) const;

  const std::filesystem::path& directory() const { return directory_; }

 private:
  std::filesystem::path directory_;
};

}  // namespace passend::run
