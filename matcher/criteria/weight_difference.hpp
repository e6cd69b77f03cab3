// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "matcher/criteria/weights.hpp"

namespace passend::criteria {

/// One value then and now.
struct Difference {
  std::string what;  ///< "pool position", "weights.demand.occupation.base"
  std::string then;
  std::string now;
  bool operator==(const Difference&) const = default;
};

/// Every number in which two sets of weights differ, by its name in the canonical form; the name of the weights is
/// none.
std::vector<Difference> differences(const Weights& then, const Weights& now);

}  // namespace passend::criteria
