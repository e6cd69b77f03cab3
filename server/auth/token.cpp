// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/token.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "server/auth/base64url.hpp"
#include "server/auth/token_parts.hpp"

namespace passend::auth {
namespace {

std::string decode(std::string_view part, const char* name) {
  if (auto bytes = from_base64url(part)) return *bytes;
  refuse_token(std::string("its ") + name + " is not in base64url");
}

/// The one key that may have signed it.
PublishedKey key_for(const TokenHeader& header, const KeyFinder& find) {
  std::vector<PublishedKey> keys = find(header.key_id);
  if (keys.empty()) refuse_token("no key of the issuer has its key id");
  std::erase_if(keys, [&](const PublishedKey& key) { return !key.serves(header.algorithm); });
  if (keys.empty()) refuse_token("its algorithm does not suit the key");
  if (keys.size() > 1) refuse_token("it does not say which key signed it");
  return std::move(keys.front());
}

}  // namespace

void refuse_token(const std::string& why) {
  throw Error(ErrorCode::invalid_token, "The token is not accepted: " + why + ".");
}

TokenParts split_token(std::string_view token) {
  if (token.size() > most_token_bytes) refuse_token("it is longer than 8192 bytes");
  if (std::count(token.begin(), token.end(), '.') != 2) refuse_token("it is not three parts with dots between them");
  const std::size_t first = token.find('.');
  const std::size_t second = token.rfind('.');
  TokenParts parts;
  parts.signed_text = token.substr(0, second);
  parts.header = decode(token.substr(0, first), "header");
  parts.payload = decode(token.substr(first + 1, second - first - 1), "payload");
  parts.signature = decode(token.substr(second + 1), "signature");
  if (parts.signature.empty()) refuse_token("it is not signed");
  return parts;
}

Claims verify_token(std::string_view token, const TokenRules& rules, const KeyFinder& keys,
                    std::chrono::sys_seconds now) {
  const TokenParts parts = split_token(token);
  const TokenHeader header = read_header(parts.header, rules.kind);
  const PublishedKey key = key_for(header, keys);
  if (!key.key.verifies(header.algorithm, parts.signed_text, parts.signature)) {
    refuse_token("its signature is not by a key of the issuer");
  }
  return read_claims(parts.payload, rules, now);
}

}  // namespace passend::auth
