// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/csv_cell.hpp"

#include "indexer/intake/record_rules.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/model/week_grid.hpp"
#include "indexer/text/html.hpp"

namespace passend::intake {
namespace {

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return lower >= 'a' && lower <= 'z';
  });
}

bool says_none(std::string_view text) {
  const std::string word = comparable(text);
  return word == "geen" || word == "none";
}

/// "-8", "24-32", "0,8": too short for a telephone number.
bool is_short_number(std::string_view text) {
  return text.size() <= 5 && text.find_first_not_of("0123456789,.- ") == std::string_view::npos;
}

}  // namespace

std::string Cell::plain_text() const {
  return std::string(trimmed(text::plain_text_from_html(text_)));
}

std::optional<Date> Cell::date() const {
  return date_of(text_);
}

/// A date in words ("in overleg", "zo snel mogelijk") is an answer, only none that can be compared: it is not known.
std::optional<Date> Cell::date_of(std::string_view text) const {
  if (const auto date = read_date(text)) return date;
  if (has_letters(text)) {
    notes_.warn({.field = std::string(column_),
                 .value = shown(),
                 .reason = "this is no date; it is read as not known",
                 .remedy = "write a date as 2026-09-01 or 01-09-2026, or leave it empty"});
  } else {
    not_understood("a date from 1900 to 2199, as 2026-09-01 or 01-09-2026");
  }
  return std::nullopt;
}

std::optional<bool> Cell::yes_no() const {
  if (const auto read = read_yes_no(text_)) return read->answer;
  not_understood("ja, nee or onbekend (yes, no or unknown)");
  return std::nullopt;
}

std::optional<int> Cell::number(int minimum, int maximum) const {
  const auto value = read_whole_number(text_);
  if (!value) {
    not_understood("a whole number");
  } else if (*value < minimum || *value > maximum) {
    reject("the number is not from " + std::to_string(minimum) + " to " + std::to_string(maximum),
           "correct it, or leave it empty when it is not known");
  } else {
    return static_cast<int>(*value);
  }
  return std::nullopt;
}

std::optional<WeeklyHours> Cell::hours() const {
  const auto hours = read_hours(text_);
  if (!hours) {
    not_understood("hours a week, as 24 or 24-32");
    return std::nullopt;
  }
  const int lower = hours->minimum.value_or(hours->maximum.value_or(0));
  const int upper = hours->maximum.value_or(lower);
  if (lower >= 0 && upper <= 99 && lower <= upper) return hours;
  reject(lower > upper ? "the smaller number of hours stands last" : "hours a week are from 0 to 99",
         "correct it, or leave it empty when it is not known");
  return std::nullopt;
}

std::optional<WeeklyHours> Cell::fte(int full_time_hours) const {
  auto hours = read_fte(text_, full_time_hours);
  const bool plausible =
      hours && hours->minimum.value_or(0) >= 0 && hours->minimum.value_or(0) <= hours->maximum.value_or(99);
  if (plausible) return hours;
  not_understood("parts of a full-time week, as 0,8 or 0,6-0,8");
  return std::nullopt;
}

std::optional<Salary> Cell::salary() const {
  if (auto salary = read_salary(text_)) return salary;
  not_understood("an amount or two, as 2500-3200 per maand");
  return std::nullopt;
}

std::optional<WeekGrid> Cell::grid() const {
  if (const auto grid = parse_week_grid(text_)) return grid;
  not_understood("28 characters 0 or 1: Monday morning, afternoon, evening, night, Tuesday morning, ...");
  return std::nullopt;
}

std::string Cell::postcode() const {
  return read_postcode(text_, std::string(column_), shown(), notes_);
}

std::optional<std::string> Cell::url() const {
  const bool one_word = text_.find_first_of(" \t\n") == std::string_view::npos;
  const bool addresses = text_.find("://") != std::string_view::npos || text_.starts_with("www.");
  if (one_word && addresses) return text();
  not_understood("a web address, as https://www.example.org/vacatures/12");
  return std::nullopt;
}

std::vector<std::string_view> Cell::items() const {
  std::vector<std::string_view> items;
  if (says_none(text_)) return items;
  std::size_t begin = 0;
  while (begin <= text_.size()) {
    const std::size_t end = std::min(text_.find('|', begin), text_.size());
    if (const auto item = trimmed(text_.substr(begin, end - begin)); !item.empty()) items.push_back(item);
    begin = end + 1;
  }
  return items;
}

std::pair<std::string_view, std::string_view> Cell::label_and_value(std::string_view item) {
  const std::size_t sign = item.rfind('=');
  // An equals sign within an address is part of it.
  if (sign == std::string_view::npos || item.substr(0, sign).find('?') != std::string_view::npos) return {item, {}};
  return {trimmed(item.substr(0, sign)), trimmed(item.substr(sign + 1))};
}

ConceptRef Cell::reference(std::string_view item) {
  const bool is_uri = item.find("://") != std::string_view::npos || item.starts_with("urn:");
  return is_uri ? ConceptRef{std::string(item), {}} : ConceptRef{{}, std::string(item)};
}

std::optional<Importances> Cell::importances() const {
  Importances importances;
  for (const std::string_view item : items()) {
    const auto [name, value] = label_and_value(item);
    const auto criterion = code_of<Criterion>(name);
    const auto importance = code_of<Importance>(value);
    if (criterion && importance) importances[*criterion] = importance;
  }
  return importances;
}

std::string Cell::shown() const {
  const bool may_be_shown = echo_ == Echo::shown || (echo_ == Echo::short_number && is_short_number(text_));
  return may_be_shown ? std::string(text_) : std::string();
}

void Cell::not_understood(const std::string& expected) const {
  const std::string reason = "the value is not understood; expected: " + expected;
  if (leniency_ == Leniency::own_columns) {
    reject(reason, "correct it, or leave it empty when it is not known");
  } else {
    notes_.warn({.field = std::string(column_),
                 .value = shown(),
                 .reason = reason + "; it was left out",
                 .remedy = "translate the word with \"values\" in the column mapping"});
  }
}

void Cell::reject(std::string reason, std::string remedy) const {
  notes_.reject(
      {.field = std::string(column_), .value = shown(), .reason = std::move(reason), .remedy = std::move(remedy)});
}

}  // namespace passend::intake
