// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/week_grid.hpp"

namespace passend {

std::string to_text(WeekGrid grid) {
  std::string text(dayparts_per_week, '0');
  for (std::size_t part = 0; part < dayparts_per_week; ++part) {
    if ((grid.bits >> part) & 1U) text[part] = '1';
  }
  return text;
}

std::optional<WeekGrid> parse_week_grid(std::string_view text) {
  if (text.size() != dayparts_per_week) return std::nullopt;
  WeekGrid grid;
  for (std::size_t part = 0; part < dayparts_per_week; ++part) {
    if (text[part] != '0' && text[part] != '1') return std::nullopt;
    if (text[part] == '1') grid.bits |= 1U << part;
  }
  return grid;
}

}  // namespace passend
