// SPDX-License-Identifier: EUPL-1.2
#include "tests/scenarios/table.hpp"

#include <sstream>
#include <stdexcept>

namespace passend::scenarios {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string> parts_of(const std::string& cell, char separator) {
  std::vector<std::string> parts;
  std::istringstream input(cell);
  for (std::string part; std::getline(input, part, separator);) parts.push_back(trimmed(part));
  return parts;
}

std::vector<Row> read_table(const std::string& text) {
  std::vector<std::string> columns;
  std::vector<Row> rows;
  std::istringstream input(text);
  for (std::string line; std::getline(input, line);) {
    if (trimmed(line).empty()) continue;
    const auto cells = parts_of(line, '|');
    if (columns.empty()) {
      columns = cells;
      continue;
    }
    if (cells.size() > columns.size()) throw std::invalid_argument("too many cells: " + line);
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) row[columns[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace passend::scenarios
