// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/read_rows.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json row_json(const store::PersonRead& row) {
  return {{"number", row.number},
          {"at", to_text(row.request.ended)},
          {"candidateId", to_text(row.person)},
          {"action", row.act.name},
          {"activity", row.act.activity},
          {"role", row.act.role},
          {"reader", row.act.reader},
          {"organisation", row.act.tenant},
          {"purpose", row.act.purpose},
          {"traceId", to_text(row.request.trace)}};
}

}  // namespace

http::Response write_read_rows(const store::ReadPage& page, const ReadRowsInput& input, const Services&) {
  Json written = Json::array();
  for (const store::PersonRead& row : page.rows) written.push_back(row_json(row));
  return json_response({{"total", page.total},
                        {"page", input.paging.page},
                        {"pageSize", input.paging.page_size},
                        {"upTo", page.up_to},
                        {"rows", std::move(written)}});
}

}  // namespace passend::api
