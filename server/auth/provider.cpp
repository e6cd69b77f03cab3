// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/provider.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"

namespace passend::auth {
namespace {

/// RFC 8414 and OpenID Connect Discovery: the document stands below the issuer.
std::string discovery_address(std::string issuer) {
  while (issuer.ends_with('/')) issuer.pop_back();
  return issuer + "/.well-known/openid-configuration";
}

std::vector<PublishedKey> with_id(const std::vector<PublishedKey>& keys, const std::string& id) {
  std::vector<PublishedKey> found;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(found),
               [&](const PublishedKey& key) { return id.empty() || key.id == id; });
  return found;
}

}  // namespace

Provider::Provider(ProviderOptions options, Transport transport, const Clock& clock)
    : options_(std::move(options)),
      transport_(std::move(transport)),
      calls_(options_.most_calls),
      metadata_(options_.metadata, clock,
                [this] { return read_metadata(read(discovery_address(options_.issuer)), options_.issuer); }),
      keys_(options_.keys, clock, [this] { return read_key_set(read(metadata().keys_address)); }) {}

Metadata Provider::metadata() {
  return *metadata_.get(Wanted::fresh);
}

std::vector<PublishedKey> Provider::keys(const std::string& id) {
  auto found = with_id(*keys_.get(Wanted::fresh), id);
  return found.empty() ? with_id(*keys_.get(Wanted::newer), id) : found;
}

fetch::Answer Provider::ask(const fetch::Request& request) {
  if (!calls_.try_acquire()) {
    throw Error(ErrorCode::overloaded,
                "The identity provider is being asked as much as it may be; try again in a second.");
  }
  struct Release {
    std::counting_semaphore<>& calls;
    ~Release() { calls.release(); }
  } const release{calls_};
  return transport_(request);
}

std::string Provider::read(const std::string& address) {
  fetch::Answer answer = ask({.url = address, .fields = {{"Accept", "application/json"}}});
  if (answer.status == 200) return std::move(answer.body);
  throw Error(ErrorCode::peer_unavailable, "the identity provider answered at " + address + " with status " +
                                               std::to_string(answer.status) + ": look whether the issuer is right");
}

}  // namespace passend::auth
