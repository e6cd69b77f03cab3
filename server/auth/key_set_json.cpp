// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/auth/base64url.hpp"
#include "server/auth/key_set.hpp"

namespace passend::auth {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_keys = 100;

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::peer_unavailable, "the keys of the identity provider cannot be read: " + why);
}

/// The text of a member; empty when it is absent or no text.
std::string text(const Json& key, const char* name) {
  const auto found = key.find(name);
  return found != key.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string bytes(const Json& key, const char* name) {
  if (auto decoded = from_base64url(text(key, name))) return *decoded;
  throw Error(ErrorCode::invalid_input, "a number of the key is not in base64url");
}

bool is_for_signatures(const Json& key) {
  if (key.contains("use") && text(key, "use") != "sig") return false;
  const auto operations = key.find("key_ops");
  if (operations == key.end()) return true;
  return operations->is_array() && std::find(operations->begin(), operations->end(), "verify") != operations->end();
}

PublicKey read_key(const Json& key) {
  const std::string type = text(key, "kty");
  const std::string curve = text(key, "crv");
  if (type == "RSA") return PublicKey::rsa(bytes(key, "n"), bytes(key, "e"));
  if (type == "EC" && curve == "P-256") return PublicKey::p256(bytes(key, "x"), bytes(key, "y"));
  if (type == "OKP" && curve == "Ed25519") return PublicKey::ed25519(bytes(key, "x"));
  throw Error(ErrorCode::invalid_input, "the key is of another kind");
}

std::optional<PublishedKey> usable(const Json& key) {
  if (!key.is_object() || !is_for_signatures(key)) return std::nullopt;
  const auto algorithm = parse_code<Algorithm>(text(key, "alg"));
  if (key.contains("alg") && !algorithm) return std::nullopt;
  try {
    return PublishedKey{text(key, "kid"), algorithm, read_key(key)};
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

std::vector<PublishedKey> read_key_set(std::string_view json) {
  Json set;
  try {
    set = parse_strict_json(json);
  } catch (const Error& error) {
    refuse(error.what());
  }
  const auto list = set.is_object() ? set.find("keys") : set.end();
  if (!set.is_object() || list == set.end() || !list->is_array()) refuse("there is no list 'keys'");
  if (list->size() > most_keys) refuse("there are more than " + std::to_string(most_keys));
  std::vector<PublishedKey> keys;
  for (const Json& one : *list) {
    if (auto key = usable(one)) keys.push_back(std::move(*key));
  }
  return keys;
}

}  // namespace passend::auth
