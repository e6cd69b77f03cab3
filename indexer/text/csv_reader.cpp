// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/csv_reader.hpp"

#include <algorithm>
#include <array>

#include "indexer/base/error.hpp"

namespace passend::text {
namespace {

constexpr int end_of_input = ByteSource::end;

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

bool is_line_end(int byte) {
  return byte == '\n' || byte == '\r';
}

}  // namespace

CsvReader::CsvReader(std::istream& input, CsvOptions options) : input_(input), options_(options) {
  input_.skip_byte_order_mark("the CSV file");
  if (options_.delimiter == '\0') options_.delimiter = detect_delimiter();
  switch (next()) {
    case CsvEvent::end:
      throw Error(ErrorCode::malformed_document, "the CSV file is empty; its first line must name the columns");
    case CsvEvent::broken:
      throw Error(ErrorCode::malformed_document, "the header of the CSV file cannot be read: " + problem_);
    case CsvEvent::record:
      break;
  }
  for (std::size_t i = 0; i < field_count(); ++i) header_.push_back(trimmed(field(i)));
}

std::optional<std::size_t> CsvReader::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  if (std::find(found + 1, header_.end(), name) != header_.end()) {
    throw Error(ErrorCode::malformed_document,
                "column '" + std::string(name) + "' stands twice in the header; keep one of the two");
  }
  return static_cast<std::size_t>(found - header_.begin());
}

std::size_t CsvReader::required_column(std::string_view name) const {
  if (const auto found = column(name)) return *found;
  std::string names;
  for (const std::string& present : header_) names += (names.empty() ? "" : ", ") + present;
  throw Error(ErrorCode::invalid_input, "column '" + std::string(name) + "' is missing; the header has: " + names);
}

std::string_view CsvReader::field(std::size_t column) const {
  if (column >= ends_.size()) return {};
  const std::size_t begin = column == 0 ? 0 : ends_[column - 1];
  return std::string_view(record_).substr(begin, ends_[column] - begin);
}

CsvEvent CsvReader::next() {
  while (is_line_end(input_.peek())) take();  // Empty lines are no records.
  record_.clear();
  ends_.clear();
  record_line_ = line_;
  if (input_.peek() == end_of_input) return CsvEvent::end;
  return read_record();
}

CsvEvent CsvReader::read_record() {
  Place place = Place::field_start;
  for (;;) {
    const int byte = take();
    if (byte == end_of_input && place == Place::quoted) {
      return broken("a quote is opened in the record on line " + std::to_string(record_line_) +
                    " and never closed, so that everything up to the end of the file belongs to it; close the quote");
    }
    if (place == Place::quoted) {
      if (byte == '"') {
        place = Place::after_quote;
      } else {
        add(static_cast<char>(byte));
      }
    } else if (byte == end_of_input || is_line_end(byte)) {
      end_field();
      return CsvEvent::record;
    } else if (byte == options_.delimiter) {
      end_field();
      place = Place::field_start;
    } else if (byte == '"' && place != Place::plain) {
      // Doubled inside quotes it stands for itself; at the start of a field it opens one.
      if (place == Place::after_quote) add('"');
      place = Place::quoted;
    } else {
      add(static_cast<char>(byte));
      place = Place::plain;
    }
    if (record_.size() + ends_.size() > options_.max_record_bytes) return skip_overlong(place);
  }
}

CsvEvent CsvReader::skip_overlong(Place place) {
  while (input_.peek() != end_of_input && !is_line_end(input_.peek())) take();
  return broken("the record that starts on line " + std::to_string(record_line_) + " is longer than " +
                std::to_string(options_.max_record_bytes) + " bytes; lines up to " + std::to_string(line_) +
                " are left out" + (place == Place::quoted ? " (is a closing quote missing?)" : ""));
}

CsvEvent CsvReader::broken(std::string problem) {
  problem_ = std::move(problem);
  record_.clear();
  ends_.clear();
  return CsvEvent::broken;
}

void CsvReader::add(char byte) {
  record_.push_back(byte);
}

void CsvReader::end_field() {
  ends_.push_back(record_.size());
}

/// Inside quotes CR and LF are both handed on; outside, CRLF is one line end because an empty line is no record.
int CsvReader::take() {
  const int byte = input_.take();
  if (byte == '\n' || (byte == '\r' && input_.peek() != '\n')) ++line_;
  return byte;
}

char CsvReader::detect_delimiter() {
  const std::string_view rest = input_.ahead();
  const std::string_view first_line = rest.substr(0, rest.find_first_of("\r\n"));
  constexpr std::array candidates{',', ';', '\t', '|'};
  return *std::max_element(candidates.begin(), candidates.end(), [&](char left, char right) {
    return std::count(first_line.begin(), first_line.end(), left) <
           std::count(first_line.begin(), first_line.end(), right);
  });
}

}  // namespace passend::text
