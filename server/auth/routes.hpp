// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "server/auth/identity.hpp"
#include "server/auth/principal_source.hpp"
#include "server/http/router.hpp"

namespace passend::auth {

/// How a router knows who asks, and the addresses that belong to it.
struct Doorway {
  PrincipalSource who;
  std::vector<http::Route> routes;
};

/// With signing in and out, and GET /v1/session. `identity` must outlive it.
Doorway with_sign_in(Identity& identity);

/// Everybody on this machine is its operator, in every role of the staff: for a server that listens on the loopback
/// alone.
Doorway without_sign_in();

}  // namespace passend::auth
