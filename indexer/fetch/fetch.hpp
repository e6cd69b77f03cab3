// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Asking another server over HTTP, as plain values.
namespace passend::fetch {

enum class Method : std::uint8_t { get, post };

/// Where http without TLS may go: what is sent can be read and changed on the way.
enum class PlainHttp : std::uint8_t { this_machine_only, everywhere };

struct Field {
  std::string name;
  std::string value;
};

struct Request {
  Method method = Method::get;
  std::string url = {};  ///< As parse_url reads it.
  std::vector<Field> fields = {};
  std::string body = {};  ///< Of a post.
};

struct Limits {
  std::chrono::milliseconds connect{1'000};  ///< For finding the host, connecting and the TLS handshake.
  std::chrono::milliseconds total{3'000};    ///< For everything.
  std::size_t answer_bytes = 1 << 20;        ///< Of a body; the head of an answer has 16 KB.
};

/// What we show of ourselves in the TLS handshake: PEM files, a certificate with those that lead to its authority, and
/// its private key without a passphrase. Both empty: nothing.
struct ClientCertificate {
  std::filesystem::path certificate = {};
  std::filesystem::path key = {};
  bool operator==(const ClientCertificate&) const = default;
};

struct Rules {
  Limits limits = {};
  PlainHttp plain = PlainHttp::this_machine_only;
  std::filesystem::path authorities_file = {};  ///< PEM; empty: those that the system trusts.
  ClientCertificate own = {};                   ///< For a server that asks who we are.
};

struct Answer {
  int status = 0;
  std::vector<Field> fields;  ///< In the order sent.
  std::string body;

  /// The value of a header field, its name compared without case; the first one if there are several.
  std::optional<std::string_view> header(std::string_view name) const;
};

/// Asks on a connection of its own and reads the whole answer. Redirects are not followed, proxies that the environment
/// names are not used, nothing is kept. A certificate must be of the host. Thread-safe. Looking up a name is the one
/// thing that may outlast the limits: the system's resolver cannot be interrupted. Throws peer_unavailable with what
/// failed and how to mend it, and configuration for an address that cannot be asked and for a certificate of ours whose
/// files cannot be used.
Answer send(const Request& request, const Rules& rules);

}  // namespace passend::fetch
