// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "matcher/run/replay_json.hpp"
#include "matcher/run/run_json.hpp"
#include "server/api/runs.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_run(const run::Run& run, const RunInput&, const Services&) {
  http::Response response;
  response.body = run::encode(run);
  return response;
}

http::Response write_replay(const ReplayOutput& output, const RunInput&, const Services&) {
  return json_response(run::replay_json(output.replay));
}

}  // namespace passend::api
