// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <yaml-cpp/yaml.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

/// An OpenAPI description as JSON: for the build and for tests, not for the program.
namespace passend {

/// A plain scalar by the JSON schema of YAML 1.2; a quoted one (tag "!") is a text whatever it holds.
inline nlohmann::ordered_json yaml_scalar(const YAML::Node& node) {
  using Json = nlohmann::ordered_json;
  const std::string text = node.Scalar();
  if (node.Tag() == "!") return text;
  if (text == "null" || text == "~" || text.empty()) return nullptr;
  if (text == "true") return true;
  if (text == "false") return false;
  const Json number = Json::parse(text, nullptr, false);
  return number.is_number() ? number : Json(text);
}

inline nlohmann::ordered_json yaml_to_json(const YAML::Node& node) {
  using Json = nlohmann::ordered_json;
  if (node.IsScalar()) return yaml_scalar(node);
  if (node.IsNull()) return nullptr;
  if (node.IsSequence()) {
    Json list = Json::array();
    for (const auto& item : node) list.push_back(yaml_to_json(item));
    return list;
  }
  Json object = Json::object();
  for (const auto& entry : node) {
    if (object.contains(entry.first.Scalar()))
      throw std::runtime_error("the key " + entry.first.Scalar() + " stands twice");
    object[entry.first.Scalar()] = yaml_to_json(entry.second);
  }
  return object;
}

}  // namespace passend
