// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/api/codes.hpp"

/// Rows for a spreadsheet.
namespace passend::api {

/// Words, of which empty ones leave the cell blank, or a number.
using Cell = std::variant<std::string, double>;
using Cells = std::vector<Cell>;

struct ColumnTitle {
  std::string_view dutch;
  std::string_view english;
};

std::vector<std::string> titles_in(Language language, const std::vector<ColumnTitle>& titles);

/// A CSV file begins so: without it a spreadsheet does not take it for UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// One line of CSV (RFC 4180) with its end, as a spreadsheet of that language opens it with a double click: in Dutch
/// with semicolons and decimal commas, in English with commas and decimal points. Words that a spreadsheet would take
/// for a formula get an apostrophe in front.
std::string csv_line(const Cells& cells, Language language);
std::string csv_line(const std::vector<std::string>& titles, Language language);

}  // namespace passend::api
