// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/vacancies.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_employer_vacancies(const EmployerVacancies& vacancies, const EmployerVacanciesInput& input,
                                        const Services& services) {
  const Wording wording(services, input.language);
  Json json;
  json["total"] = vacancies.total;
  json["page"] = input.paging.page;
  json["pageSize"] = input.paging.page_size;
  json["vacancies"] = Json::array();
  for (const auto& row : vacancies.rows) {
    json["vacancies"].push_back(summary_json(row.record, wording));
  }
  return json_response(json);
}

}  // namespace passend::api
