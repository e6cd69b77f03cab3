// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/codec.hpp"
#include "server/api/me.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

std::string me_json(const Me& me) {
  const Json json{{"candidateId", to_text(me.search.record.id)},
                  {"changed", to_text(me.search.changed)},
                  {"searchProfile", Json::parse(encode(me.search.record))},
                  {"detailProfile", Json::parse(encode(me.detail))}};
  return json.dump();
}

http::Response write_views(const store::ReadPage& page, const ViewsInput& input, const Services&) {
  Json views = Json::array();
  for (const store::PersonRead& row : page.rows) {
    views.push_back({{"at", to_text(row.request.ended)},
                     {"action", row.act.name},
                     {"role", row.act.role},
                     {"organisation", row.act.tenant},
                     {"purpose", row.act.purpose}});
  }
  return json_response({{"total", page.total},
                        {"page", input.paging.page},
                        {"pageSize", input.paging.page_size},
                        {"views", std::move(views)}});
}

}  // namespace passend::api
