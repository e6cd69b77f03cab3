// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/exposure_json.hpp"

#include <nlohmann/json.hpp>

namespace passend::run {
namespace {

using Json = nlohmann::ordered_json;

Json grouping_json(const Grouping& grouping) {
  Json groups = Json::array();
  for (const auto& group : grouping.groups) {
    groups.push_back(
        {{"name", group.name}, {"people", group.people}, {"neverShown", group.never_shown}, {"lists", group.lists}});
  }
  return {{"by", grouping.by},
          {"groups", std::move(groups)},
          {"withheldGroups", grouping.withheld_groups},
          {"withheldPeople", grouping.withheld_people}};
}

}  // namespace

std::string summary_json(const Exposure& exposure) {
  Json json{{"top", exposure.top},
            {"lists", exposure.lists},
            {"batches", exposure.batches},
            {"batchesPassedOver", exposure.batches_passed},
            {"people", exposure.people.size()},
            {"neverShown", exposure.never_shown},
            {"bands", Json::array()},
            {"groupings", Json::array()}};
  for (const auto& band : bands_of(exposure)) json["bands"].push_back({{"lists", band.name}, {"people", band.people}});
  for (const auto& grouping : exposure.groupings) json["groupings"].push_back(grouping_json(grouping));
  return json.dump();
}

std::string person_json(const PersonExposure& person) {
  Json json{{"candidate", to_text(person.candidate)}, {"lists", person.lists}};
  if (person.last_shown) json["lastShown"] = to_text(*person.last_shown);
  return json.dump();
}

}  // namespace passend::run
