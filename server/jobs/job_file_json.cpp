// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/jobs/job_file.hpp"

namespace passend::jobs {
namespace {

using Json = nlohmann::ordered_json;

std::optional<Timestamp> time_in(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_number_integer()) return std::nullopt;
  return Timestamp{found->get<std::int64_t>()};
}

std::string text_in(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found == json.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

}  // namespace

std::string encode(const Job& job) {
  Json json{{"id", to_text(job.id)}, {"kind", to_text(job.kind)}, {"state", to_text(job.state)},
            {"owner", job.owner},    {"content", job.content},    {"created", job.created.milliseconds}};
  if (job.started) json["started"] = job.started->milliseconds;
  if (job.ended) json["ended"] = job.ended->milliseconds;
  if (!job.media_type.empty()) json["mediaType"] = job.media_type;
  if (job.error) json["error"] = {{"code", job.error->code}, {"detail", job.error->detail}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::optional<Job> decode_job(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto id = JobId::parse(text_in(json, "id"));
  const auto kind = parse_code<JobKind>(text_in(json, "kind"));
  const auto state = parse_code<JobState>(text_in(json, "state"));
  const auto created = time_in(json, "created");
  if (!id || !kind || !state || !created) return std::nullopt;
  Job job{.id = *id,
          .kind = *kind,
          .state = *state,
          .owner = text_in(json, "owner"),
          .content = text_in(json, "content"),
          .created = *created};
  job.started = time_in(json, "started");
  job.ended = time_in(json, "ended");
  job.media_type = text_in(json, "mediaType");
  if (const auto error = json.find("error"); error != json.end() && error->is_object()) {
    job.error = JobError{text_in(*error, "code"), text_in(*error, "detail")};
  }
  return job;
}

}  // namespace passend::jobs
