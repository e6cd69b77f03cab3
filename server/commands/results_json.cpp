// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/commands/results.hpp"

namespace passend::commands {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

std::string to_json(const search::Page& page, std::uint64_t number, std::uint64_t size) {
  Json hits = Json::array();
  for (const auto& hit : page.hits) {
    Json fragments = Json::array();
    for (const auto& fragment : hit.fragments) {
      Json runs = Json::array();
      for (const auto& run : fragment.runs) runs.push_back({{"text", run.text}, {"marked", run.marked}});
      fragments.push_back({{"field", fragment.field}, {"runs", runs}});
    }
    hits.push_back({{"id", to_text(hit.id)}, {"fragments", fragments}});
  }
  Json facets = Json::object();
  for (const auto& [field, facet] : page.facets) {
    Json values = Json::array();
    for (const auto& value : facet.values) values.push_back({{"value", value.value}, {"count", value.count}});
    facets[field] = {{"values", values}, {"unknown", facet.unknown}};
  }
  return Json{{"total", page.total},
              {"page", number},
              {"pageSize", size},
              {"hits", hits},
              {"facets", facets},
              {"indexPosition", page.position},
              {"microseconds", page.microseconds}}
      .dump();
}

}  // namespace passend::commands
