// SPDX-License-Identifier: EUPL-1.2
#include "server/api/places.hpp"

#include <algorithm>
#include <functional>

#include "indexer/base/error.hpp"
#include "matcher/search/radius.hpp"
#include "server/http/message.hpp"

namespace passend::api {
namespace {

using geo::PostcodeArea;

/// Names that no area bears, each as a violation of its place in the list.
void refuse_unknown(const std::vector<std::string>& names, std::string PostcodeArea::*member,
                    const geo::PostcodeTable& table, std::string_view list, std::vector<Violation>& violations) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_known = std::any_of(table.areas().begin(), table.areas().end(), [&](const PostcodeArea& area) {
      return http::equal_without_case(area.*member, names[i]);
    });
    if (is_known) continue;
    violations.push_back({"/filters/" + std::string(list) + "/" + std::to_string(i), "",
                          "is a name in the postcode table of this server"});
  }
}

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& wanted) {
           return http::equal_without_case(wanted, name);
         });
}

}  // namespace

std::optional<std::vector<std::string>> postcodes_of(const Filters& filters, const geo::PostcodeTable& table) {
  if (filters.municipalities.empty() && filters.places.empty() && !filters.radius) return std::nullopt;
  std::vector<Violation> violations;
  refuse_unknown(filters.municipalities, &PostcodeArea::municipality, table, "municipalities", violations);
  refuse_unknown(filters.places, &PostcodeArea::place, table, "places", violations);
  const int centre = filters.radius ? geo::parse_pc4(filters.radius->postcode).value_or(0) : 0;
  if (filters.radius && table.find(centre) == nullptr) {
    violations.push_back({"/filters/radius/postcode", "", "is a postcode in the postcode table of this server"});
  }
  if (!violations.empty()) {
    throw Error(ErrorCode::invalid_input, "A place in the filters is not known; correct what the violations name.",
                violations);
  }
  const auto near = filters.radius ? search::postcodes_near(table, centre, filters.radius->km)
                                   : std::map<std::string, std::uint32_t>();
  const auto is_near = [&](const PostcodeArea& area) {
    return !filters.radius || near.contains(std::to_string(area.pc4));
  };
  std::vector<std::string> postcodes;
  for (const PostcodeArea& area : table.areas()) {
    if (is_near(area) && is_among(filters.municipalities, area.municipality) && is_among(filters.places, area.place)) {
      postcodes.push_back(std::to_string(area.pc4));
    }
  }
  return postcodes;
}

std::vector<search::FacetValue> count_areas(const std::vector<search::FacetValue>& by_postcode,
                                            std::string PostcodeArea::*name, const geo::PostcodeTable& table) {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [postcode, count] : by_postcode) {
    const auto pc4 = geo::parse_pc4(postcode);
    const PostcodeArea* area = pc4 ? table.find(*pc4) : nullptr;
    if (area != nullptr && !(area->*name).empty()) counts[area->*name] += count;
  }
  std::vector<search::FacetValue> values;
  for (const auto& [value, count] : counts) values.push_back({value, count});
  std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return values;
}

}  // namespace passend::api
