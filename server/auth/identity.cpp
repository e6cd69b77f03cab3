// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/identity.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/auth/cookie.hpp"
#include "server/auth/form.hpp"
#include "server/auth/return_path.hpp"
#include "server/auth/session_json.hpp"
#include "server/auth/sign_in_page.hpp"

namespace passend::auth {
namespace {

Transport over_the_network(const std::filesystem::path& authorities) {
  return [rules = fetch::Rules{.authorities_file = authorities}](const fetch::Request& request) {
    return fetch::send(request, rules);
  };
}

std::string return_path_of(const http::Request& request) {
  std::string path = "/";
  for (const auto& [name, value] : request.query) {
    if (name == "returnTo") path = value;
  }
  if (request.query.size() <= 1 && (request.query.empty() || request.query.front().first == "returnTo") &&
      is_own_path(path)) {
    return path;
  }
  throw Error(
      ErrorCode::invalid_input, "The address to sign in at has one parameter, and it breaks a rule.",
      {{"returnTo", "", "is a path of this site in visible ASCII, such as /vacatures; at most 1024 characters"}});
}

}  // namespace

Identity::Identity(Configuration configuration, IdentityOptions options)
    : configuration_(std::move(configuration)),
      clock_(std::move(options.clock)),
      provider_({.issuer = configuration_.issuer, .most_calls = options.most_calls},
                options.transport ? std::move(options.transport) : over_the_network(configuration_.authorities_file),
                clock_),
      sessions_(options.sessions, clock_),
      sign_in_(configuration_, PrivateKey::read(configuration_.private_key_file), provider_, options.pending, clock_),
      authenticator_(configuration_, provider_, sessions_, clock_) {}

http::Handler Identity::login() {
  return [this](const http::Request& request, const auto&) { return begin(request); };
}

http::Handler Identity::callback() {
  return [this](const http::Request& request, const auto&) { return finish(request); };
}

http::Handler Identity::logout() {
  return [this](const http::Request& request, const auto&) { return end(request); };
}

http::Handler Identity::session() {
  return [this](const http::Request& request, const auto&) { return describe(request); };
}

http::Response Identity::begin(const http::Request& request) {
  const BegunSignIn begun = sign_in_.begin(return_path_of(request), read_cookie(request, sign_in_cookie));
  http::Response response;
  response.status = 303;
  response.fields = {{"Location", begun.address}, set_cookie(sign_in_cookie, begun.browser)};
  return response;
}

http::Response Identity::finish(const http::Request& request) {
  const auto outcome = sign_in_.finish(request.query, read_cookie(request, sign_in_cookie));
  if (const auto* failure = std::get_if<SignInFailure>(&outcome)) return failure_page(*failure);
  const auto& done = std::get<DoneSignIn>(outcome);
  if (const auto before = read_cookie(request, session_cookie)) sessions_.close(*before);
  http::Response response = signed_in_page(done.return_to);
  // The cookie of the sign-in stays: another tab may be under way with it.
  response.fields = {set_cookie(session_cookie, sessions_.open(done.principal))};
  return response;
}

http::Response Identity::end(const http::Request& request) {
  require_own_script(request);
  if (const auto cookie = read_cookie(request, session_cookie)) sessions_.close(*cookie);
  http::Response response;
  response.body = write_logout(logout_address());
  response.fields = {clear_cookie(session_cookie)};
  return response;
}

http::Response Identity::describe(const http::Request& request) {
  const auto cookie = read_cookie(request, session_cookie);
  const auto session = cookie ? sessions_.look(*cookie) : std::nullopt;
  if (!session) throw Error(ErrorCode::unauthenticated, "Nobody has signed in in this browser, or no longer.");
  http::Response response;
  response.body = write_session(*session, clock_.seconds());
  return response;
}

/// OpenID Connect RP-Initiated Logout. Without a hint of who it is: it would stand in an address.
std::string Identity::logout_address() {
  try {
    const std::string endpoint = provider_.metadata().end_session_endpoint;
    if (endpoint.empty()) return {};
    return with_query(endpoint, {{"client_id", configuration_.client_id},
                                 {"post_logout_redirect_uri", configuration_.public_url + "/"}});
  } catch (const Error& error) {
    log(LogLevel::warning, std::string("no address to sign out of the identity provider: ") + error.what());
    return {};
  }
}

}  // namespace passend::auth
