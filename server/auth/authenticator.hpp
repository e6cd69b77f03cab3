// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

#include "server/auth/configuration.hpp"
#include "server/auth/principal.hpp"
#include "server/auth/provider.hpp"
#include "server/auth/sessions.hpp"
#include "server/http/message.hpp"

namespace passend::auth {

/// Who makes a request: a person by the session of their browser, a machine by a bearer token. Thread-safe.
class Authenticator {
 public:
  Authenticator(const Configuration& configuration, Provider& provider, Sessions& sessions, Clock clock)
      : configuration_(configuration), provider_(provider), sessions_(sessions), clock_(std::move(clock)) {}

  /// Absent for somebody who shows nothing, or a session that has ended. Throws invalid_token for a bearer token that
  /// is not good, forbidden for a good one without a role for machines and for a request by which another page could
  /// use a session (unsafe method without `X-Passend-Request: 1`, which only a script of ours can set), invalid_input
  /// for a token beside a session, and overloaded or peer_unavailable when a token cannot be checked now.
  std::optional<Principal> operator()(const http::Request& request) const;

 private:
  Principal machine(std::string_view authorization) const;

  const Configuration& configuration_;
  Provider& provider_;
  Sessions& sessions_;
  Clock clock_;
};

/// Throws forbidden for a request that may change something and that no script of ours made.
void require_own_script(const http::Request& request);

}  // namespace passend::auth
