// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/events/event.hpp"

namespace passend::events {

std::string to_json(const Event& event, const std::string& source, const std::string& address) {
  nlohmann::ordered_json json;
  json["specversion"] = "1.0";
  json["id"] = event.id;
  json["source"] = source;
  json["type"] = event.type;
  json["time"] = to_text(event.time);
  json["dataref"] = address + event.path;
  json["sequence"] = std::to_string(event.position);
  return json.dump();
}

}  // namespace passend::events
