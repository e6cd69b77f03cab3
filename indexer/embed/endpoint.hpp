// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace passend::embed {

/// Where http without TLS may go: what is sent can be read and changed on the way.
enum class PlainHttp : std::uint8_t { this_machine_only, everywhere };

enum class Scheme : std::uint8_t { http, https };

/// Where embeddings are asked for.
struct Endpoint {
  Scheme scheme = Scheme::http;
  std::string host;  ///< A name or an address; of an IPv6 address what stands between the brackets.
  std::string port;
  std::string path;  ///< "/v1/embeddings"
};

/// Reads "http://127.0.0.1:8081" or "https://host/v1": what is missing of /v1/embeddings is added. Throws configuration
/// for anything else, and for http to another machine unless that is allowed.
Endpoint parse_endpoint(std::string_view url, PlainHttp plain);

/// "https://host:443/v1/embeddings"
std::string to_text(const Endpoint& endpoint);

/// Host and port, as in the header Host.
std::string authority(const Endpoint& endpoint);

}  // namespace passend::embed
