// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/api/services.hpp"
#include "server/http/router.hpp"

namespace passend::api {

/// All routes of the API, and those of `other_surfaces`. `services` must outlive the router; `pages` answers every
/// other path (the front end; may be empty).
http::Router make_router(const Services& services, http::Handler pages, std::vector<http::Route> other_surfaces = {});

}  // namespace passend::api
