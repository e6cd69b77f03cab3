// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <nlohmann/json.hpp>
#include <string>

#include "server/auth/base64url.hpp"
#include "server/auth/token.hpp"
#include "tests/unit/server/auth/test_key.hpp"

/// Tokens of a provider that exists in the tests alone.
namespace passend::test {

using Json = nlohmann::json;

inline const std::chrono::sys_seconds token_time{std::chrono::seconds(1'800'000'000)};
inline const std::string test_issuer = "https://login.example";
inline const std::string test_client = "passend";
inline const std::string test_machines = "https://passend.example/api";

/// A good ID token's claims.
inline Json id_claims() {
  const auto now = token_time.time_since_epoch().count();
  return {{"iss", test_issuer}, {"aud", test_client}, {"sub", "u-1"},
          {"nonce", "n-1"},     {"iat", now},         {"exp", now + 300}};
}

/// A good access token's.
inline Json access_claims() {
  const auto now = token_time.time_since_epoch().count();
  return {{"iss", test_issuer}, {"aud", test_machines}, {"sub", "m-1"}, {"iat", now}, {"exp", now + 300}};
}

inline auth::TokenRules id_rules() {
  return {auth::TokenKind::id_token, test_issuer, test_client, "n-1"};
}
inline auth::TokenRules access_rules() {
  return {auth::TokenKind::access_token, test_issuer, test_machines, ""};
}

/// With changes as of a merge patch: null takes a member away.
inline Json changed(Json json, const Json& changes) {
  json.merge_patch(changes);
  return json;
}

/// Signs header and payload as they stand.
inline std::string signed_text(const std::string& header, const std::string& payload, const TestKey& key,
                               std::string_view algorithm) {
  const std::string text = auth::to_base64url(header) + "." + auth::to_base64url(payload);
  return text + "." + auth::to_base64url(key.sign(algorithm, text));
}

inline std::string signed_token(const Json& header, const Json& claims, const TestKey& key) {
  return signed_text(header.dump(), claims.dump(), key, header.at("alg").get<std::string>());
}

}  // namespace passend::test
