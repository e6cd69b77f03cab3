// SPDX-License-Identifier: EUPL-1.2
#include "tests/http_client/tls_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <limits>
#include <stdexcept>

namespace passend::test {
namespace {

template <class Write>
void write_pem(const std::filesystem::path& file, const Write& write) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(file.c_str(), "w"), std::fclose);
  if (!out || write(out.get()) != 1) throw std::runtime_error("cannot write " + file.string());
}

void add_extension(X509* certificate, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

}  // namespace

http::TlsFiles write_certificate(const std::filesystem::path& directory, const std::string& name) {
  const http::TlsFiles files{directory / (name + ".crt"), directory / (name + ".key")};
  const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key(EVP_RSA_gen(2048), EVP_PKEY_free);
  const std::unique_ptr<X509, void (*)(X509*)> certificate(X509_new(), X509_free);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1,
                             0);
  X509_set_issuer_name(certificate.get(), subject);
  add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
  add_extension(certificate.get(), NID_subject_alt_name, "DNS:localhost");
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  write_pem(files.certificate, [&](std::FILE* out) { return PEM_write_X509(out, certificate.get()); });
  write_pem(files.key, [&](std::FILE* out) {
    return PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
  std::filesystem::permissions(files.key, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  return files;
}

std::filesystem::path write_locked_key(const std::filesystem::path& directory) {
  const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key(EVP_RSA_gen(2048), EVP_PKEY_free);
  unsigned char passphrase[] = "correct horse";
  write_pem(directory / "locked.key", [&](std::FILE* out) {
    return PEM_write_PrivateKey(out, key.get(), EVP_aes_256_cbc(), passphrase, 13, nullptr, nullptr);
  });
  std::filesystem::permissions(directory / "locked.key", std::filesystem::perms::owner_read);
  return directory / "locked.key";
}

TlsClient::TlsClient(std::uint16_t port, const TlsOffer& offer)
    : context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free),
      socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  // In this thread alone: the server has to see to its own.
  sigset_t pipe;
  ::sigemptyset(&pipe);
  ::sigaddset(&pipe, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  SSL_CTX_set_min_proto_version(context_.get(), offer.lowest);
  SSL_CTX_set_max_proto_version(context_.get(), offer.highest);
  if (SSL_CTX_set_cipher_list(context_.get(), offer.ciphers.c_str()) != 1) throw std::runtime_error(offer.ciphers);
  if (!offer.authority.empty()) {
    SSL_CTX_load_verify_locations(context_.get(), offer.authority.c_str(), nullptr);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
  }
  ssl_.reset(SSL_new(context_.get()), SSL_free);
  SSL_set1_host(ssl_.get(), "localhost");
  if (!offer.protocols.empty()) {
    SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(offer.protocols.data()),
                        static_cast<unsigned int>(offer.protocols.size()));
  }
  timeval patience{};
  patience.tv_sec = 20;
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
  SSL_set_fd(ssl_.get(), socket_);
  is_open_ = SSL_connect(ssl_.get()) == 1;
}

TlsClient::~TlsClient() {
  ssl_.reset();
  ::close(socket_);
}

std::string TlsClient::version() const {
  return SSL_get_version(ssl_.get());
}

std::string TlsClient::protocol() const {
  const unsigned char* name = nullptr;
  unsigned int size = 0;
  SSL_get0_alpn_selected(ssl_.get(), &name, &size);
  return {reinterpret_cast<const char*>(name), size};
}

std::string TlsClient::server_name() const {
  const std::unique_ptr<X509, void (*)(X509*)> certificate(SSL_get1_peer_certificate(ssl_.get()), X509_free);
  std::array<char, 100> name{};
  X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name.data(), name.size());
  return name.data();
}

bool TlsClient::can_resume() const {
  const SSL_SESSION* session = SSL_get0_session(ssl_.get());
  return session != nullptr && SSL_SESSION_is_resumable(session) == 1;
}

bool TlsClient::renegotiate() {
  return SSL_renegotiate(ssl_.get()) == 1 && SSL_do_handshake(ssl_.get()) == 1;
}

bool TlsClient::send(std::string_view bytes) {
  std::size_t count = 0;
  return SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &count) == 1;
}

std::string TlsClient::read(std::size_t bytes) {
  std::string all;
  std::array<char, 65536> buffer;
  std::size_t count = 0;
  while (all.size() < bytes && SSL_read_ex(ssl_.get(), buffer.data(), buffer.size(), &count) == 1) {
    all.append(buffer.data(), count);
  }
  return all;
}

std::string TlsClient::read_to_end() {
  return read(std::numeric_limits<std::size_t>::max());
}

}  // namespace passend::test
