// SPDX-License-Identifier: EUPL-1.2
#include "server/api/day_range.hpp"

namespace passend::api {
namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

std::optional<Date> read_day(Input& input, const char* name) {
  const auto text = input.text(name, {1, 100}, Where::query);
  const auto day = text ? parse_date(*text) : std::nullopt;
  if (text && !day) input.refuse(name, "is a day: YYYY-MM-DD, as 2026-11-22", Where::query);
  return day;
}

}  // namespace

DayRange read_day_range(Input& input) {
  const auto from = read_day(input, "from");
  const auto until = read_day(input, "until");
  if (from && until && *until < *from) input.refuse("until", "is not before from", Where::query);
  DayRange range;
  if (from) range.from = Timestamp{from->days * day_ms};
  if (until) range.before = Timestamp{(until->days + 1) * day_ms};
  return range;
}

}  // namespace passend::api
