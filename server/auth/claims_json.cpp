// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/auth/claims.hpp"

namespace passend::auth {
namespace {

using Json = nlohmann::json;

const Json* find(const Json& json, std::string_view path) {
  if (!json.is_object()) return nullptr;
  if (const auto whole = json.find(path); whole != json.end()) return &*whole;
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
    const auto first = json.find(path.substr(0, dot));
    if (first == json.end()) continue;
    if (const Json* rest = find(*first, path.substr(dot + 1))) return rest;
  }
  return nullptr;
}

}  // namespace

Claims::Claims(Json json) : json_(std::make_shared<const Json>(std::move(json))) {}

std::optional<std::string> Claims::text(std::string_view path) const {
  const Json* found = find(*json_, path);
  if (found == nullptr || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::vector<std::string> Claims::texts(std::string_view path) const {
  std::vector<std::string> texts;
  const Json* found = find(*json_, path);
  if (found == nullptr) return texts;
  if (found->is_string()) texts.push_back(found->get<std::string>());
  if (!found->is_array()) return texts;
  for (const Json& one : *found) {
    if (one.is_string()) texts.push_back(one.get<std::string>());
  }
  return texts;
}

}  // namespace passend::auth
