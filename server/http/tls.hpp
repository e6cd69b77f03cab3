// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>

#include "server/http/stream.hpp"
#include "server/http/tls_files.hpp"

struct ssl_ctx_st;

namespace passend::http {

/// TLS as the guidelines of the NCSC call good or sufficient (2025): 1.3 and 1.2, AEAD ciphers with ephemeral keys
/// alone, no compression, renegotiation, resumption or early data. Over it HTTP/1.1 is spoken (ALPN, RFC 7301).
class TlsContext {
 public:
  /// Throws configuration when the files cannot be used.
  explicit TlsContext(TlsFiles files);

  /// Reads the files again, for the connections that come from now on. Throws configuration when they cannot be used;
  /// the ones from before are used on then.
  void read_again();

  std::unique_ptr<Stream> wrap(Socket socket) const;

 private:
  TlsFiles files_;
  std::shared_ptr<ssl_ctx_st> context_;
};

}  // namespace passend::http
