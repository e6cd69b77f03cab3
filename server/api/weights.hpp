// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "matcher/criteria/profiles.hpp"
#include "matcher/criteria/weight_override.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"

namespace passend::api {

/// Which weights a request asks for. Nothing chosen: those of the server.
struct WeightsChoice {
  std::optional<std::string> profile;
  std::vector<criteria::WeightOverride> overrides;
  std::string place;  ///< Of the profile in the request, for a message.
};

/// The member `weights` of a body: components/schemas/WeightsChoice of schemas/openapi/passend.yaml.
WeightsChoice read_weights_choice(Input& input);
/// The same from the query parameters `weights` and `weightOverrides`.
WeightsChoice read_weights_query(Input& input);

/// Throws invalid_input for a profile that there is not.
const criteria::Profile& profile_of(const WeightsChoice& choice, const Services& services);
/// The engine over the newest snapshot that weighs as chosen.
std::shared_ptr<const engine::Engine> engine_of(const WeightsChoice& choice, const Services& services,
                                                const store::Scope& scope);

struct WeightsInput {};
struct WeightsOutput {
  std::vector<criteria::Profile> profiles;
  std::string default_profile;
};
WeightsInput read_weights(Input& input);

/// GET /v1/weights
struct GetWeights {
  const Services& services;
  WeightsOutput operator()(const WeightsInput&) const;
};

http::Response write_weights(const WeightsOutput& output, const WeightsInput& input, const Services& services);

}  // namespace passend::api
