// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/intake/json_record_reader.hpp"
#include "indexer/model/strict_json.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::intake {

JsonRecordReader::JsonRecordReader(std::istream& input, std::vector<std::string> wrappers, Convert convert)
    : splitter_(input, {.max_document_bytes = maximum_record_bytes, .max_depth = 32, .wrappers = std::move(wrappers)}),
      convert_(std::move(convert)) {}

ReadEvent JsonRecordReader::next() {
  for (;;) {
    switch (splitter_.next()) {
      case SplitEvent::end:
        return end();
      case SplitEvent::broken:
        ++number_;
        return broken();
      case SplitEvent::document:
        break;
    }
    if (auto event = read_document()) return std::move(*event);
  }
}

RejectedRecord JsonRecordReader::broken() {
  RecordNotes notes(notes_, splitter_.line(), number_);
  notes.reject({.field = {},
                .value = {},
                .reason = splitter_.problem() + " (from byte " + std::to_string(splitter_.offset()) + " on)",
                .remedy = "mend this record in the source and import the file again; what was read is loaded"});
  return {splitter_.line(), number_, notes.take_rejections()};
}

std::optional<ReadEvent> JsonRecordReader::read_document() {
  ++number_;
  RecordNotes notes(notes_, splitter_.line(), number_);
  Conversion conversion;
  const std::string_view text = splitter_.document();
  if (const auto bad_byte = text::invalid_utf8_offset(text)) {
    notes.reject({.field = {},
                  .value = {},
                  .reason = "the record is not UTF-8: byte " + std::to_string(splitter_.offset() + *bad_byte) +
                            " of the file belongs to no character",
                  .remedy = "export the file as UTF-8 (not Windows-1252 or Latin-1) and import it again"});
  } else {
    try {
      conversion = convert_(parse_strict_json(text), notes);
    } catch (const Error& error) {
      notes.reject({.field = {},
                    .value = {},
                    .reason = error.what(),
                    .remedy = "mend this record in the source and import the file again"});
    }
  }
  if (conversion.meaning == Conversion::Meaning::something_else) {
    --number_;
    return std::nullopt;
  }
  if (notes.rejected() || !conversion.record) {
    return RejectedRecord{splitter_.line(), number_, notes.take_rejections()};
  }
  return ReadRecord{splitter_.line(), number_, std::move(*conversion.record), notes.take_warnings()};
}

EndOfRecords JsonRecordReader::end() const {
  EndOfRecords end;
  end.complete = splitter_.complete();
  end.remarks = remarks_on_unknown_attributes(notes_);
  if (end.complete) return end;
  ImportIssue issue;
  issue.severity = ImportIssue::Severity::warning;
  issue.line = splitter_.current_line();
  issue.reason = "the file breaks off at byte " + std::to_string(splitter_.current_offset()) + ", after record " +
                 std::to_string(number_) + ": a closing bracket is missing";
  issue.remedy = "fetch the whole file and import it again; what is already loaded is then updated or left unchanged";
  end.remarks.insert(end.remarks.begin(), std::move(issue));
  return end;
}

std::vector<ImportIssue> remarks_on_unknown_attributes(const FileNotes& notes) {
  std::vector<ImportIssue> remarks;
  for (const auto& [name, count] : notes.unknown_attributes) {
    ImportIssue issue;
    issue.severity = ImportIssue::Severity::warning;
    issue.field = name;
    issue.reason = "this attribute is not used; it stood in the file " + std::to_string(count) + " time(s)";
    issue.remedy = "nothing, when it is an attribute of a newer or older version; otherwise mend its name";
    remarks.push_back(std::move(issue));
  }
  return remarks;
}

}  // namespace passend::intake
