// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/model/codes.hpp"

/// For the codecs alone: writes a member when it is known, and leaves it out when it is not.
namespace passend::api {

inline nlohmann::ordered_json value_json(int value) {
  return value;
}
inline nlohmann::ordered_json value_json(bool value) {
  return value;
}
inline nlohmann::ordered_json value_json(const std::string& value) {
  return value;
}
inline nlohmann::ordered_json value_json(Date value) {
  return to_text(value);
}
template <class Code>
nlohmann::ordered_json value_json(Code code) requires requires {
  CodeNames<Code>::names;
}
{ return to_text(code); }

inline void put(nlohmann::ordered_json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

template <class T>
void put(nlohmann::ordered_json& json, const char* name, const std::optional<T>& value) {
  if (value) json[name] = value_json(*value);
}

template <class T>
void put(nlohmann::ordered_json& json, const char* name, const std::optional<std::vector<T>>& values) {
  if (!values) return;
  json[name] = nlohmann::ordered_json::array();
  for (const T& value : *values) json[name].push_back(value_json(value));
}

/// The same with a function that writes one item.
template <class T, class Write>
void put(nlohmann::ordered_json& json, const char* name, const std::optional<std::vector<T>>& values,
         const Write& write) {
  if (!values) return;
  json[name] = nlohmann::ordered_json::array();
  for (const T& value : *values) json[name].push_back(write(value));
}

}  // namespace passend::api
