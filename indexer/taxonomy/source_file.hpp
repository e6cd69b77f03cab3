// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/taxonomy/draft.hpp"
#include "indexer/text/csv_reader.hpp"

namespace passend::taxonomy {

/// A CSV file of a taxonomy: every error names the file, rows that cannot be read are counted in the draft and passed
/// by.
class SourceFile {
 public:
  /// Throws file_missing, file_unreadable or malformed_document.
  SourceFile(const std::filesystem::path& path, Draft& draft);

  /// Throws invalid_input with the columns that do exist.
  std::size_t required_column(std::string_view name) const;
  std::optional<std::size_t> column(std::string_view name) const { return reader_.column(name); }
  const std::vector<std::string>& header() const { return reader_.header(); }

  /// Goes to the next readable row; false at the end.
  bool next();

  /// Without surrounding blanks; empty for an absent column.
  std::string_view field(std::optional<std::size_t> column) const;

  /// Counts the current row as left out.
  void drop(std::string_view reason);

 private:
  std::filesystem::path path_;
  Draft& draft_;
  std::ifstream stream_;
  text::CsvReader reader_;
};

/// The parts between separators, without surrounding blanks and without empty ones.
std::vector<std::string> split(std::string_view list, char separator);

}  // namespace passend::taxonomy
