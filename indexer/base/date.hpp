// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace passend {

/// A day as the calendar names it.
struct CivilDate {
  int year = 1970;
  int month = 1;  ///< 1..12
  int day = 1;    ///< 1..31
};

/// A day of the proleptic Gregorian calendar, between 1900-01-01 and 2199-12-31.
struct Date {
  std::int32_t days = 0;  ///< Days since 1970-01-01; negative before.
  auto operator<=>(const Date&) const = default;

  /// The date of a year, month (1..12) and day (1..31); absent when there is no such day or it is out of range.
  static std::optional<Date> of(int year, int month, int day);

  CivilDate civil() const;
  int year() const { return civil().year; }
  int month() const { return civil().month; }
  int day() const { return civil().day; }
};

/// `YYYY-MM-DD` (ISO 8601), nothing else.
std::optional<Date> parse_date(std::string_view text);
std::string to_text(Date date);

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Timestamp {
  std::int64_t milliseconds = 0;
  auto operator<=>(const Timestamp&) const = default;
  Date date() const;
};

Timestamp now();
/// `YYYY-MM-DDThh:mm:ss.mmmZ` (RFC 3339, UTC).
std::string to_text(Timestamp time);

}  // namespace passend
