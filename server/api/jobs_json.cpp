// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/jobs.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json as_json(const jobs::Job& job, const Services& services) {
  const std::string path = "/v1/jobs/" + to_text(job.id);
  Json json{{"jobId", to_text(job.id)},
            {"kind", to_text(job.kind)},
            {"state", to_text(job.state)},
            {"created", to_text(job.created)}};
  if (job.started) json["started"] = to_text(*job.started);
  if (job.ended) {
    json["ended"] = to_text(*job.ended);
    json["expires"] = to_text(Timestamp{job.ended->milliseconds + services.jobs->kept().count()});
  }
  if (job.progress.total > 0) json["progress"] = {{"done", job.progress.done}, {"total", job.progress.total}};
  if (job.state == jobs::JobState::done) json["result"] = path + "/result";
  if (job.error) json["error"] = {{"code", job.error->code}, {"detail", job.error->detail}};
  return json;
}

}  // namespace

std::string job_json(const jobs::Job& job, const Services& services) {
  return as_json(job, services).dump();
}

http::Response write_job(const jobs::Job& job, const JobInput&, const Services& services) {
  return json_response(as_json(job, services));
}

http::Response write_jobs(const std::vector<jobs::Job>& jobs, const JobsInput&, const Services& services) {
  Json list = Json::array();
  for (const jobs::Job& job : jobs) list.push_back(as_json(job, services));
  return json_response({{"jobs", std::move(list)}});
}

}  // namespace passend::api
