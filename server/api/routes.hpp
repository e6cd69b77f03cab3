// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/api/services.hpp"
#include "server/auth/routes.hpp"
#include "server/http/router.hpp"

namespace passend::api {

/// All routes of the API, and those of `other_surfaces`. `services` must outlive the router; `doorway` says who makes a
/// request; `pages` answers every other path (the front end; may be empty).
http::Router make_router(const Services& services, auth::Doorway doorway, http::Handler pages,
                         std::vector<http::Route> other_surfaces = {});

}  // namespace passend::api
