// SPDX-License-Identifier: EUPL-1.2
#include "server/api/requirements.hpp"

#include <nlohmann/json.hpp>

namespace passend::api {

nlohmann::ordered_json requirements_json(const std::vector<RequirementLine>& lines) {
  auto json = nlohmann::ordered_json::array();
  for (const auto& [cost, name, text] : lines) {
    json.push_back({{"criterion", to_text(cost.criterion)},
                    {"side", to_text(cost.side)},
                    {"name", name},
                    {"text", text},
                    {"failing", cost.failing},
                    {"open", cost.open},
                    {"aloneFits", cost.alone_fits},
                    {"aloneOpen", cost.alone_open}});
  }
  return json;
}

}  // namespace passend::api
