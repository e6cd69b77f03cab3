// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/numbers.hpp"

#include <utility>

#include "indexer/text/amounts.hpp"

namespace passend::extract {
namespace {

constexpr auto number_words = std::to_array<std::pair<std::string_view, int>>(
    {{"twee", 2},  {"drie", 3},  {"vier", 4},    {"vijf", 5}, {"zes", 6},  {"zeven", 7},  {"acht", 8}, {"negen", 9},
     {"tien", 10}, {"elf", 11},  {"twaalf", 12}, {"one", 1},  {"two", 2},  {"three", 3},  {"four", 4}, {"five", 5},
     {"six", 6},   {"seven", 7}, {"eight", 8},   {"nine", 9}, {"ten", 10}, {"twelve", 12}});

constexpr auto connectors =
    std::to_array<std::string_view>({"tot", "t", "m", "en", "met", "a", "of", "or", "to", "and"});
constexpr std::size_t longest_number = 7;
constexpr std::size_t longest_number_word = 6;
constexpr std::size_t most_connectors = 3;

constexpr std::string_view digits = "0123456789";

/// The part of a word that is a number: digits, a comma or point, digits; with "+" or the letter of a unit behind it.
std::string_view number_part(std::string_view word) {
  const std::size_t end = word.find_first_not_of("0123456789.,");
  return word.substr(0, end);
}

bool is_hour_suffix(std::string_view rest) {
  return rest == "u" || rest == "uur" || rest == "h";
}

}  // namespace

std::optional<std::int64_t> number_of(std::string_view word) {
  const bool in_digits = !word.empty() && digits.find(word.front()) != std::string_view::npos;
  for (std::size_t i = 0; !in_digits && word.size() <= longest_number_word && i < number_words.size(); ++i) {
    if (number_words[i].first == word) return number_words[i].second * 1000;
  }
  if (!in_digits) return std::nullopt;
  const std::string_view part = number_part(word);
  const std::string_view rest = word.substr(part.size());
  if (part.size() > longest_number) return std::nullopt;
  if (!(rest.empty() || rest == "+" || is_hour_suffix(rest))) return std::nullopt;
  const auto numbers = text::numbers_in(part, text::NumberStyle::decimal);
  return numbers.size() == 1 ? std::optional(numbers.front()) : std::nullopt;
}

std::optional<NumberRange> number_range(const Reading& reading, std::size_t first) {
  if (first >= reading.size()) return std::nullopt;
  const auto low = number_of(reading.form(first));
  if (!low) return std::nullopt;
  NumberRange range{*low, *low, first, first + 1, reading.form(first).ends_with('+'), false};
  const std::size_t end = reading.sentence_end(first);
  std::size_t i = first + 1;
  while (i < end && i - first <= most_connectors && reading.gap(i) < Gap::comma &&
         is_one_of(reading.form(i), connectors))
    ++i;
  const bool joined = i < end && (reading.gap(i) == Gap::hyphen || reading.gap(i) == Gap::dash ||
                                  reading.gap(i) == Gap::slash || i > first + 1);
  const auto high = joined && reading.gap(i) < Gap::comma ? number_of(reading.form(i)) : std::nullopt;
  if (high && *high >= *low) {
    range.high_thousandths = *high;
    range.last = i + 1;
    range.and_more = reading.form(i).ends_with('+');
  }
  const std::string_view last_word = reading.form(range.last - 1);
  range.unit_within = number_of(last_word) && is_hour_suffix(last_word.substr(number_part(last_word).size()));
  return range;
}

}  // namespace passend::extract
