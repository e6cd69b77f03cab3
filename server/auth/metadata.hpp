// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace passend::auth {

/// Whether the provider repeats its name in an answer to a sign-in (RFC 9207), so that one that came from another
/// provider is known.
enum class IssuerInAnswer : std::uint8_t { may_stand, must_stand };

/// Where a provider is asked for what (OpenID Connect Discovery section 3).
struct Metadata {
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string keys_address;
  std::string end_session_endpoint;  ///< Empty when it has none.
  IssuerInAnswer issuer_in_answer = IssuerInAnswer::may_stand;
};

/// Reads a discovery document, which must be of exactly this issuer; every address in it uses https, or is on this
/// machine. Throws peer_unavailable.
Metadata read_metadata(std::string_view json, const std::string& issuer);

}  // namespace passend::auth
