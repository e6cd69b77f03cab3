// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/status.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_status(const StatusOutput& output, const NoInput&, const Services&) {
  return json_response(
      {{"version", output.version},
       {"feedPosition", output.feed_position},
       {"counts",
        {{"candidates", output.counts.portfolios},
         {"vacancies", output.counts.vacancies},
         {"employers", output.counts.employers}}},
       {"taxonomy", {{"name", output.taxonomy_name}, {"hash", output.taxonomy_hash}, {"concepts", output.concepts}}},
       {"index",
        {{"generation", output.index.generation},
         {"feedPosition", output.index.position},
         {"candidates", output.index.candidates},
         {"vacancies", output.index.vacancies}}},
       {"pool",
        {{"feedPosition", output.pool.position},
         {"candidates", output.pool.candidates},
         {"vacancies", output.pool.vacancies}}}});
}

}  // namespace passend::api
