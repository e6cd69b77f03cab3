// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/source_file.hpp"

#include "indexer/base/error.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::taxonomy {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::ifstream opened(const std::filesystem::path& path) {
  if (!std::filesystem::is_regular_file(path)) {
    throw Error(ErrorCode::file_missing, "the taxonomy file '" + path.string() + "' is missing");
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw Error(ErrorCode::file_unreadable, "the taxonomy file '" + path.string() + "' cannot be opened");
  return stream;
}

[[noreturn]] void rethrow_with_name(const Error& error, const std::filesystem::path& path) {
  throw Error(error.code(), "'" + path.string() + "': " + error.what());
}

text::CsvReader reader_of(std::ifstream& stream, const std::filesystem::path& path) {
  try {
    return text::CsvReader(stream, {.delimiter = ','});
  } catch (const Error& error) {
    rethrow_with_name(error, path);
  }
}

}  // namespace

SourceFile::SourceFile(const std::filesystem::path& path, Draft& draft)
    : path_(path), draft_(draft), stream_(opened(path)), reader_(reader_of(stream_, path)) {}

std::size_t SourceFile::required_column(std::string_view name) const {
  try {
    return reader_.required_column(name);
  } catch (const Error& error) {
    rethrow_with_name(error, path_);
  }
}

bool SourceFile::next() {
  for (;;) {
    const text::CsvEvent event = reader_.next();
    if (event == text::CsvEvent::end) return false;
    if (event == text::CsvEvent::broken) {
      drop("the row cannot be read as CSV");
      continue;
    }
    bool is_text = true;
    for (std::size_t i = 0; i < reader_.field_count(); ++i) is_text &= !text::invalid_utf8_offset(reader_.field(i));
    if (is_text) return true;
    drop("the row is not UTF-8");
  }
}

std::string_view SourceFile::field(std::optional<std::size_t> column) const {
  return column ? trimmed(reader_.field(*column)) : std::string_view();
}

void SourceFile::drop(std::string_view reason) {
  draft_.drop(path_.filename().string() + ": " + std::string(reason));
}

std::vector<std::string> split(std::string_view list, char separator) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t end = list.find(separator);
    const std::string_view part = trimmed(list.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + 1);
  }
  return parts;
}

}  // namespace passend::taxonomy
