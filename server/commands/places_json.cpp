// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/commands/places.hpp"

namespace passend::commands {

std::string to_json(const Place& place) {
  nlohmann::ordered_json json{{"vacancy", passend::to_text(place.vacancy)},
                              {"candidate", passend::to_text(place.candidate)}};
  if (!place.caseload.empty()) json["caseload"] = place.caseload;
  json["scoreBp"] = place.score_bp;
  json["reason"] = place.reason;
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace passend::commands
