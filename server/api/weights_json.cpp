// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "matcher/criteria/weights_json.hpp"
#include "server/api/view_json.hpp"
#include "server/api/weights.hpp"

namespace passend::api {
namespace {

Json text_json(const criteria::BilingualText& text) {
  return {{"nl", text.dutch}, {"en", text.english}};
}

}  // namespace

http::Response write_weights(const WeightsOutput& output, const WeightsInput&, const Services&) {
  Json profiles = Json::array();
  for (const auto& profile : output.profiles) {
    // The canonical form is the one that a run records; its name stands beside it here.
    Json weights = Json::parse(criteria::encode(profile.weights));
    weights.erase("name");
    profiles.push_back({{"name", profile.name},
                        {"version", profile.version},
                        {"weightsName", profile.weights.name},
                        {"hash", criteria::content_hash(profile.weights)},
                        {"title", text_json(profile.title)},
                        {"purpose", text_json(profile.purpose)},
                        {"weights", std::move(weights)}});
  }
  return json_response({{"default", output.default_profile}, {"profiles", std::move(profiles)}});
}

}  // namespace passend::api
