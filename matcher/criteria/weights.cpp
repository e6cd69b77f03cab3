// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/weights.hpp"

#include <vector>

#include "indexer/base/error.hpp"
#include "matcher/criteria/profiles.hpp"

namespace passend::criteria {
namespace {

void check_side(const SideWeights& side, std::string_view name, std::vector<Violation>& violations) {
  for (const auto& [criterion, text] : CodeNames<Criterion>::names) {
    const int base = side.base[static_cast<std::size_t>(criterion)];
    const int lowest = lowest_base(criterion);
    if (base >= lowest && base <= highest_base) continue;
    violations.push_back({std::string(name) + "." + std::string(text), std::to_string(base),
                          "a base weight is " + std::to_string(lowest) + " to 1000"});
  }
}

}  // namespace

Weights default_weights() {
  return Profiles::built_in().get(default_profile).weights;
}

void verify(const Weights& weights) {
  std::vector<Violation> violations;
  check_side(weights.demand, "demand", violations);
  check_side(weights.supply, "supply", violations);
  for (const auto& [importance, text] : CodeNames<Importance>::names) {
    const int multiplier = weights.multiplier[static_cast<std::size_t>(importance)];
    const bool ignored = importance == Importance::ignored;
    if (ignored ? multiplier == 0 : multiplier >= 1 && multiplier <= highest_multiplier) continue;
    violations.push_back({"multiplier." + std::string(text), std::to_string(multiplier),
                          ignored ? "what is ignored has multiplier 0" : "a multiplier is 1 to 100"});
  }
  if (violations.empty()) return;
  throw Error(ErrorCode::configuration,
              "weights profile '" + weights.name + "' breaks " + std::to_string(violations.size()) +
                  " rule(s): " + passend::to_text(violations.front()),
              violations);
}

}  // namespace passend::criteria
