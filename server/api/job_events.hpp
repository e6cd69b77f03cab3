// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>

#include "server/api/jobs.hpp"

namespace passend::api {

/// Whether who asked for a stream may still see what comes of it.
using StillMay = std::function<bool()>;

/// GET /v1/jobs/{jobId}/events: the job as it is, after every change of it once more ("progress"), and when it has
/// ended for the last time ("done"), as server-sent events. Who comes back is told how it is by then.
struct FollowJob {
  const Services& services;
  http::Response operator()(const JobInput& input, const auth::Caller& caller, StillMay still_may) const;
};

}  // namespace passend::api
