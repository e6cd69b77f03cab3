// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/output.hpp"

#include <algorithm>
#include <ostream>

#include "indexer/base/utf8.hpp"

namespace passend::commands {
namespace {

std::size_t width_of(const std::string& cell) {
  return count_code_points(cell).value_or(cell.size());
}

void print_cell(const std::string& cell, std::size_t width, std::string_view heading, std::ostream& out) {
  const std::string padding(width - std::min(width, width_of(cell)), ' ');
  if (heading.starts_with('>')) {
    out << padding << cell;
  } else {
    out << cell << padding;
  }
}

/// A spreadsheet runs what begins so.
bool looks_like_a_formula(const std::string& cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) line += ',';
    const auto& cell = cells[i];
    const auto text = looks_like_a_formula(cell) ? "'" + cell : cell;
    if (text.find_first_of("\",\r\n") == std::string::npos) {
      line += text;
      continue;
    }
    line += '"';
    for (const char c : text) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

void print_table(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows,
                 std::ostream& out) {
  std::vector<std::string> titles;
  for (const auto& heading : headings) titles.push_back(heading.starts_with('>') ? heading.substr(1) : heading);
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < headings.size(); ++column) {
    std::size_t width = width_of(titles[column]);
    for (const auto& row : rows) width = std::max(width, width_of(row[column]));
    widths.push_back(width);
  }
  const auto print_row = [&](const std::vector<std::string>& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column != 0) out << "  ";
      const bool last = column + 1 == row.size() && !headings[column].starts_with('>');
      print_cell(row[column], last ? 0 : widths[column], headings[column], out);
    }
    out << '\n';
  };
  print_row(titles);
  for (const auto& row : rows) print_row(row);
}

void print_facts(const std::vector<std::pair<std::string, std::string>>& facts, std::ostream& out) {
  std::size_t width = 0;
  for (const auto& [name, value] : facts) width = std::max(width, width_of(name));
  for (const auto& [name, value] : facts)
    out << name << ": " << std::string(width - width_of(name), ' ') << value << '\n';
}

std::string_view to_text(taxonomy::ConceptKind kind) {
  using enum taxonomy::ConceptKind;
  switch (kind) {
    case occupation:
      return "occupation";
    case competence:
      return "competence";
    case credential:
      return "credential";
    case occupation_group:
      return "occupation_group";
    case competence_group:
      return "competence_group";
  }
  return {};
}

}  // namespace passend::commands
