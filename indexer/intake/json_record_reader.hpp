// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <istream>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "indexer/intake/json_splitter.hpp"
#include "indexer/intake/record_notes.hpp"
#include "indexer/intake/record_reader.hpp"

namespace passend::intake {

/// What becomes of one JSON document: a record; nothing, with a rejection in the notes; or nothing at all, because it
/// is not the kind of thing that is imported (a breadcrumb list between the job postings of a page).
struct Conversion {
  std::optional<store::Record> record;
  enum class Meaning : std::uint8_t { a_record, something_else } meaning = Meaning::a_record;
};

/// Reads the records of a JSON file: cuts it into documents, refuses the broken ones, and lets a function make a record
/// of each of the others.
class JsonRecordReader : public RecordReader {
 public:
  using Convert = std::function<Conversion(const nlohmann::json&, RecordNotes&)>;

  JsonRecordReader(std::istream& input, std::vector<std::string> wrappers, Convert convert);

  ReadEvent next() override;
  const std::map<std::string, std::uint64_t>& dropped_by_rule() const override { return notes_.dropped_by_rule; }

 private:
  RejectedRecord broken();
  std::optional<ReadEvent> read_document();
  EndOfRecords end() const;

  JsonSplitter splitter_;
  Convert convert_;
  FileNotes notes_;
  std::uint64_t number_ = 0;
};

/// The remarks about attributes that the format does not know, for the end of a file.
std::vector<ImportIssue> remarks_on_unknown_attributes(const FileNotes& notes);

}  // namespace passend::intake
