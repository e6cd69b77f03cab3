// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/model/codes.hpp"

namespace passend {

/// What happened to one place of an imported file.
struct ImportIssue {
  enum class Severity : std::uint8_t { rejected, warning };
  Severity severity = Severity::rejected;
  std::uint64_t line = 0;    ///< First line of the record in the file, from 1; 0 when the file has no lines.
  std::uint64_t record = 0;  ///< Number of the record, from 1; 0 for the file as a whole.
  std::string field;         ///< Column or JSON pointer; empty: the whole record.
  std::string value;         ///< As found, cut to 80 characters; empty for fields that may name a person.
  std::string reason;        ///< What is wrong, in words.
  std::string remedy;        ///< What to do about it, in words.
  bool operator==(const ImportIssue&) const = default;
};

template <>
struct CodeNames<ImportIssue::Severity> {
  static constexpr CodeTable<ImportIssue::Severity, 2> names{
      {{ImportIssue::Severity::rejected, "rejected"}, {ImportIssue::Severity::warning, "warning"}}};
};

/// The outcome of one import: read = inserted + updated + unchanged + rejected.
struct ImportReport {
  std::string file;    ///< Name without directories.
  std::string format;  ///< e.g. "vum-portfolios", "csv-vacancies", "jobposting".
  std::uint64_t read = 0;
  std::uint64_t inserted = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t rejected = 0;
  std::uint64_t bytes = 0;
  /// Fields dropped by rule (photo, birth date, sex, nationality, ...) and how often.
  std::map<std::string, std::uint64_t> dropped_by_rule;
  std::vector<ImportIssue> issues;  ///< The first 1,000 of them; counts are complete.
  std::uint64_t issues_beyond_limit = 0;
  bool complete = false;  ///< False when the file broke off; what was read before is loaded.
  bool operator==(const ImportReport&) const = default;
};

}  // namespace passend
