// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/formats.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/intake/csv_record_reader.hpp"
#include "indexer/intake/json_formats.hpp"
#include "indexer/intake/text_limits.hpp"

namespace passend::intake {
namespace {

constexpr std::array<std::pair<Format, std::string_view>, 7> names{{{Format::vum_portfolios, "vum-portfolios"},
                                                                    {Format::vum_vacancies, "vum-vacancies"},
                                                                    {Format::csv_portfolios, "csv-portfolios"},
                                                                    {Format::csv_vacancies, "csv-vacancies"},
                                                                    {Format::csv_employers, "csv-employers"},
                                                                    {Format::jobposting, "jobposting"},
                                                                    {Format::passend, "passend"}}};

std::string all_names() {
  std::string all;
  for (const auto& [format, name] : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Names of members tell JSON formats apart; none of these stands in two of them.
std::optional<Format> format_of_json(std::string_view text) {
  if (holds(text, "\"kind\"") &&
      (holds(text, "\"search\"") || holds(text, "\"vacancy\"") || holds(text, "\"employer\""))) {
    return Format::passend;
  }
  if (holds(text, "JobPosting")) return Format::jobposting;
  if (holds(text, "\"idVacature\"")) return Format::vum_vacancies;
  if (holds(text, "\"idWerkzoekende\"")) return Format::vum_portfolios;
  if (holds(text, "\"naamVacature\"") || holds(text, "\"vacature\"")) return Format::vum_vacancies;
  if (holds(text, "\"arbeidsmarktkwalificatie\"") || holds(text, "\"werkzoekende\"")) return Format::vum_portfolios;
  return std::nullopt;
}

CsvKind kind_of(Format format) {
  if (format == Format::csv_portfolios) return csv_portfolios();
  return format == Format::csv_vacancies ? csv_vacancies() : csv_employers();
}

/// The kind whose columns the header has most of.
std::optional<Format> format_of_csv(std::string_view first_bytes, const ColumnMapping* mapping) {
  std::istringstream input{std::string(first_bytes)};
  std::vector<std::string> header;
  try {
    header = text::CsvReader(input).header();
  } catch (const Error&) {
    return std::nullopt;
  }
  if (header.size() < 2) return std::nullopt;
  std::optional<Format> best;
  std::size_t known = 1;
  for (const Format format : {Format::csv_vacancies, Format::csv_portfolios, Format::csv_employers}) {
    const HeaderFit fit = fit_of_header(kind_of(format), header, mapping);
    if (fit.known > known) {
      best = format;
      known = fit.known;
    }
  }
  return best;
}

}  // namespace

std::string_view to_text(Format format) {
  return std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == format; })->second;
}

Format parse_format(std::string_view name) {
  for (const auto& [format, known] : names) {
    if (known == name) return format;
  }
  throw Error(ErrorCode::unsupported_format,
              "there is no format '" + std::string(name.substr(0, 80)) + "'; the formats are: " + all_names());
}

Format detect_format(std::string_view first_bytes, const ColumnMapping* mapping) {
  if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
  const std::string_view text = trimmed(first_bytes);
  if (text.empty()) throw Error(ErrorCode::unsupported_format, "the file is empty");
  if (text.starts_with('<')) return Format::jobposting;
  const bool is_json = text.starts_with('{') || text.starts_with('[');
  const auto format = is_json ? format_of_json(text) : format_of_csv(first_bytes, mapping);
  if (format) return *format;
  throw Error(ErrorCode::unsupported_format, std::string(is_json ? "the JSON holds no names of a known format"
                                                                 : "the first line names no known columns") +
                                                 "; say which it is with --format, one of: " + all_names());
}

std::unique_ptr<RecordReader> open_reader(Format format, std::istream& input, const ReadingOptions& given) {
  ReadingOptions options = given;
  const bool is_csv =
      format == Format::csv_portfolios || format == Format::csv_vacancies || format == Format::csv_employers;
  if (options.mapping != nullptr && !is_csv) {
    throw Error(ErrorCode::usage,
                "a column mapping is for CSV files; " + std::string(to_text(format)) + " has no columns");
  }
  if (options.source_system.empty()) {
    const std::string_view name = to_text(format);
    options.source_system = std::string(name.substr(0, name.find('-')));
  }
  switch (format) {
    case Format::vum_portfolios:
      return read_vum_portfolios(input, options);
    case Format::vum_vacancies:
      return read_vum_vacancies(input, options);
    case Format::jobposting:
      return read_job_postings(input, options);
    case Format::passend:
      return read_passend_records(input, options);
    case Format::csv_portfolios:
    case Format::csv_vacancies:
    case Format::csv_employers:
      break;
  }
  return std::make_unique<CsvRecordReader>(input, kind_of(format), options);
}

}  // namespace passend::intake
