// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "matcher/feed/announcement_json.hpp"
#include "server/api/feed.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json announcement_json(const feed::Announcement& one) {
  return {{"number", one.number},
          {"at", passend::to_text(one.at)},
          {"feedPosition", one.position},
          {"cause", to_text(one.cause)},
          {"vacancyId", to_text(one.vacancy)},
          {"candidateId", to_text(one.candidate)},
          {"combinedBp", one.combined_bp},
          {"demandBp", one.demand_bp},
          {"supplyBp", one.supply_bp},
          {"newlyFitting", one.newly_fitting}};
}

void add_pair(Json& json, const FeedLine& line, const Wording& wording) {
  if (line.candidate) json["candidate"] = summary_json(*line.candidate, wording);
  if (line.vacancy) json["vacancy"] = summary_json(*line.vacancy, wording);
  if (!line.now) return;
  json["now"] = {{"lane", to_text(line.now->lane)},
                 {"combinedBp", line.now->combined.expected_bp},
                 {"interval", interval_json(line.now->combined)}};
  if (line.now->distance_m) json["distanceKm"] = km_json(*line.now->distance_m);
}

Json pair_json(const FeedLine& line, FeedDetail detail, const Wording& wording) {
  Json json = announcement_json(line.announcement);
  if (detail == FeedDetail::pairs) add_pair(json, line, wording);
  return json;
}

}  // namespace

std::string line_json(const FeedLine& line, FeedDetail detail, const Wording& wording) {
  return json_text(pair_json(line, detail, wording));
}

http::Response write_feed(const FeedOutput& output, const FeedInput& input, const Services& services) {
  const Wording wording(services, input.language);
  Json announcements = Json::array();
  for (const auto& line : output.lines) announcements.push_back(pair_json(line, input.detail, wording));
  return json_response(
      {{"announcements", std::move(announcements)}, {"next", output.next}, {"complete", output.complete}});
}

}  // namespace passend::api
