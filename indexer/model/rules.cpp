// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/rules.hpp"

#include <algorithm>

namespace passend {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20) || c == 0x7F;
}

bool is_postcode(std::string_view text) {
  if (text.size() != 4 && text.size() != 6) return false;
  if (!std::all_of(text.begin(), text.begin() + 4, is_digit) || text[0] == '0') return false;
  if (text.size() == 4) return true;
  const std::string_view letters = text.substr(4);
  return is_upper(letters[0]) && is_upper(letters[1]) && letters != "SA" && letters != "SD" && letters != "SS";
}

bool is_system(char c) {
  return is_digit(c) || is_lower(c) || c == ':' || c == '.' || c == '_' || c == '-';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f');
}

}  // namespace

bool has_shape(std::string_view text, Shape shape) {
  switch (shape) {
    case Shape::free:
      return std::none_of(text.begin(), text.end(), [](char c) { return is_control(c) && c != '\n' && c != '\t'; });
    case Shape::id:
      return text.size() == 32 && std::all_of(text.begin(), text.end(), is_hex);
    case Shape::source_system:
      return !text.empty() && std::all_of(text.begin(), text.end(), is_system);
    case Shape::source_id:
      return !text.empty() && std::none_of(text.begin(), text.end(), is_control);
    case Shape::postcode:
      return is_postcode(text);
    case Shape::language:
      return text.size() == 3 && std::all_of(text.begin(), text.end(), is_lower);
    case Shape::kvk_number:
      return text.size() == 8 && std::all_of(text.begin(), text.end(), is_digit);
    case Shape::week_grid:
      return text.size() == 28 && std::all_of(text.begin(), text.end(), [](char c) { return c == '0' || c == '1'; });
    case Shape::digits:
      return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  }
  return false;
}

std::string_view shape_in_words(Shape shape) {
  switch (shape) {
    case Shape::free:
      return "text without control characters";
    case Shape::id:
      return "32 lower-case hexadecimal digits";
    case Shape::source_system:
      return "lower-case letters, digits and : . _ - only";
    case Shape::source_id:
      return "text on one line without control characters";
    case Shape::postcode:
      return "a Dutch postcode as 1211AB or 1211: four digits, the first not 0, then two capitals other than SA, SD, "
             "SS";
    case Shape::language:
      return "an ISO 639-3 code: three lower-case letters, such as nld";
    case Shape::kvk_number:
      return "eight digits";
    case Shape::week_grid:
      return "28 characters 0 or 1: Monday morning, afternoon, evening, night, Tuesday morning, ...";
    case Shape::digits:
      return "digits only";
  }
  return {};
}

}  // namespace passend
