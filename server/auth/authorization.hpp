// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "server/auth/key.hpp"

/// What is sent to the token endpoint and read from it.
namespace passend::auth {

/// Who we are, in a form that the provider can check with our public key (private_key_jwt: OpenID Connect Core section
/// 9, RFC 7523): a token by us about us, for one use within a minute.
struct ClientAssertion {
  std::string client_id;
  std::string audience;  ///< The token endpoint.
  std::string key_id;    ///< Empty: none.
};
std::string sign_assertion(const ClientAssertion& assertion, const PrivateKey& key, std::chrono::sys_seconds now);

/// The ID token in an answer of the token endpoint. What else it holds, access and refresh tokens, is not wanted and
/// not kept. Throws peer_unavailable.
std::string read_id_token(std::string_view json);

}  // namespace passend::auth
