// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/codec.hpp"
#include "server/api/employers.hpp"
#include "server/api/fields_json.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_employers(const Employers& employers, const EmployersInput& input, const Services& services) {
  const Wording wording(services, Language::dutch);
  Json json;
  json["total"] = employers.total;
  json["page"] = input.paging.page;
  json["pageSize"] = input.paging.page_size;
  json["employers"] = Json::array();
  for (const EmployerRow& row : employers.rows) {
    const AreaView area = wording.area(row.employer.location.postcode);
    Json one;
    one["employerId"] = to_text(row.employer.id);
    one["name"] = row.employer.name;
    put(one, "kvkNumber", row.employer.kvk_number);
    put(one, "place", row.employer.location.place.empty() ? area.place : row.employer.location.place);
    put(one, "municipality", area.municipality);
    one["openVacancies"] = row.open_vacancies;
    json["employers"].push_back(std::move(one));
  }
  return json_response(json);
}

http::Response write_contact_moments(const ContactMoments& moments, const RecordInput<EmployerId>&, const Services&) {
  Json json;
  json["contactMoments"] = Json::array();
  for (const auto& moment : moments) json["contactMoments"].push_back(Json::parse(encode(moment.record)));
  return json_response(json);
}

}  // namespace passend::api
