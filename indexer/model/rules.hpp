// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>

/// The words in which fields.hpp declares what a field may hold. The readers, the writer and the checker of records are
/// all made from one declaration per type.
namespace passend {

/// What a text looks like; the table in rules.cpp gives the regular expression of the schema and the rule in words.
enum class Shape : std::uint8_t {
  free,
  id,
  source_system,
  source_id,
  postcode,
  language,
  kvk_number,
  week_grid,
  digits
};

struct Rule {
  std::size_t maximum_length = 0;  ///< Code points of a text; 0: not a text.
  Shape shape = Shape::free;
  std::int64_t minimum = 0;  ///< Of a number.
  std::int64_t maximum = std::numeric_limits<std::int32_t>::max();
  std::size_t maximum_items = 0;  ///< Of a list.
  enum class Presence : std::uint8_t { optional, required } presence = Presence::optional;
};

constexpr Rule text_of(std::size_t maximum_length, Shape shape = Shape::free) {
  return {.maximum_length = maximum_length, .shape = shape};
}
constexpr Rule required_text(std::size_t maximum_length, Shape shape = Shape::free) {
  return {.maximum_length = maximum_length, .shape = shape, .presence = Rule::Presence::required};
}
constexpr Rule number(std::int64_t minimum, std::int64_t maximum) {
  return {.minimum = minimum, .maximum = maximum};
}
constexpr Rule items(std::size_t maximum_items) {
  return {.maximum_items = maximum_items};
}
constexpr Rule required() {
  return {.presence = Rule::Presence::required};
}

/// True when the text has the shape. `free` refuses control characters other than line feed and tab.
bool has_shape(std::string_view text, Shape shape);
/// "four digits and two capital letters, such as 1211AB"; empty for free.
std::string_view shape_in_words(Shape shape);

template <class T, class Wanted>
concept Is = std::same_as<std::remove_const_t<T>, Wanted>;

}  // namespace passend
