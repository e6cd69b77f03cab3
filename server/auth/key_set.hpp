// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/auth/key.hpp"

namespace passend::auth {

/// A key that a provider publishes.
struct PublishedKey {
  std::string id;                      ///< "kid"; empty when it has none.
  std::optional<Algorithm> algorithm;  ///< "alg": the one that it is for; absent: any that suits it.
  PublicKey key;

  bool serves(Algorithm wanted) const { return suits(key.kind(), wanted) && algorithm.value_or(wanted) == wanted; }
};

/// The keys of a JSON Web Key Set (RFC 7517) that can check signatures of ours. Keys for something else, of another
/// kind or of too few bits are left out, as the standard asks; `x5c`, `x5u` and the like are not looked at. Throws
/// peer_unavailable for what is no key set, and for one of more than 100 keys.
std::vector<PublishedKey> read_key_set(std::string_view json);

}  // namespace passend::auth
