// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/unit_group.hpp"

#include <algorithm>

namespace passend::taxonomy {

constexpr std::size_t digits_of_a_code = 4;

std::string unit_group_text(std::uint32_t code) {
  const std::string digits = std::to_string(code);
  return std::string(digits_of_a_code - std::min(digits_of_a_code, digits.size()), '0') + digits;
}

std::optional<std::uint32_t> unit_group_code(std::string_view text) {
  if (text.size() != digits_of_a_code) return std::nullopt;
  std::uint32_t code = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    code = code * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return code;
}

}  // namespace passend::taxonomy
