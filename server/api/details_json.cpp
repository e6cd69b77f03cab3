// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/codec.hpp"
#include "server/api/details.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_details(const DetailsOutput& output, const DetailsInput&, const Services&) {
  Json json;
  json["details"] = Json::parse(encode(output.details));
  json["ownCaseload"] = output.own_caseload;
  if (output.left_today) json["leftToday"] = *output.left_today;
  return json_response(json);
}

}  // namespace passend::api
