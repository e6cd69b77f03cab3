// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/value_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "indexer/intake/text_limits.hpp"

namespace passend::intake {
namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

constexpr std::array<std::string_view, 12> dutch_months{"januari",   "februari", "maart",    "april",
                                                        "mei",       "juni",     "juli",     "augustus",
                                                        "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> english_months{"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

std::optional<int> month_number(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < 12; ++i) {
    if (dutch_months[i].starts_with(word) || english_months[i].starts_with(word)) return static_cast<int>(i) + 1;
  }
  return word == "mrt" ? std::optional(3) : std::nullopt;
}

std::vector<std::string> date_parts(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char byte : text) {
    if (byte == '-' || byte == '/' || byte == '.' || byte == ' ') {
      if (!parts.back().empty() || byte != ' ') parts.emplace_back();
    } else {
      parts.back().push_back(byte);
    }
  }
  return parts;
}

std::optional<int> small_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 4 || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_time_of_day(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    return is_digit(byte) || byte == ':' || byte == '.' || byte == '+' || byte == '-' || byte == 'Z';
  });
}

bool mentions(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& byte : result) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return result;
}

std::optional<SalaryPeriod> period_in_words(std::string_view lower_case) {
  if (mentions(lower_case, {"uur", "hour", "p/u"})) return SalaryPeriod::hour;
  if (mentions(lower_case, {"week"})) return SalaryPeriod::week;
  if (mentions(lower_case, {"maand", "month", "p/m"})) return SalaryPeriod::month;
  if (mentions(lower_case, {"jaar", "year", "annum"})) return SalaryPeriod::year;
  return std::nullopt;
}

std::optional<SalaryPeriod> period_by_size(std::int64_t thousandths) {
  if (thousandths < 100'000) return SalaryPeriod::hour;
  if (thousandths >= 15'000'000) return SalaryPeriod::year;
  if (thousandths >= 500'000) return SalaryPeriod::month;
  return std::nullopt;
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  text = trimmed(text);
  const std::size_t time = text.find('T');
  if (time != std::string_view::npos && time >= 8 && is_time_of_day(text.substr(time + 1))) text = text.substr(0, time);
  const std::vector<std::string> parts = date_parts(text);
  if (parts.size() != 3) return std::nullopt;
  const auto first = small_number(parts[0]);
  const auto last = small_number(parts[2]);
  const auto middle = small_number(parts[1]) ? small_number(parts[1]) : month_number(lower(parts[1]));
  if (!first || !middle || !last) return std::nullopt;
  if (parts[0].size() == 4) return Date::of(*first, *middle, *last);
  if (parts[2].size() == 4) return Date::of(*last, *middle, *first);
  return std::nullopt;
}

bool younger_than_27(Date born, Date today) {
  const int years = today.year() - born.year();
  const bool had_birthday =
      today.month() > born.month() || (today.month() == born.month() && today.day() >= born.day());
  return years - (had_birthday ? 0 : 1) < 27;
}

std::optional<std::int64_t> read_whole_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<YesNo> read_yes_no(std::string_view text) {
  const std::string word = comparable(text);
  for (const std::string_view yes : {"ja", "j", "yes", "y", "true", "waar", "1"}) {
    if (word == yes) return YesNo{true};
  }
  for (const std::string_view no : {"nee", "n", "no", "false", "onwaar", "0"}) {
    if (word == no) return YesNo{false};
  }
  if (word == "onbekend" || word == "unknown" || word == "nvt") return YesNo{};
  return std::nullopt;
}

std::optional<Salary> read_salary(std::string_view text) {
  const std::vector<std::int64_t> amounts = numbers_in(text, NumberStyle::money);
  if (amounts.empty() || amounts.size() > 2 || amounts[0] < 0) return std::nullopt;
  constexpr std::int64_t largest = 1'000'000'000;
  if (amounts[0] > largest || amounts.back() > largest || amounts[0] > amounts.back()) return std::nullopt;
  auto period = period_in_words(lower(text));
  if (!period) period = period_by_size(amounts[0]);
  if (!period) return std::nullopt;
  Salary salary;
  salary.minimum_cents = static_cast<int>(amounts[0] / 10);
  salary.maximum_cents = static_cast<int>(amounts.back() / 10);
  salary.period = *period;
  return salary;
}

std::string_view last_number(std::string_view text) {
  const auto is_no_digit = [](char byte) { return !is_digit(byte); };
  const auto end = std::find_if(text.rbegin(), text.rend(), is_digit).base();
  const auto begin = std::find_if(std::make_reverse_iterator(end), text.rend(), is_no_digit).base();
  return text.substr(static_cast<std::size_t>(begin - text.begin()), static_cast<std::size_t>(end - begin));
}

}  // namespace passend::intake
