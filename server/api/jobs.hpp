// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "server/api/change.hpp"
#include "server/api/input.hpp"
#include "server/api/job_work.hpp"
#include "server/api/services.hpp"
#include "server/auth/caller.hpp"
#include "server/auth/policy.hpp"
#include "server/jobs/jobs.hpp"

/// Long work: asked for, followed, fetched and cancelled by who asked for it alone.
namespace passend::api {

/// What who asks for such a job must be allowed to do.
auth::Action action_of(jobs::JobKind kind);

/// Reads the members of a job of its kind; rules: components/schemas/NewJob of schemas/openapi/passend.yaml.
JobQuestion read_new_job(Input& input);

/// POST /v1/jobs: 202 with Location.
struct AddJob {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

struct JobsInput {};
JobsInput read_jobs(Input& input);

/// GET /v1/jobs: the own ones, newest first.
struct ListJobs {
  const Services& services;
  std::vector<jobs::Job> operator()(const JobsInput& input, const auth::Caller& caller) const;
};
http::Response write_jobs(const std::vector<jobs::Job>& jobs, const JobsInput& input, const Services& services);

struct JobInput {
  jobs::JobId job;
};
JobInput read_job(Input& input);

/// GET /v1/jobs/{jobId}
struct GetJob {
  const Services& services;
  jobs::Job operator()(const JobInput& input, const auth::Caller& caller) const;
};
http::Response write_job(const jobs::Job& job, const JobInput& input, const Services& services);
/// As write_job() has it.
std::string job_json(const jobs::Job& job, const Services& services);

/// DELETE /v1/jobs/{jobId}: cancels what waits or runs, removes what has ended.
struct CancelJob {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

}  // namespace passend::api
