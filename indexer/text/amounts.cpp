// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/amounts.hpp"

#include <algorithm>
#include <string>

namespace passend::text {
namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// Reads digits with a separator from `position` on, in thousandths.
std::int64_t scan_number(std::string_view text, std::size_t& position, NumberStyle style) {
  std::int64_t whole = 0;
  const std::size_t begin = position;
  const auto take_digits = [&](std::int64_t& into) {
    std::size_t count = 0;
    for (; position < text.size() && is_digit(text[position]); ++position, ++count) {
      if (into < 1'000'000'000'000) into = into * 10 + (text[position] - '0');
    }
    return count;
  };
  take_digits(whole);
  while (position + 1 < text.size() && (text[position] == ',' || text[position] == '.') &&
         is_digit(text[position + 1])) {
    std::size_t end = position + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (style == NumberStyle::money && end - position == 4 && text[begin] != '0') {
      ++position;
      take_digits(whole);
      continue;
    }
    std::int64_t thousandths = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::size_t at = position + 1 + i;
      thousandths = thousandths * 10 + (at < end ? text[at] - '0' : 0);
    }
    position = end;
    return whole * 1000 + thousandths;
  }
  return whole * 1000;
}

bool mentions(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// Minimum and maximum of one or two thousandths, scaled, widened to whole numbers.
WeeklyHours whole_hours(std::string_view lower_case, const std::vector<std::int64_t>& thousandths, std::int64_t scale) {
  const auto down = [&](std::int64_t value) { return static_cast<int>(value * scale / 1000); };
  const auto up = [&](std::int64_t value) { return down(value) + (value > 0 && value * scale % 1000 != 0 ? 1 : 0); };
  WeeklyHours hours;
  if (thousandths.size() == 1 && mentions(lower_case, {"max", "tot ", "hoogstens"})) {
    hours.maximum = up(thousandths[0]);
  } else if (thousandths.size() == 1 && mentions(lower_case, {"min", "vanaf", "least"})) {
    hours.minimum = down(thousandths[0]);
  } else {
    hours.minimum = down(thousandths.front());
    hours.maximum = up(thousandths.back());
  }
  return hours;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& byte : result) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return result;
}

constexpr std::int64_t largest_hours = 1'000'000;  // Thousandths; keeps the arithmetic far from overflow.

}  // namespace

std::vector<std::int64_t> numbers_in(std::string_view text, NumberStyle style) {
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    const bool negative =
        numbers.empty() && i > 0 && text[i - 1] == '-' && text.substr(0, i - 1).find_first_not_of(" \t\n") == text.npos;
    const std::int64_t number = scan_number(text, i, style);
    numbers.push_back(negative ? -number : number);
  }
  return numbers;
}

std::optional<WeeklyHours> read_hours(std::string_view text) {
  const std::vector<std::int64_t> numbers = numbers_in(text, NumberStyle::decimal);
  if (numbers.empty() || numbers.size() > 2) return std::nullopt;
  if (std::any_of(numbers.begin(), numbers.end(), [](std::int64_t n) { return n > largest_hours; }))
    return std::nullopt;
  const std::string lower_case = lower(text);
  if (mentions(lower_case, {"fte"})) return std::nullopt;
  return whole_hours(lower_case, numbers, 1);
}

std::optional<WeeklyHours> read_fte(std::string_view text, int full_time_hours) {
  const std::vector<std::int64_t> numbers = numbers_in(text, NumberStyle::decimal);
  if (numbers.empty() || numbers.size() > 2) return std::nullopt;
  if (std::any_of(numbers.begin(), numbers.end(), [](std::int64_t n) { return n > 2500; })) return std::nullopt;
  WeeklyHours hours = whole_hours(lower(text), numbers, full_time_hours);
  if (hours.maximum) hours.maximum = std::min(*hours.maximum, 99);
  return hours;
}

}  // namespace passend::text
