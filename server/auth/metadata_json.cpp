// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/fetch/url.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/auth/metadata.hpp"

namespace passend::auth {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::peer_unavailable, "the discovery document of the identity provider " + why);
}

Json object(std::string_view text) {
  try {
    Json json = parse_strict_json(text);
    if (json.is_object()) return json;
  } catch (const Error& error) {
    refuse(std::string("cannot be used: ") + error.what());
  }
  refuse("is no JSON object");
}

std::string address(const Json& document, const char* name) {
  const auto found = document.find(name);
  if (found == document.end() || !found->is_string()) refuse(std::string("has no '") + name + "'");
  const auto& text = found->get_ref<const std::string&>();
  try {
    if (fetch::is_protected(fetch::parse_url(text))) return text;
  } catch (const Error& error) {
    refuse(std::string("has a '") + name + "' that " + error.what());
  }
  refuse(std::string("has a '") + name + "' without https");
}

}  // namespace

Metadata read_metadata(std::string_view json, const std::string& issuer) {
  const Json document = object(json);
  if (document.value("issuer", Json()) != issuer) refuse("is of another issuer; see 'issuer' in the configuration");
  Metadata metadata;
  metadata.authorization_endpoint = address(document, "authorization_endpoint");
  metadata.token_endpoint = address(document, "token_endpoint");
  metadata.keys_address = address(document, "jwks_uri");
  if (document.contains("end_session_endpoint")) {
    metadata.end_session_endpoint = address(document, "end_session_endpoint");
  }
  if (document.value("authorization_response_iss_parameter_supported", Json()) == true) {
    metadata.issuer_in_answer = IssuerInAnswer::must_stand;
  }
  return metadata;
}

}  // namespace passend::auth
