// SPDX-License-Identifier: EUPL-1.2
#include "server/http/tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <boost/asio.hpp>
#include <filesystem>
#include <new>
#include <string>
#include <system_error>
#include <utility>

#include "indexer/base/error.hpp"

namespace passend::http {
namespace {

using State = Transfer::State;

constexpr const char* suites_of_1_3 = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
constexpr const char* suites_of_1_2 =
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:"
    "ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";
constexpr const char* key_exchanges = "X25519:P-256:P-384";

/// The protocol of RFC 7301 as it is sent: its length, then its name.
constexpr std::string_view spoken = "\x08http/1.1";

using ContextPointer = std::shared_ptr<ssl_ctx_st>;

/// What OpenSSL says of its last failure, which names no secret.
std::string reason() {
  const unsigned long code = ERR_peek_last_error();
  const char* words = code == 0 ? nullptr : ERR_reason_error_string(code);
  ERR_clear_error();
  return words == nullptr ? "unknown reason" : words;
}

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::configuration, what + ": " + reason() + '.');
}

/// Without this OpenSSL would ask on the terminal.
int no_passphrase(char*, int, int, void*) {
  return 0;
}

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
                    unsigned int size, void*) {
  unsigned char* found = nullptr;
  const auto* ours = reinterpret_cast<const unsigned char*>(spoken.data());
  const int outcome =
      SSL_select_next_proto(&found, length, ours, static_cast<unsigned int>(spoken.size()), offered, size);
  *chosen = found;
  return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

void set_rules(SSL_CTX* context) {
  SSL_CTX_set_security_level(context, 2);
  SSL_CTX_set_options(
      context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET | SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(context, 0);
  // An idle connection holds no buffer; a write may be offered again from another place.
  SSL_CTX_set_mode(context,
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
  SSL_CTX_set_default_passwd_cb(context, no_passphrase);
  const bool is_set = SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
                      SSL_CTX_set_ciphersuites(context, suites_of_1_3) == 1 &&
                      SSL_CTX_set_cipher_list(context, suites_of_1_2) == 1 &&
                      SSL_CTX_set1_groups_list(context, key_exchanges) == 1;
  if (!is_set) refuse("OpenSSL does not know the rules for TLS");
}

bool is_open_to_all(const std::filesystem::path& file) {
  std::error_code absent;
  const auto rights = std::filesystem::status(file, absent).permissions();
  return !absent && rights != std::filesystem::perms::unknown &&
         (rights & std::filesystem::perms::others_read) != std::filesystem::perms::none;
}

ContextPointer read_files(const TlsFiles& files) {
  ERR_clear_error();
  const ContextPointer context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!context) refuse("TLS cannot be used");
  set_rules(context.get());
  if (SSL_CTX_use_certificate_chain_file(context.get(), files.certificate.c_str()) != 1) {
    refuse("The certificate '" + files.certificate.string() + "' cannot be used; it is a PEM file with its chain");
  }
  if (is_open_to_all(files.key)) {
    throw Error(ErrorCode::configuration, "The private key '" + files.key.string() +
                                              "' can be read by everybody on this machine; take that right away.");
  }
  if (SSL_CTX_use_PrivateKey_file(context.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(context.get()) != 1) {
    refuse("The private key '" + files.key.string() +
           "' cannot be used; it is a PEM file without a passphrase, and belongs to the certificate");
  }
  return context;
}

class TlsStream final : public Stream {
 public:
  TlsStream(Socket socket, SSL_CTX* context) : Stream(std::move(socket)), ssl_(SSL_new(context)) {
    if (ssl_ == nullptr) throw std::bad_alloc();
    SSL_set_fd(ssl_, this->socket().native_handle());
    SSL_set_accept_state(ssl_);
  }
  ~TlsStream() override { SSL_free(ssl_); }
  TlsStream(const TlsStream&) = delete;
  TlsStream& operator=(const TlsStream&) = delete;

  Transfer shake_hands() override {
    ERR_clear_error();
    return outcome(SSL_do_handshake(ssl_), 0);
  }

  Transfer read(char* bytes, std::size_t size) override {
    std::size_t count = 0;
    ERR_clear_error();
    const int result = SSL_read_ex(ssl_, bytes, size, &count);
    return outcome(result, count);
  }

  Transfer write(std::string_view bytes) override {
    std::size_t count = 0;
    ERR_clear_error();
    const int result = SSL_write_ex(ssl_, bytes.data(), bytes.size(), &count);
    return outcome(result, count);
  }

  /// Whole records alone: of a part nothing can be read until its rest comes.
  bool holds_unread() const override { return SSL_pending(ssl_) > 0; }

  /// As far as the socket takes it at once: whoever is to read an answer has had it before.
  void finish_sending() override {
    ERR_clear_error();
    if (!is_broken_ && SSL_is_init_finished(ssl_) == 1) SSL_shutdown(ssl_);
    boost::system::error_code ignored;
    socket().shutdown(Socket::shutdown_send, ignored);
  }

 private:
  Transfer outcome(int result, std::size_t count) {
    if (result == 1) return {State::moved, count};
    switch (SSL_get_error(ssl_, result)) {
      case SSL_ERROR_WANT_READ:
        return {State::wants_read, 0};
      case SSL_ERROR_WANT_WRITE:
        return {State::wants_write, 0};
      case SSL_ERROR_ZERO_RETURN:
        return {State::ended, 0};
      default:
        is_broken_ = true;
        return {State::failed, 0};
    }
  }

  SSL* ssl_;
  bool is_broken_ = false;
};

}  // namespace

TlsContext::TlsContext(TlsFiles files) : files_(std::move(files)), context_(read_files(files_)) {}

void TlsContext::read_again() {
  context_ = read_files(files_);
}

std::unique_ptr<Stream> TlsContext::wrap(Socket socket) const {
  return std::make_unique<TlsStream>(std::move(socket), context_.get());
}

}  // namespace passend::http
