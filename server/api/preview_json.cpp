// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "matcher/insight/small_groups.hpp"
#include "server/api/preview.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

/// A small number of people is kept back: the employer looks along.
Json people_json(std::uint64_t people) {
  if (people > 0 && people < insight::fewest_people) return {{"fewerThan", insight::fewest_people}};
  return {{"count", people}};
}

Json costs_json(const std::vector<RequirementLine>& lines) {
  Json costs = Json::array();
  for (const auto& [cost, name, text] : lines) {
    costs.push_back({{"criterion", to_text(cost.criterion)},
                     {"side", to_text(cost.side)},
                     {"name", name},
                     {"failing", people_json(cost.failing)},
                     {"open", people_json(cost.open)},
                     {"alone", people_json(cost.alone_fits + cost.alone_open)}});
  }
  return costs;
}

}  // namespace

http::Response write_preview(const VacancyPreview& preview) {
  return json_response({{"fits", people_json(preview.fits)},
                        {"oneQuestionOpen", people_json(preview.one_question_open)},
                        {"requirementCosts", costs_json(preview.requirements)}});
}

}  // namespace passend::api
