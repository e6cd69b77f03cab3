// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/auth/base64url.hpp"
#include "server/auth/token.hpp"
#include "server/auth/token_parts.hpp"
#include "server/http/message.hpp"

namespace passend::auth {
namespace {

using Json = nlohmann::json;
using std::chrono::sys_seconds;

constexpr std::int64_t latest_time = std::int64_t{1} << 40;  // In the year 36812; nothing overflows on the way.

Json object(std::string_view text, const char* part) {
  try {
    Json json = parse_strict_json(text);
    if (json.is_object()) return json;
  } catch (const Error&) {
    // Said below, without the words of the token.
  }
  refuse_token(std::string("its ") + part + " is no JSON object, or names something twice");
}

/// A text that must be there.
const std::string& text(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_string()) refuse_token(std::string("'") + name + "' is absent or no text");
  return found->get_ref<const std::string&>();
}

void check_type(const Json& header, TokenKind kind) {
  const auto found = header.find("typ");
  if (found == header.end() && kind == TokenKind::id_token) return;
  std::string_view type = text(header, "typ");
  constexpr std::string_view prefix = "application/";
  if (http::equal_without_case(type.substr(0, prefix.size()), prefix)) type.remove_prefix(prefix.size());
  if (http::equal_without_case(type, "JWT")) return;
  if (kind == TokenKind::access_token && http::equal_without_case(type, "at+jwt")) return;
  refuse_token("its type is another");
}

/// A point in time (NumericDate of RFC 7519, whole seconds).
sys_seconds time(const Json& claims, const char* name) {
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number_integer()) {
    refuse_token(std::string("'") + name + "' is absent or no whole number");
  }
  const bool fits = *found >= 0 && *found <= latest_time;
  if (!fits) refuse_token(std::string("'") + name + "' is out of range");
  return sys_seconds(std::chrono::seconds(found->get<std::int64_t>()));
}

void check_times(const Json& claims, sys_seconds now) {
  const sys_seconds expires = time(claims, "exp");
  const sys_seconds issued = time(claims, "iat");
  if (expires <= now - clock_leeway) refuse_token("it has expired");
  if (issued > now + clock_leeway) refuse_token("it was issued in the future");
  if (expires < issued) refuse_token("it expires before it was issued");
  if (claims.contains("nbf") && time(claims, "nbf") > now + clock_leeway) refuse_token("it is not valid yet");
}

std::vector<std::string> audiences(const Json& claims) {
  const auto found = claims.find("aud");
  std::vector<std::string> list;
  if (found != claims.end() && found->is_string()) list.push_back(found->get<std::string>());
  if (found != claims.end() && found->is_array()) {
    for (const Json& one : *found) {
      if (!one.is_string()) refuse_token("'aud' holds something that is no text");
      list.push_back(one.get<std::string>());
    }
  }
  if (list.empty()) refuse_token("'aud' is absent or neither a text nor a list of texts");
  return list;
}

void check_audience(const Json& claims, const TokenRules& rules) {
  const auto list = audiences(claims);
  if (std::find(list.begin(), list.end(), rules.audience) == list.end()) refuse_token("it is for somebody else");
  if (rules.kind != TokenKind::id_token) return;
  if (list.size() > 1 || claims.contains("azp")) {
    if (text(claims, "azp") != rules.audience) refuse_token("it was asked for by somebody else");
  }
}

}  // namespace

TokenHeader read_header(std::string_view json, TokenKind kind) {
  const Json header = object(json, "header");
  const auto algorithm = parse_code<Algorithm>(text(header, "alg"));
  if (!algorithm) refuse_token("its algorithm is not PS256, RS256, ES256 or EdDSA");
  // Each would change what the rest means (RFC 7515 section 4.1.11, RFC 7797); we know no extension.
  for (const char* name : {"crit", "b64", "zip", "enc"}) {
    if (header.contains(name)) refuse_token(std::string("its header has '") + name + "'");
  }
  check_type(header, kind);
  TokenHeader read{.algorithm = *algorithm};
  if (header.contains("kid")) {
    read.key_id = text(header, "kid");
    if (read.key_id.empty()) refuse_token("'kid' is empty");
  }
  return read;
}

Claims read_claims(std::string_view json, const TokenRules& rules, sys_seconds now) {
  Json claims = object(json, "payload");
  if (text(claims, "iss") != rules.issuer) refuse_token("it is by another issuer");
  if (text(claims, "sub").empty()) refuse_token("'sub' is empty");
  check_audience(claims, rules);
  check_times(claims, now);
  if (rules.kind == TokenKind::id_token && text(claims, "nonce") != rules.nonce) {
    refuse_token("it does not belong to this sign-in");
  }
  return Claims(std::move(claims));
}

std::string sign_token(const Json& claims, const PrivateKey& key, const std::string& key_id) {
  Json header{{"alg", to_text(key.algorithm())}, {"typ", "JWT"}};
  if (!key_id.empty()) header["kid"] = key_id;
  const std::string text = to_base64url(header.dump()) + "." + to_base64url(claims.dump());
  return text + "." + to_base64url(key.sign(text));
}

}  // namespace passend::auth
