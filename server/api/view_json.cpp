// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/fields_json.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

Json concept_json(const ConceptView& view) {
  Json json = Json::object();
  put(json, "uri", view.uri);
  json["label"] = view.label;
  return json;
}

Json period_json(const Period& period) {
  Json json = Json::object();
  put(json, "from", period.from);
  put(json, "until", period.until);
  return json;
}

Json hours_json(const WeeklyHours& hours) {
  Json json = Json::object();
  put(json, "minimum", hours.minimum);
  put(json, "maximum", hours.maximum);
  return json;
}

Json summary_json(const SearchProfile& profile, const Wording& wording) {
  Json json;
  json["candidateId"] = to_text(profile.id);
  json["wantedOccupations"] = Json::array();
  if (profile.wanted_occupations) {
    for (const ConceptRef& wanted : *profile.wanted_occupations) {
      json["wantedOccupations"].push_back(concept_json(wording.concept_view(wanted)));
    }
  }
  const AreaView area = wording.area(profile.mobility.postcode);
  put(json, "summary", profile.summary);
  put(json, "place", area.place);
  put(json, "municipality", area.municipality);
  put(json, "workLevel", profile.work_level);
  json["hours"] = hours_json(profile.hours);
  json["available"] = period_json(profile.available);
  if (profile.updated.days != 0) json["updated"] = to_text(profile.updated);
  put(json, "organisation", wording.organisation(profile.source));
  return json;
}

Json summary_json(const Vacancy& vacancy, const Wording& wording) {
  Json json;
  json["vacancyId"] = to_text(vacancy.id);
  json["title"] = vacancy.title;
  json["status"] = to_text(vacancy.status);
  if (vacancy.employer_id) json["employerId"] = to_text(*vacancy.employer_id);
  put(json, "employerName", vacancy.employer_name);
  if (vacancy.occupation) json["occupation"] = concept_json(wording.concept_view(*vacancy.occupation));
  const AreaView area = wording.area(vacancy.location.postcode);
  put(json, "place", vacancy.location.place.empty() ? area.place : vacancy.location.place);
  put(json, "municipality", area.municipality);
  json["hours"] = hours_json(vacancy.hours);
  put(json, "posted", vacancy.posted);
  put(json, "closes", vacancy.closes);
  put(json, "organisation", wording.organisation(vacancy.source));
  return json;
}

Json runs_json(const std::vector<search::Run>& runs) {
  Json json = Json::array();
  for (const search::Run& run : runs) json.push_back({{"text", run.text}, {"marked", run.marked}});
  return json;
}

Json interval_json(const engine::Score& score) {
  return {{"lowBp", score.low_bp}, {"highBp", score.high_bp}};
}

Json scores_json(const engine::Score& combined, const engine::Score& demand, const engine::Score& supply) {
  return {{"combinedBp", combined.expected_bp},      {"demandBp", demand.expected_bp},
          {"supplyBp", supply.expected_bp},          {"interval", interval_json(combined)},
          {"demandInterval", interval_json(demand)}, {"supplyInterval", interval_json(supply)}};
}

Json lane_counts_json(const std::array<std::uint64_t, 3>& counts) {
  return {{"fits", counts[0]}, {"oneQuestionOpen", counts[1]}, {"fallsShort", counts[2]}};
}

Json run_json(const engine::RunFacts& run) {
  return {{"engineVersion", run.engine_version},
          {"weightsName", run.weights_name},
          {"taxonomyHash", run.taxonomy_hash},
          {"poolPosition", run.pool_position},
          {"today", to_text(run.today)},
          {"seed", to_text(Id128{0, run.seed}).substr(16)},
          {"engineMilliseconds", static_cast<double>(run.microseconds) / 1000.0}};
}

Json km_json(int metres) {
  return static_cast<double>((metres + 50) / 100) / 10.0;
}

std::string json_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

http::Response json_response(const Json& body) {
  http::Response response;
  response.body = json_text(body);
  return response;
}

}  // namespace passend::api
