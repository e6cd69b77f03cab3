// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "matcher/feed/announcement_json.hpp"
#include "server/api/feed.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_feed(const feed::FeedPage& page, const feed::FeedQuery&, const Services&) {
  Json announcements = Json::array();
  for (const auto& one : page.announcements) {
    announcements.push_back({{"number", one.number},
                             {"at", passend::to_text(one.at)},
                             {"feedPosition", one.position},
                             {"cause", to_text(one.cause)},
                             {"vacancyId", to_text(one.vacancy)},
                             {"candidateId", to_text(one.candidate)},
                             {"combinedBp", one.combined_bp},
                             {"demandBp", one.demand_bp},
                             {"supplyBp", one.supply_bp},
                             {"newlyFitting", one.newly_fitting}});
  }
  return json_response({{"announcements", std::move(announcements)}, {"next", page.next}, {"complete", page.complete}});
}

}  // namespace passend::api
