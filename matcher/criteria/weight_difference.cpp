// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/weight_difference.hpp"

#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

void compare(std::vector<Difference>& differences, const std::string& what, const std::string& then,
             const std::string& now) {
  if (then != now) differences.push_back({what, then, now});
}

}  // namespace

std::vector<Difference> differences(const Weights& then, const Weights& now) {
  std::vector<Difference> found;
  for (const auto& [importance, name] : CodeNames<Importance>::names) {
    const auto index = static_cast<std::size_t>(importance);
    compare(found, "weights.multiplier." + std::string(name), std::to_string(then.multiplier[index]),
            std::to_string(now.multiplier[index]));
  }
  for (const auto side : {Side::demand, Side::supply}) {
    for (const auto& rule : all_rules()) {
      if (!judges(rule, side)) continue;
      const auto index = static_cast<std::size_t>(rule.criterion);
      const auto what = std::string(side == Side::demand ? "weights.demand." : "weights.supply.") +
                        std::string(passend::to_text(rule.criterion));
      compare(found, what + ".base", std::to_string(then.of(side).base[index]),
              std::to_string(now.of(side).base[index]));
      compare(found, what + ".importance", std::string(passend::to_text(then.of(side).importance[index])),
              std::string(passend::to_text(now.of(side).importance[index])));
    }
  }
  return found;
}

}  // namespace passend::criteria
