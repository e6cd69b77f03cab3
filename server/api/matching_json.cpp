// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/matching.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_matching(const MatchingState& state, const MatchingInput&, const Services&) {
  Json json{{"allowed", !state.stop}};
  if (state.stop) {
    json["since"] = to_text(state.stop->since);
    json["reason"] = state.stop->reason;
  }
  return json_response(json);
}

}  // namespace passend::api
