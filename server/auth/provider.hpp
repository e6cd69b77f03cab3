// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <semaphore>
#include <string>
#include <vector>

#include "indexer/fetch/fetch.hpp"
#include "server/auth/cached.hpp"
#include "server/auth/key_set.hpp"
#include "server/auth/metadata.hpp"

namespace passend::auth {

/// How the provider is asked; a test gives another.
using Transport = std::function<fetch::Answer(const fetch::Request&)>;

struct ProviderOptions {
  std::string issuer;
  /// Requests to it at one time; above that the caller is told to try again. Fewer than the server has workers, so that
  /// a slow provider holds up sign-ins and nothing else.
  std::ptrdiff_t most_calls = 1;
  Lifetimes metadata{.fresh = std::chrono::hours(1), .grace = std::chrono::hours(24)};
  Lifetimes keys = {};
};

/// The identity provider as we see it: where to ask, and its keys. Thread-safe.
class Provider {
 public:
  Provider(ProviderOptions options, Transport transport, const Clock& clock);

  const std::string& issuer() const { return options_.issuer; }

  /// Throws peer_unavailable and overloaded, as the other two.
  Metadata metadata();
  /// The keys with this id, all of them for an empty one. For an id that is not known the keys are fetched again, at
  /// most every thirty seconds: so a new key is used at once, and tokens with invented ids do not wear the provider
  /// out.
  std::vector<PublishedKey> keys(const std::string& id);
  /// One request, if it is not being asked too much already. The status is the caller's to judge.
  fetch::Answer ask(const fetch::Request& request);

 private:
  std::string read(const std::string& address);

  ProviderOptions options_;
  Transport transport_;
  std::counting_semaphore<> calls_;
  Cached<Metadata> metadata_;
  Cached<std::vector<PublishedKey>> keys_;
};

}  // namespace passend::auth
