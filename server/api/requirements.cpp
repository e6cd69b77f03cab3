// SPDX-License-Identifier: EUPL-1.2
#include "server/api/requirements.hpp"

#include "matcher/explain/insight_words.hpp"
#include "matcher/insight/requirements.hpp"
#include "matcher/insight/small_groups.hpp"

namespace passend::api {

std::vector<RequirementLine> requirement_lines(const std::vector<engine::RequirementCost>& costs,
                                               const pool::VacancyFacts& vacancy, const engine::Engine& engine,
                                               Language language) {
  std::vector<RequirementLine> lines;
  const auto style = style_of(language);
  for (const auto& cost : insight::costs_to_show(costs)) {
    std::vector<std::string> things;
    if (cost.side == engine::Side::demand) {
      things = insight::required_things(vacancy, cost.criterion, engine.pool().taxonomy());
    }
    lines.push_back(
        {cost, explain::requirement_name(cost.criterion, things, style), explain::render(cost, things, style)});
  }
  return lines;
}

}  // namespace passend::api
