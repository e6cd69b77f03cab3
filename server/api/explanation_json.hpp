// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "matcher/engine/match.hpp"

namespace passend::api {

/// Criteria with their sentences: [{criterion, text}]. Both lists have the same order.
nlohmann::ordered_json sentences_json(const std::vector<Criterion>& criteria,
                                      const std::vector<std::string>& sentences);

/// One fact with its values under their names, instead of by position.
nlohmann::ordered_json evidence_json(const engine::Evidence& evidence);

}  // namespace passend::api
