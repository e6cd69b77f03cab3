// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "matcher/engine/engine.hpp"
#include "server/api/codes.hpp"

namespace passend::api {

/// A requirement with what it costs, in words too.
struct RequirementLine {
  engine::RequirementCost cost;
  std::string name;  ///< "Rijbewijs B"
  std::string text;  ///< "Rijbewijs B: 412 mensen vallen alleen hierop af; ..."
};

/// Those that may be shown, the ones that cost most people first.
std::vector<RequirementLine> requirement_lines(const std::vector<engine::RequirementCost>& costs,
                                               const pool::VacancyFacts& vacancy, const engine::Engine& engine,
                                               Language language);

nlohmann::ordered_json requirements_json(const std::vector<RequirementLine>& lines);

}  // namespace passend::api
