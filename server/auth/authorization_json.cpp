// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/auth/authorization.hpp"
#include "server/auth/random_token.hpp"
#include "server/auth/token.hpp"

namespace passend::auth {

using Json = nlohmann::json;

std::string sign_assertion(const ClientAssertion& assertion, const PrivateKey& key, std::chrono::sys_seconds now) {
  const auto seconds = now.time_since_epoch().count();
  const Json claims{{"iss", assertion.client_id},
                    {"sub", assertion.client_id},
                    {"aud", assertion.audience},
                    {"jti", random_token()},
                    {"iat", seconds},
                    {"exp", seconds + 60}};
  return sign_token(claims, key, assertion.key_id);
}

std::string read_id_token(std::string_view json) {
  try {
    const Json answer = parse_strict_json(json);
    if (answer.is_object() && answer.contains("id_token")) return answer.at("id_token").get<std::string>();
  } catch (const std::exception&) {
    // Said below; what it says may quote the answer.
  }
  throw Error(ErrorCode::peer_unavailable, "the token endpoint of the identity provider gave no ID token");
}

}  // namespace passend::auth
