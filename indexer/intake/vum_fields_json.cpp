// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include "indexer/intake/dropped_fields.hpp"
#include "indexer/intake/text_limits.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/intake/vum_fields.hpp"

namespace passend::intake {
namespace {

std::string lower(std::string_view name) {
  std::string result(name);
  for (char& byte : result) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return result;
}

bool is_empty(const nlohmann::json& value) {
  if (value.is_null()) return true;
  if (value.is_structured()) return value.empty();
  return value.is_string() && trimmed(value.get_ref<const std::string&>()).empty();
}

/// A whole number, also one in quotes ("4", "04") or with a fraction of zero.
std::optional<std::int64_t> whole_number(const nlohmann::json& value) {
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (number >= -1e9 && number <= 1e9 && number == static_cast<double>(static_cast<std::int64_t>(number))) {
      return static_cast<std::int64_t>(number);
    }
    return std::nullopt;
  }
  return value.is_string() ? read_whole_number(value.get_ref<const std::string&>()) : std::nullopt;
}

}  // namespace

VumFields::VumFields(const nlohmann::json& object, std::string path, RecordNotes& notes)
    : path_(std::move(path)), notes_(notes) {
  if (!object.is_object()) return;
  for (const auto& [name, value] : object.items()) {
    if (const auto rule = dropped_by_rule(name)) {
      if (is_empty(value)) continue;
      notes_.dropped(*rule);
      if (*rule == birth_date_rule && value.is_string()) birth_date_ = read_date(value.get_ref<const std::string&>());
    } else {
      members_.emplace(lower(name), std::pair(name, &value));
    }
  }
}

VumFields::~VumFields() {
  for (const auto& [key, member] : members_) {
    if (!asked_.contains(key)) notes_.unknown_attribute(member.first);
  }
}

const nlohmann::json* VumFields::find(std::string_view name) {
  const std::string key = lower(name);
  asked_.insert(key);
  const auto found = members_.find(key);
  return found == members_.end() || is_empty(*found->second.second) ? nullptr : found->second.second;
}

bool VumFields::has(std::string_view name) const {
  const auto found = members_.find(lower(name));
  return found != members_.end() && !is_empty(*found->second.second);
}

std::string VumFields::text(std::string_view name) {
  const nlohmann::json* value = find(name);
  if (value == nullptr) return {};
  if (value->is_string()) return std::string(trimmed(value->get_ref<const std::string&>()));
  if (value->is_number_integer()) return value->dump();
  warn_of_type(name, "a text");
  return {};
}

std::optional<int> VumFields::number(std::string_view name) {
  const nlohmann::json* value = find(name);
  if (value == nullptr) return std::nullopt;
  const auto whole = whole_number(*value);
  if (whole && *whole >= std::numeric_limits<int>::min() && *whole <= std::numeric_limits<int>::max()) {
    return static_cast<int>(*whole);
  }
  warn_of_type(name, "a whole number");
  return std::nullopt;
}

std::optional<int> VumFields::number_within(std::string_view name, int minimum, int maximum) {
  const auto value = number(name);
  if (!value || (*value >= minimum && *value <= maximum)) return value;
  notes_.reject({.field = path_of(name),
                 .value = std::to_string(*value),
                 .reason = "the number is not from " + std::to_string(minimum) + " to " + std::to_string(maximum),
                 .remedy = "correct it in the source, or leave it out when it is not known"});
  return std::nullopt;
}

std::optional<Date> VumFields::date(std::string_view name) {
  const std::string value = text(name);
  if (value.empty()) return std::nullopt;
  if (const auto date = read_date(value)) return date;
  warn_of_type(name, "a date (YYYY-MM-DD, from 1900 to 2199)");
  return std::nullopt;
}

std::optional<bool> VumFields::indication(std::string_view name) {
  return code<bool>(name, vum::indication);
}

std::vector<std::string> VumFields::texts(std::string_view name) {
  const nlohmann::json* value = find(name);
  if (value == nullptr) return {};
  if (!value->is_array()) return {text(name)};
  std::vector<std::string> texts;
  for (const nlohmann::json& item : *value) {
    if (item.is_string() && !is_empty(item)) texts.emplace_back(trimmed(item.get_ref<const std::string&>()));
  }
  return texts;
}

void VumFields::each(std::string_view name, const Visit& visit) {
  const nlohmann::json* value = find(name);
  if (value == nullptr) return;
  const auto visit_one = [&](const nlohmann::json& item, const std::string& path) {
    if (is_empty(item)) return;
    if (!item.is_object()) {
      notes_.warn({.field = path, .value = {}, .reason = "an object was expected here; it was left out", .remedy = {}});
      return;
    }
    VumFields fields(item, path, notes_);
    visit(fields);
  };
  if (!value->is_array()) return visit_one(*value, path_of(name));
  for (std::size_t i = 0; i < value->size(); ++i) visit_one((*value)[i], path_of(name) + "/" + std::to_string(i));
}

void VumFields::ignore(std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) asked_.insert(lower(name));
}

std::string VumFields::path_of(std::string_view name) const {
  return path_ + "/" + std::string(name);
}

void VumFields::warn_of_code(std::string_view name, const std::string& value) {
  notes_.warn({.field = path_of(name),
               .value = value.size() <= 8 ? value : std::string(),
               .reason = "the code is not in the list of the VUM data standard 1.5 and was left out",
               .remedy = "correct the code in the source, or leave it out when it is not known"});
}

void VumFields::warn_of_type(std::string_view name, std::string_view expected) {
  notes_.warn({.field = path_of(name),
               .value = {},
               .reason = std::string(expected) + " was expected; the value was left out",
               .remedy = "correct it in the source"});
}

}  // namespace passend::intake
