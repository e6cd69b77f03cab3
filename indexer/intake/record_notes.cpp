// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/record_notes.hpp"

#include "indexer/base/utf8.hpp"
#include "indexer/model/citizen_numbers.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::intake {
namespace {

constexpr std::size_t excerpt_characters = 80;
// A file with a million different attribute names must not make a report of a million lines.
constexpr std::size_t attributes_kept = 50;
// A record of a megabyte can hold a hundred thousand wrong items; nobody reads more than this of one record.
constexpr std::size_t issues_per_record = 20;

}  // namespace

void RecordNotes::reject(Finding finding) {
  if (rejections_.size() < issues_per_record) {
    rejections_.push_back(issue(ImportIssue::Severity::rejected, std::move(finding)));
  }
}

void RecordNotes::warn(Finding finding) {
  if (warnings_.size() < issues_per_record) {
    warnings_.push_back(issue(ImportIssue::Severity::warning, std::move(finding)));
  }
}

void RecordNotes::dropped(std::string_view rule_name) {
  ++file_.dropped_by_rule[std::string(rule_name)];
}

void RecordNotes::unknown_attribute(std::string_view name) {
  const std::string key = excerpt(name);
  const auto known = file_.unknown_attributes.find(key);
  if (known != file_.unknown_attributes.end()) {
    ++known->second;
  } else if (file_.unknown_attributes.size() < attributes_kept) {
    file_.unknown_attributes.emplace(key, 1);
  }
}

ImportIssue RecordNotes::issue(ImportIssue::Severity severity, Finding finding) const {
  ImportIssue issue;
  issue.severity = severity;
  issue.line = line_;
  issue.record = number_;
  issue.field = excerpt(finding.field);
  issue.value = excerpt(finding.value);
  issue.reason = std::move(finding.reason);
  issue.remedy = std::move(finding.remedy);
  return issue;
}

std::string excerpt(std::string_view value) {
  std::string clean = text::clean_text(value.substr(0, excerpt_characters * 8));
  for (char& byte : clean) {
    if (byte == '\n') byte = ' ';
  }
  // A column that has slipped puts any number anywhere.
  blank_citizen_numbers(clean, Suspicion::likely);
  clean.resize(code_point_prefix(clean, excerpt_characters).size());
  return clean;
}

}  // namespace passend::intake
