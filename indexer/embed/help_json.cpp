// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/help_json.hpp"

#include <nlohmann/json.hpp>

namespace passend::embed {

nlohmann::ordered_json help_json(const Help& help) {
  nlohmann::ordered_json json{{"model", help.model}, {"state", to_text(help.state)}};
  if (!help.note.empty()) json["note"] = help.note;
  return json;
}

nlohmann::ordered_json contribution_json(const Contribution& contribution) {
  return {{"label", contribution.label}, {"likenessBp", contribution.likeness_bp}, {"addedBp", contribution.added_bp}};
}

}  // namespace passend::embed
