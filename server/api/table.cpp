// SPDX-License-Identifier: EUPL-1.2
#include "server/api/table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace passend::api {
namespace {

bool is_english(Language language) {
  return language == Language::english;
}

/// A spreadsheet runs what begins so, also behind a space.
bool looks_like_a_formula(std::string_view words) {
  const std::size_t first = words.find_first_not_of(' ');
  return first != std::string_view::npos && std::string_view("=+-@\t\r\n").find(words[first]) != std::string_view::npos;
}

/// Quoted also for the separator of the other language, so that no setting makes two cells of one.
void add_words(std::string& line, std::string_view words) {
  const bool is_quoted = words.find_first_of("\";,\t\r\n") != std::string_view::npos;
  if (is_quoted) line += '"';
  if (looks_like_a_formula(words)) line += '\'';
  for (const char c : words) line.append(c == '"' ? 2 : 1, c);
  if (is_quoted) line += '"';
}

/// Up to two decimals; the program sets no locale, so that the point is a point.
std::string number_text(double number, Language language) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.2f", number);
  std::string shortened = text.data();
  while (shortened.back() == '0') shortened.pop_back();
  if (shortened.back() == '.') shortened.pop_back();
  if (!is_english(language)) std::replace(shortened.begin(), shortened.end(), '.', ',');
  return shortened;
}

}  // namespace

std::vector<std::string> titles_in(Language language, const std::vector<ColumnTitle>& titles) {
  std::vector<std::string> words;
  for (const ColumnTitle& title : titles) words.emplace_back(is_english(language) ? title.english : title.dutch);
  return words;
}

std::string csv_line(const Cells& cells, Language language) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) line += is_english(language) ? ',' : ';';
    if (const auto* words = std::get_if<std::string>(&cells[i])) {
      add_words(line, *words);
    } else {
      line += number_text(std::get<double>(cells[i]), language);
    }
  }
  return line + "\r\n";
}

std::string csv_line(const std::vector<std::string>& titles, Language language) {
  return csv_line(Cells(titles.begin(), titles.end()), language);
}

}  // namespace passend::api
