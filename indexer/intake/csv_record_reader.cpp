// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/csv_record_reader.hpp"

#include "indexer/intake/dropped_fields.hpp"
#include "indexer/intake/record_rules.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::intake {
namespace {

SourceRef& source_of(Portfolio& portfolio) {
  return portfolio.search.source;
}
SourceRef& source_of(Vacancy& vacancy) {
  return vacancy.source;
}
SourceRef& source_of(Employer& employer) {
  return employer.source;
}

/// Where a mapping says what the id is, an id made up for the rows without one would come twice after a correction.
void note_empty_id(std::string_view column, RecordNotes& notes) {
  if (column != "sourceId") return;
  notes.reject({.field = std::string(column),
                .value = {},
                .reason = "the column that the mapping takes the source id from holds none",
                .remedy = "fill it in, or take the source id from another column"});
}

}  // namespace

CsvRecordReader::CsvRecordReader(std::istream& input, CsvKind kind, const ReadingOptions& options)
    : csv_(input, {.delimiter = '\0', .max_record_bytes = maximum_record_bytes}),
      kind_(std::move(kind)),
      options_(options) {
  if (options_.mapping == nullptr) {
    bindings_.push_back(bind_columns(kind_, csv_.header()));
    return;
  }
  bindings_.push_back(bind_columns(kind_, csv_.header(), *options_.mapping));
  for (const auto& layout : options_.mapping->layouts)
    bindings_.push_back(bind_columns(kind_, layout, *options_.mapping));
}

ReadEvent CsvRecordReader::next() {
  switch (csv_.next()) {
    case text::CsvEvent::end:
      return EndOfRecords{};
    case text::CsvEvent::broken: {
      ++number_;
      RecordNotes notes(notes_, csv_.line(), number_);
      notes.reject({.field = {},
                    .value = {},
                    .reason = csv_.problem(),
                    .remedy = "mend this row in the source and import the file again; what was read is loaded"});
      return rejected(notes.take_rejections());
    }
    case text::CsvEvent::record:
      break;
  }
  ++number_;
  return read_row();
}

ReadEvent CsvRecordReader::read_row() {
  fields_.clear();
  for (std::size_t i = 0; i < csv_.field_count(); ++i) fields_.push_back(csv_.field(i));
  RecordNotes notes(notes_, csv_.line(), number_);
  if (!check_bytes(notes)) return rejected(notes.take_rejections());

  Attempt best = attempt(bindings_.front());
  for (std::size_t i = 1; i < bindings_.size(); ++i) {
    Attempt other = attempt(bindings_[i]);
    const bool better = other.record && (!best.record || other.warnings.size() < best.warnings.size());
    if (better) best = std::move(other);
  }
  for (const auto& [rule, count] : best.notes.dropped_by_rule) notes_.dropped_by_rule[rule] += count;
  if (!best.record) return rejected(std::move(best.rejections));
  return ReadRecord{csv_.line(), number_, std::move(*best.record), std::move(best.warnings)};
}

/// Reads the row as one binding has it. What it notes about the file counts only when this attempt is the one that is
/// kept.
CsvRecordReader::Attempt CsvRecordReader::attempt(const CsvBinding& binding) {
  Attempt attempt;
  RecordNotes notes(attempt.notes, csv_.line(), number_);
  Row row;
  row.today = options_.today;
  row.leniency = options_.mapping == nullptr ? Leniency::own_columns : Leniency::foreign_columns;
  for (std::size_t i = 0; i < binding.sources.size(); ++i) {
    row.cells.push_back(value_in(binding.sources[i], fields_));
    if (binding.sources[i].mapped != nullptr && row.cells.back().empty()) note_empty_id(kind_.columns[i].name, notes);
  }
  for (const auto& [position, rule] : binding.dropped) {
    if (position >= fields_.size() || trimmed(fields_[position]).empty()) continue;
    notes.dropped(rule);
    if (rule == birth_date_rule) row.birth_date = read_date(fields_[position]);
  }
  for (std::size_t i = binding.width; i < fields_.size(); ++i) {
    if (trimmed(fields_[i]).empty()) continue;
    notes.reject({.field = {},
                  .value = {},
                  .reason = "the row has " + std::to_string(fields_.size()) + " fields and the header " +
                            std::to_string(binding.width),
                  .remedy = "put a text that holds the delimiter in quotes"});
    break;
  }
  if (!notes.rejected()) attempt.record = kind_.read(row, notes);
  if (attempt.record) {
    std::visit(
        [&](auto& record) {
          source_of(record).system = options_.source_system;
          hold_to_rules(record, options_.postcodes, notes);
        },
        *attempt.record);
  }
  if (notes.rejected()) attempt.record.reset();
  attempt.rejections = notes.take_rejections();
  attempt.warnings = notes.take_warnings();
  return attempt;
}

bool CsvRecordReader::check_bytes(RecordNotes& notes) const {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const auto offset = text::invalid_utf8_offset(fields_[i]);
    if (!offset) continue;
    const std::string column = i < csv_.header().size() ? excerpt(csv_.header()[i]) : std::string();
    notes.reject({.field = column,
                  .value = {},
                  .reason = "the row is not UTF-8: byte " + std::to_string(*offset) + " of field " +
                            std::to_string(i + 1) + " belongs to no character",
                  .remedy = "save the file as UTF-8 (in Excel: CSV UTF-8) and import it again"});
    return false;
  }
  return true;
}

RejectedRecord CsvRecordReader::rejected(std::vector<ImportIssue> reasons) const {
  return {csv_.line(), number_, std::move(reasons)};
}

}  // namespace passend::intake
