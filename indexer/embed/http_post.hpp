// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <string>

#include "indexer/embed/endpoint.hpp"

namespace passend::embed {

struct PostLimits {
  std::chrono::milliseconds connect{1'000};  ///< For finding the host, connecting and the TLS handshake.
  std::chrono::milliseconds total{3'000};    ///< For everything.
  std::size_t answer_bytes = 32 << 20;       ///< A batch of 64 vectors of 4096 components takes 6 MB.
};

struct PostAnswer {
  int status = 0;
  std::string body;
};

/// Sends a JSON document on a connection of its own and reads the whole answer; redirects are not followed. `bearer` is
/// the token of the header Authorization, empty for none. A certificate must be of the host and of an authority that
/// the system trusts. Looking up a name is the one thing that may outlast the limits: the system's resolver cannot be
/// interrupted. Throws embeddings_unavailable.
PostAnswer post_json(const Endpoint& endpoint, const std::string& body, const std::string& bearer,
                     const PostLimits& limits);

}  // namespace passend::embed
