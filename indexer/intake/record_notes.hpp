// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/import_report.hpp"

namespace passend::intake {

/// What is noted over a whole file.
struct FileNotes {
  std::map<std::string, std::uint64_t> dropped_by_rule;
  /// Attributes that the format does not know, by name: a newer version of the other side, by design no error.
  std::map<std::string, std::uint64_t> unknown_attributes;
};

/// What is wrong with one place of one record. `value` stays empty wherever it could name a person, say where one lives
/// or be free text; the report is read by more people than the file.
struct Finding {
  std::string field;
  std::string value;
  std::string reason;
  std::string remedy;
};

/// What is noted while one record is read. Reading goes on after a rejection, so that a person gets every reason at
/// once.
class RecordNotes {
 public:
  RecordNotes(FileNotes& file, std::uint64_t line, std::uint64_t number) : file_(file), line_(line), number_(number) {}

  void reject(Finding finding);
  void warn(Finding finding);
  void dropped(std::string_view rule_name);
  void unknown_attribute(std::string_view name);

  bool rejected() const { return !rejections_.empty(); }
  std::vector<ImportIssue> take_rejections() { return std::move(rejections_); }
  std::vector<ImportIssue> take_warnings() { return std::move(warnings_); }

 private:
  ImportIssue issue(ImportIssue::Severity severity, Finding finding) const;

  FileNotes& file_;
  std::uint64_t line_;
  std::uint64_t number_;
  std::vector<ImportIssue> rejections_;
  std::vector<ImportIssue> warnings_;
};

/// At most 80 characters of a value as found, without control characters and without what may be a citizen service
/// number; whole UTF-8 characters only.
std::string excerpt(std::string_view value);

}  // namespace passend::intake
