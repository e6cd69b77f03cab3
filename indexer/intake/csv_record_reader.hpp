// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <istream>
#include <vector>

#include "indexer/intake/csv_binding.hpp"
#include "indexer/intake/csv_columns.hpp"
#include "indexer/intake/formats.hpp"
#include "indexer/intake/record_notes.hpp"
#include "indexer/intake/record_reader.hpp"
#include "indexer/text/csv_reader.hpp"

namespace passend::intake {

/// Reads the rows of a CSV file of one kind, with the documented column names or through a mapping.
class CsvRecordReader : public RecordReader {
 public:
  /// Throws malformed_document or invalid_input when the header does not fit. `options.mapping` must outlive the
  /// reader.
  CsvRecordReader(std::istream& input, CsvKind kind, const ReadingOptions& options);

  ReadEvent next() override;
  const std::map<std::string, std::uint64_t>& dropped_by_rule() const override { return notes_.dropped_by_rule; }

 private:
  struct Attempt {
    std::optional<store::Record> record;
    std::vector<ImportIssue> rejections;
    std::vector<ImportIssue> warnings;
    FileNotes notes;
  };

  ReadEvent read_row();
  Attempt attempt(const CsvBinding& binding);
  bool check_bytes(RecordNotes& notes) const;
  RejectedRecord rejected(std::vector<ImportIssue> reasons) const;

  text::CsvReader csv_;
  CsvKind kind_;
  ReadingOptions options_;
  std::vector<CsvBinding> bindings_;  ///< The header's first, then the other layouts of the mapping.
  std::vector<std::string_view> fields_;
  FileNotes notes_;
  std::uint64_t number_ = 0;
};

}  // namespace passend::intake
