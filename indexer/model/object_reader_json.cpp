// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/utf8.hpp"
#include "indexer/model/object_reader.hpp"

namespace passend {
namespace {

using Json = nlohmann::json;

constexpr std::size_t shown_bytes = 80;

std::string shown(const Json& value) {
  if (value.is_structured()) return value.type_name();
  return std::string(utf8_prefix(value.dump(-1, ' ', false, Json::error_handler_t::replace), shown_bytes));
}

/// A name as it stands in a JSON pointer (RFC 6901), cut to a length that fits a message.
std::string token(std::string_view name) {
  std::string token;
  for (const char c : utf8_prefix(name, shown_bytes)) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

}  // namespace

ObjectReader::ObjectReader(const Json& object, std::string pointer, std::vector<Violation>& violations)
    : object_(object), pointer_(std::move(pointer)), violations_(violations) {
  if (!object_.is_object()) violations_.push_back({pointer_, shown(object_), "is an object"});
}

const Json* ObjectReader::member(std::string_view name) {
  if (!object_.is_object()) return nullptr;
  read_.insert(std::string(name));
  const auto found = object_.find(name);
  if (found != object_.end()) return &*found;
  refuse(name, "", "is required");
  return nullptr;
}

bool ObjectReader::has(std::string_view name) const {
  return object_.is_object() && object_.contains(name);
}

std::string ObjectReader::text(std::string_view name, std::size_t most) {
  const Json* value = member(name);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    refuse(name, shown(*value), "is a text");
    return {};
  }
  const auto& text = value->get_ref<const std::string&>();
  const auto length = count_code_points(text);
  const bool fits = length && *length >= 1 && *length <= most;
  if (fits && std::none_of(text.begin(), text.end(), is_control)) return text;
  refuse(name, shown(*value), "has 1 to " + std::to_string(most) + " characters, none of them a control character");
  return {};
}

int ObjectReader::number(std::string_view name, Range range) {
  const Json* value = member(name);
  if (value == nullptr) return range.lowest;
  if (value->is_number_integer() && *value >= range.lowest && *value <= range.highest) return value->get<int>();
  refuse(name, shown(*value),
         "is a whole number from " + std::to_string(range.lowest) + " to " + std::to_string(range.highest));
  return range.lowest;
}

void ObjectReader::refuse(std::string_view name, const std::string& value, const std::string& rule) {
  violations_.push_back({pointer_to(name), value, rule});
}

std::string ObjectReader::pointer_to(std::string_view name) const {
  return pointer_ + "/" + token(name);
}

void ObjectReader::finish() {
  if (!object_.is_object()) return;
  for (const auto& [name, value] : object_.items()) {
    if (!read_.contains(name)) refuse(name, shown(value), "is not known here; remove it or mend its name");
  }
}

}  // namespace passend
