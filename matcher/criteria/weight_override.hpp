// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/base/error.hpp"
#include "matcher/criteria/weights.hpp"

namespace passend::criteria {

/// One number of a profile that is changed for one run, written as
///   demand.education=0           base weight of a criterion, 0 to 1000 (occupation from 1)
///   supply.distance=important    what it counts as where a side does not say how important it is
///   multiplier.required=8        1 to 100
struct WeightOverride {
  std::variant<Side, Importance> part = Side::demand;  ///< An importance: of the multipliers.
  Criterion criterion = Criterion::occupation;         ///< Of a side.
  std::variant<int, Importance> value = 0;             ///< An importance: of a side only.
  bool operator==(const WeightOverride&) const = default;
};

/// What is wrong with an override, in words that say how to mend it; the override when nothing is.
std::variant<WeightOverride, std::string> parse_override(std::string_view text);

/// The weights with the changes made in their order, and a name that says so: "default-1 with 2 changes". The changed
/// weights are valid when those that came in were.
Weights overridden(Weights weights, const std::vector<WeightOverride>& changes);

}  // namespace passend::criteria
