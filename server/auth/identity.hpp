// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

#include "server/auth/authenticator.hpp"
#include "server/auth/configuration.hpp"
#include "server/auth/provider.hpp"
#include "server/auth/sessions.hpp"
#include "server/auth/sign_in.hpp"
#include "server/http/router.hpp"

namespace passend::auth {

/// What of identity depends on the machine and not on the municipality.
struct IdentityOptions {
  std::ptrdiff_t most_calls = 1;  ///< As in ProviderOptions: fewer than the server has workers.
  SessionLimits sessions;
  PendingLimits pending;
  Clock clock;
  Transport transport;  ///< Empty: over the network.
};

/// Signing in, staying signed in and signing out, made of one configuration. The handlers hold a reference to it; all
/// are thread-safe and run on a worker, for all but session() may ask the provider.
class Identity {
 public:
  /// Reads the private key. Throws configuration. Asks the provider nothing yet: it may be away when a server starts.
  explicit Identity(Configuration configuration, IdentityOptions options = {});
  Identity(const Identity&) = delete;
  Identity& operator=(const Identity&) = delete;

  /// As Authenticator.
  std::optional<Principal> recognise(const http::Request& request) const { return authenticator_(request); }

  /// GET /auth/login?returnTo=PATH: 303 to the provider.
  http::Handler login();
  /// GET /auth/callback, open to every origin, for the provider's page leads there: a page that goes on, or says in
  /// Dutch what went wrong. A session that the browser had ends.
  http::Handler callback();
  /// POST /auth/logout with `X-Passend-Request: 1`: ends the session, whether there was one or not, and answers with
  /// {"logoutUrl"} where the browser can also sign out of the provider, when it has such a place.
  http::Handler logout();
  /// GET /v1/session: {"roles", "displayName", "tenant", "acr", "idleUntil", "expires"}, or throws unauthenticated.
  /// Does not count as a request of the session, so that a page may ask again and again.
  http::Handler session();

 private:
  http::Response begin(const http::Request& request);
  http::Response finish(const http::Request& request);
  http::Response end(const http::Request& request);
  http::Response describe(const http::Request& request);
  std::string logout_address();

  Configuration configuration_;
  Clock clock_;
  Provider provider_;
  Sessions sessions_;
  SignIn sign_in_;
  Authenticator authenticator_;
};

}  // namespace passend::auth
