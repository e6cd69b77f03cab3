// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace passend::intake {

/// Where the value of one of our columns comes from in someone else's file.
struct ColumnSource {
  std::vector<std::string> columns;  ///< Their columns; the values that are not empty are joined by a line end.
  std::map<std::string, std::string> values;  ///< Their word -> ours, exact; other words pass unchanged.
  enum class Take : std::uint8_t { all, last_number } take = Take::all;
};

/// Lets a file with other columns be read as it is. docs/import.md describes the JSON that holds one.
struct ColumnMapping {
  std::map<std::string, ColumnSource> columns;   ///< By our name.
  std::map<std::string, std::string> constants;  ///< Our name -> a value for every record.
  /// Other orders of the same columns that occur further down in a file pasted together from several exports. A row
  /// that cannot be read in the order of the header is tried in these, and the one that fits best counts.
  std::vector<std::vector<std::string>> layouts;
};

/// Throws malformed_document or invalid_input, naming what is wrong.
ColumnMapping parse_mapping(std::string_view json);
ColumnMapping load_mapping(const std::filesystem::path& file);

}  // namespace passend::intake
