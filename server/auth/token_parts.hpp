// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "server/auth/key.hpp"
#include "server/auth/token.hpp"

/// The steps of verify_token: shape, header, claims. All throw invalid_token.
namespace passend::auth {

[[noreturn]] void refuse_token(const std::string& why);

/// The three parts of a compact JWS, as they stand and decoded.
struct TokenParts {
  std::string_view signed_text;  ///< Header and payload with the dot between them.
  std::string header;
  std::string payload;
  std::string signature;
};

TokenParts split_token(std::string_view token);

struct TokenHeader {
  Algorithm algorithm = Algorithm::ps256;
  std::string key_id = {};  ///< Empty when it names none.
};

TokenHeader read_header(std::string_view json, TokenKind kind);

/// Reads the payload and holds it against the rules.
Claims read_claims(std::string_view json, const TokenRules& rules, std::chrono::sys_seconds now);

}  // namespace passend::auth
