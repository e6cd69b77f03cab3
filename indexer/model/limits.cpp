// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/limits.hpp"

#include "indexer/base/utf8.hpp"

namespace passend {
namespace {

constexpr std::size_t shown_bytes = 80;

/// What may stand in a message: the value cut short, without what a terminal or a log would act on.
std::string shown(std::string_view value) {
  if (!count_code_points(value)) return "(not UTF-8)";
  std::string text(utf8_prefix(value, shown_bytes));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

}  // namespace

void Violations::add(std::string field, std::string_view value, std::string rule) {
  found_.push_back({std::move(field), shown(value), std::move(rule)});
}

void Violations::check_text(const std::string& field, std::string_view text, const Rule& rule) {
  const auto length = count_code_points(text);
  if (!length) return add(field, text, "is well-formed UTF-8");
  if (*length == 0) {
    return add(field, text, "is not empty; leave the field out when it is not known");
  }
  if (*length > rule.maximum_length)
    add(field, text, "has at most " + std::to_string(rule.maximum_length) + " characters");
  if (!has_shape(text, rule.shape)) add(field, text, "is " + std::string(shape_in_words(rule.shape)));
}

void Violations::check_number(const std::string& field, std::int64_t value, const Rule& rule) {
  if (value >= rule.minimum && value <= rule.maximum) return;
  add(field, std::to_string(value),
      "is a whole number from " + std::to_string(rule.minimum) + " to " + std::to_string(rule.maximum));
}

void Violations::check_count(const std::string& field, std::size_t count, const Rule& rule) {
  if (count <= rule.maximum_items) return;
  add(field, std::to_string(count) + " items", "has at most " + std::to_string(rule.maximum_items) + " items");
}

}  // namespace passend
