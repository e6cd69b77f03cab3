// SPDX-License-Identifier: EUPL-1.2
#include "server/api/weights.hpp"

namespace passend::api {
namespace {

constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_override = 80;
constexpr std::size_t most_overrides = 20;
constexpr std::size_t longest_query = 1'000;

void add_override(const std::string& text, WeightsChoice& choice,
                  const std::function<void(const std::string&)>& refuse) {
  const auto parsed = criteria::parse_override(text);
  if (const auto* why_not = std::get_if<std::string>(&parsed)) return refuse(*why_not);
  choice.overrides.push_back(std::get<criteria::WeightOverride>(parsed));
}

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= list.size();) {
    const auto comma = std::min(list.find(',', from), list.size());
    parts.push_back(list.substr(from, comma - from));
    from = comma + 1;
  }
  return parts;
}

}  // namespace

WeightsChoice read_weights_choice(Input& input) {
  WeightsChoice choice;
  choice.place = "/weights/profile";
  input.within("weights", [&] {
    choice.profile = input.text("profile", {1, longest_name});
    input.each_text("overrides", {most_overrides}, {1, longest_override},
                    [&](const std::string& item, const auto& text) {
                      add_override(text, choice, [&](const std::string& why_not) { input.refuse(item, why_not); });
                    });
  });
  return choice;
}

WeightsChoice read_weights_query(Input& input) {
  WeightsChoice choice;
  choice.place = "weights";
  choice.profile = input.text("weights", {1, longest_name}, Where::query);
  if (const auto list = input.text("weightOverrides", {1, longest_query}, Where::query)) {
    for (const auto& text : parts_of(*list)) {
      add_override(text, choice,
                   [&](const std::string& why_not) { input.refuse("weightOverrides", why_not, Where::query); });
    }
  }
  return choice;
}

const criteria::Profile& profile_of(const WeightsChoice& choice, const Services& services) {
  const auto& name = choice.profile.value_or(services.default_profile);
  if (const auto* profile = services.profiles.find(name)) return *profile;
  throw Error(ErrorCode::invalid_input,
              "The request breaks 1 rule; correct what the violations name and send it again.",
              {{choice.place, "", "is one of " + services.profiles.names()}});
}

std::shared_ptr<const engine::Engine> engine_of(const WeightsChoice& choice, const Services& services,
                                                const store::Scope& scope) {
  const auto& profile = profile_of(choice, services);
  if (choice.overrides.empty() && profile.name == services.default_profile) {
    return services.current_engine(scope.boundary());
  }
  return services.engine_for(criteria::overridden(profile.weights, choice.overrides), scope.boundary());
}

WeightsInput read_weights(Input&) {
  return {};
}

WeightsOutput GetWeights::operator()(const WeightsInput&) const {
  return {{services.profiles.all().begin(), services.profiles.all().end()}, services.default_profile};
}

}  // namespace passend::api
