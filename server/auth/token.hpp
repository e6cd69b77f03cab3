// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/auth/claims.hpp"
#include "server/auth/key_set.hpp"

namespace passend::auth {

/// Longest token that is looked at, in bytes.
inline constexpr std::size_t most_token_bytes = 8192;
/// How far the clocks of two machines may differ.
inline constexpr std::chrono::seconds clock_leeway{60};

enum class TokenKind : std::uint8_t {
  id_token,      ///< Who signed in (OpenID Connect Core section 2).
  access_token,  ///< What a machine shows (RFC 9068, or a plain "JWT").
};

/// What a token must say.
struct TokenRules {
  TokenKind kind = TokenKind::id_token;
  std::string issuer;    ///< Exactly this.
  std::string audience;  ///< Must be among those it is for; of an ID token also who asked for it ("azp").
  std::string nonce;     ///< Of an ID token: what went along with the request.
};

/// The keys of the provider that have this id; of an empty id all keys.
using KeyFinder = std::function<std::vector<PublishedKey>(const std::string& id)>;

/// What a signed token says, when it is good: a compact JWS (RFC 7515) whose header names an algorithm of ours and no
/// extension, signed by a key of the provider, by the rules and within its time (RFC 7519, RFC 8725). Keys and
/// addresses of keys in the token itself are never used. Throws invalid_token with the rule that it breaks, never with
/// what stands in it; and what `keys` throws.
Claims verify_token(std::string_view token, const TokenRules& rules, const KeyFinder& keys,
                    std::chrono::sys_seconds now);

/// A token with these claims, signed by this key: header, payload and signature. `claims` is a JSON object.
std::string sign_token(const nlohmann::json& claims, const PrivateKey& key, const std::string& key_id);

}  // namespace passend::auth
