// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/date.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/intake/column_mapping.hpp"
#include "indexer/intake/record_reader.hpp"

namespace passend::intake {

enum class Format : std::uint8_t {
  vum_portfolios,
  vum_vacancies,
  csv_portfolios,
  csv_vacancies,
  csv_employers,
  jobposting,  ///< schema.org JobPosting: JSON-LD, NDJSON, or within an HTML page.
  passend      ///< Our own records, one a line.
};

/// "vum-portfolios", "csv-vacancies", ...
std::string_view to_text(Format format);
/// Throws unsupported_format with the names that there are.
Format parse_format(std::string_view name);

/// Tells the format by the first bytes of a file (64 kB suffice). A CSV file tells its kind by its column names, of
/// which `mapping` may bring others. Throws unsupported_format when the bytes fit none, saying what to do.
Format detect_format(std::string_view first_bytes, const ColumnMapping* mapping);

/// What a reader needs to know besides the file.
struct ReadingOptions {
  /// First part of the source reference; empty: "vum", "csv" or "jobposting" as the format is. `passend` brings its
  /// own.
  std::string source_system;
  const geo::PostcodeTable* postcodes = nullptr;  ///< Null: no postcode is looked up.
  const ColumnMapping* mapping = nullptr;         ///< For CSV; null: the documented columns.
  Date today;                                     ///< Against which an age is taken from a birth date, once.
};

/// The reader of a format. `input` must outlive it. Throws malformed_document or invalid_input for a file that cannot
/// be begun, and usage for a mapping with a format that has no columns.
std::unique_ptr<RecordReader> open_reader(Format format, std::istream& input, const ReadingOptions& options);

}  // namespace passend::intake
