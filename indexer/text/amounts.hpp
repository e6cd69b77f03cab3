// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/model/values.hpp"

/// Numbers and hours as people write them, in a column or in running text. Absent means: this text is no such value.
namespace passend::text {

/// The numbers in a text, in thousandths. A minus counts only before the first number: "24-32" is a range. `money`
/// takes a point or comma before exactly three digits as a thousands separator: "2.500" is 2500.
enum class NumberStyle : std::uint8_t { decimal, money };
std::vector<std::int64_t> numbers_in(std::string_view text, NumberStyle style);

/// "24", "24-32", "24 tot 32 uur", "max. 32", "38 hours". Half hours widen the range. Negative and inverted ranges are
/// answered as they stand, for the rules of the record to refuse.
std::optional<WeeklyHours> read_hours(std::string_view text);

/// "0,8", "0,4 - 1,0 fte", as hours of a full-time week of `full_time_hours`. Absent also above 2.5 fte.
std::optional<WeeklyHours> read_fte(std::string_view text, int full_time_hours);

}  // namespace passend::text
