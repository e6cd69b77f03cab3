// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "indexer/model/import_report.hpp"
#include "indexer/store/store.hpp"

namespace passend::intake {

/// One record of a file that can be loaded, and what its reader could not make use of.
struct ReadRecord {
  std::uint64_t line = 0;    ///< First line of the record in the file, from 1.
  std::uint64_t number = 0;  ///< Number of the record in the file, from 1.
  store::Record record;
  std::vector<ImportIssue> warnings;
};

/// One record of a file that cannot be loaded, with every reason found.
struct RejectedRecord {
  std::uint64_t line = 0;
  std::uint64_t number = 0;
  std::vector<ImportIssue> reasons;  ///< At least one.
};

struct EndOfRecords {
  bool complete = true;              ///< False: the file broke off; there may have been more.
  std::vector<ImportIssue> remarks;  ///< About the file as a whole (record 0).
};

using ReadEvent = std::variant<ReadRecord, RejectedRecord, EndOfRecords>;

/// A file of one format as a stream of records. Memory is bounded by the longest record it accepts (1 MiB), whatever
/// the length of the file or of a line. A file that cannot be begun (no such column, not UTF-8 at all) is an Error of
/// the constructor; all that is wrong with one record is a RejectedRecord, and reading goes on.
class RecordReader {
 public:
  virtual ~RecordReader() = default;

  /// The next record; EndOfRecords from the end on.
  virtual ReadEvent next() = 0;

  /// What was left out by rule so far, and how often (dropped_fields.hpp).
  virtual const std::map<std::string, std::uint64_t>& dropped_by_rule() const = 0;
};

inline constexpr std::size_t maximum_record_bytes = 1024 * 1024;

}  // namespace passend::intake
