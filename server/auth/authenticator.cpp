// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/authenticator.hpp"

#include "indexer/base/error.hpp"
#include "server/auth/cookie.hpp"
#include "server/auth/recognise.hpp"
#include "server/auth/token.hpp"

namespace passend::auth {
namespace {

constexpr std::string_view scheme = "Bearer ";

bool is_safe(http::Method method) {
  return method == http::Method::get || method == http::Method::head || method == http::Method::options;
}

}  // namespace

void require_own_script(const http::Request& request) {
  if (is_safe(request.method) || request.header("X-Passend-Request") == "1") return;
  throw Error(ErrorCode::forbidden,
              "A request that is not a GET needs the header 'X-Passend-Request: 1' beside a session.");
}

std::optional<Principal> Authenticator::operator()(const http::Request& request) const {
  const auto authorization = request.header("Authorization");
  const auto cookie = read_cookie(request, session_cookie);
  if (authorization && cookie) {
    throw Error(ErrorCode::invalid_input, "A request shows a session or a token, not both.",
                {{"Authorization", "", "is absent when there is a session cookie"}});
  }
  if (authorization) return machine(*authorization);
  if (!cookie) return std::nullopt;
  auto session = request.is_sign_of_life ? sessions_.use(*cookie) : sessions_.look(*cookie);
  if (!session) return std::nullopt;
  require_own_script(request);
  return std::move(session->principal);
}

Principal Authenticator::machine(std::string_view authorization) const {
  const auto refuse = [](const char* why) { throw Error(ErrorCode::invalid_token, why); };
  if (!http::equal_without_case(authorization.substr(0, scheme.size()), scheme)) {
    refuse("Only the scheme Bearer is known in the header Authorization.");
  }
  if (configuration_.machines.audience.empty()) refuse("No tokens are taken here: sign in with a browser.");
  const TokenRules rules{TokenKind::access_token, configuration_.issuer, configuration_.machines.audience, ""};
  const Claims claims = verify_token(
      authorization.substr(scheme.size()), rules, [this](const std::string& id) { return provider_.keys(id); },
      clock_.seconds());
  auto recognised = recognise(claims, configuration_, configuration_.machines.roles);
  if (auto* principal = std::get_if<Principal>(&recognised)) return std::move(*principal);
  throw Error(ErrorCode::forbidden, "The token is good, and names no role that a machine may have here.");
}

}  // namespace passend::auth
