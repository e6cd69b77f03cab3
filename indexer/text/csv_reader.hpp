// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/byte_source.hpp"

namespace passend::text {

struct CsvOptions {
  char delimiter = '\0';  ///< '\0': the one of , ; tab and | that the header line holds most of.
  std::size_t max_record_bytes =
      std::size_t{1024} * 1024;  ///< A longer record is broken; memory never grows past this.
};

/// What `CsvReader::next` met.
enum class CsvEvent : std::uint8_t {
  record,  ///< field() answers.
  broken,  ///< problem() says what is wrong; nothing of this record can be read, the next call goes on after it.
  end
};

/// A comma-separated file (RFC 4180) as a stream of records with a header: quoted fields may hold delimiters, doubled
/// quotes and newlines; lines end in LF, CRLF or CR; a byte order mark is skipped; empty lines are no records. Memory
/// is bounded by the longest record. Bytes are handed on as they are: whether they are UTF-8 is for the caller to ask.
class CsvReader {
 public:
  /// Reads the header. Throws malformed_document when there is none, when it is broken or when the file is UTF-16.
  explicit CsvReader(std::istream& input, CsvOptions options = {});

  /// Column names in the order of the file, without surrounding blanks.
  const std::vector<std::string>& header() const { return header_; }

  /// The column of that exact name; absent when the file has none. Throws malformed_document when it has two.
  std::optional<std::size_t> column(std::string_view name) const;

  /// The same, but a missing column is invalid_input with the names that do exist.
  std::size_t required_column(std::string_view name) const;

  CsvEvent next();

  /// How many fields the record has; may be fewer or more than the header.
  std::size_t field_count() const { return ends_.size(); }

  /// A field of the record, empty when the record is too short for it. Valid until the next call of next().
  std::string_view field(std::size_t column) const;

  /// The line on which the current record starts, from 1: what a person looks for in an editor.
  std::uint64_t line() const { return record_line_; }

  /// After CsvEvent::broken: what is wrong and how to mend it.
  const std::string& problem() const { return problem_; }

 private:
  enum class Place : std::uint8_t { field_start, plain, quoted, after_quote };

  int take();
  char detect_delimiter();
  CsvEvent read_record();
  void add(char byte);
  void end_field();
  CsvEvent broken(std::string problem);
  CsvEvent skip_overlong(Place place);

  ByteSource input_;
  CsvOptions options_;
  std::string record_;             ///< The fields of the record, unquoted, one after the other.
  std::vector<std::size_t> ends_;  ///< Where in record_ each field ends.
  std::vector<std::string> header_;
  std::uint64_t line_ = 1;
  std::uint64_t record_line_ = 1;
  std::string problem_;
};

}  // namespace passend::text
