// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "server/http/tls_files.hpp"

struct ssl_ctx_st;
struct ssl_st;

namespace passend::test {

/// Writes a key and a certificate for localhost that signs itself. `name` stands in its subject.
http::TlsFiles write_certificate(const std::filesystem::path& directory, const std::string& name);

/// A key that can be read with a passphrase alone.
std::filesystem::path write_locked_key(const std::filesystem::path& directory);

/// What a client offers; the defaults are OpenSSL's, at a level that offers old things too.
struct TlsOffer {
  int lowest = 0;   ///< TLS1_2_VERSION and the like; 0: any.
  int highest = 0;  ///< The same.
  std::string ciphers = "ALL:@SECLEVEL=0";
  std::string protocols = {};            ///< As ALPN sends them, "\x02h2"; empty: none.
  std::filesystem::path authority = {};  ///< Whose certificates are good; empty: anybody's.
};

/// A blocking TLS connection to localhost. Waits at most twenty seconds for anything.
class TlsClient {
 public:
  TlsClient(std::uint16_t port, const TlsOffer& offer = {});
  ~TlsClient();
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;

  /// Whether the handshake came to an end.
  bool is_open() const { return is_open_; }
  std::string version() const;
  std::string protocol() const;     ///< Chosen by ALPN.
  std::string server_name() const;  ///< In the subject of the server's certificate.

  /// Whether the server gave what a later connection could go on from.
  bool can_resume() const;
  /// Whether a second handshake on the same connection comes to an end (TLS 1.2).
  bool renegotiate();

  bool send(std::string_view bytes);
  /// Until so many bytes have come or the other end closes.
  std::string read(std::size_t bytes);
  std::string read_to_end();
  /// The socket below, for bytes that are no TLS.
  int socket() const { return socket_; }

 private:
  std::shared_ptr<ssl_ctx_st> context_;
  std::shared_ptr<ssl_st> ssl_;
  int socket_ = -1;
  bool is_open_ = false;
};

}  // namespace passend::test
