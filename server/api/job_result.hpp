// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/api/jobs.hpp"
#include "server/http/message.hpp"

namespace passend::api {

/// GET /v1/jobs/{jobId}/result: of a job that is done. Lines about people are sent some hundreds at a time: those of
/// whom is not there any more for who asks are left out, and the others are in the read log before they are sent.
struct GetJobResult {
  const Services& services;
  http::Response operator()(const JobInput& input, const auth::Caller& caller, const http::Request& request) const;
};

}  // namespace passend::api
