// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/model/values.hpp"
#include "indexer/text/amounts.hpp"

/// Values as people and other systems write them. Absent means: this text is no such value.
namespace passend::intake {

/// 2026-07-29, 2026-7-29, 29-07-2026, 29/7/2026, 29.7.2026, 2026-07-29T12:00:00Z (the day counts), 1 augustus 2026.
std::optional<Date> read_date(std::string_view text);

/// Whether someone born on that day has not yet had the 27th birthday; on 29 February born, it falls on 1 March.
bool younger_than_27(Date born, Date today);

/// Digits with an optional sign, nothing else.
std::optional<std::int64_t> read_whole_number(std::string_view text);

/// What a text says about yes or no.
struct YesNo {
  std::optional<bool> answer;  ///< Absent: "unknown" in words.
};
/// ja, nee, yes, no, true, false, waar, onwaar, j, n, y, 1, 0; onbekend and unknown say that it is not known.
std::optional<YesNo> read_yes_no(std::string_view text);

using text::numbers_in;
using text::NumberStyle;
using text::read_fte;
using text::read_hours;

/// "2500-3200 per maand", "€ 14,50 per uur", "€5686 - €6569". Without a word for the period the size of the amount
/// decides: below 100 an hour, from 500 a month, from 15,000 a year; absent in between and for more than two amounts.
std::optional<Salary> read_salary(std::string_view text);

/// The last run of digits: a number in a URL; empty when there is none.
std::string_view last_number(std::string_view text);

}  // namespace passend::intake
