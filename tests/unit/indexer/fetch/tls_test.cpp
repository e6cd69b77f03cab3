// SPDX-License-Identifier: EUPL-1.2
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <thread>

#include "indexer/base/error.hpp"
#include "indexer/fetch/fetch.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::fetch {
namespace {

using testing::HasSubstr;

/// A key and a certificate of its own for one name, made for the test.
class Certificate {
 public:
  explicit Certificate(const std::string& alternative_name) : key_(EVP_EC_gen("P-256")), certificate_(X509_new()) {
    X509_set_version(certificate_, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate_), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate_), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate_), 3600);
    X509_set_pubkey(certificate_, key_);
    X509_NAME* name = X509_get_subject_name(certificate_);
    const auto* common = reinterpret_cast<const unsigned char*>("passend test");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0);
    X509_set_issuer_name(certificate_, name);
    extend(NID_subject_alt_name, alternative_name);
    extend(NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(certificate_, key_, EVP_sha256());
  }
  ~Certificate() {
    X509_free(certificate_);
    EVP_PKEY_free(key_);
  }
  Certificate(const Certificate&) = delete;
  Certificate& operator=(const Certificate&) = delete;

  EVP_PKEY* key() const { return key_; }
  X509* certificate() const { return certificate_; }
  void write(const std::filesystem::path& path) const {
    FILE* file = std::fopen(path.c_str(), "w");
    PEM_write_X509(file, certificate_);
    std::fclose(file);
  }
  void write_key(const std::filesystem::path& path) const {
    FILE* file = std::fopen(path.c_str(), "w");
    PEM_write_PrivateKey(file, key_, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
  }

 private:
  void extend(int kind, const std::string& value) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
    X509_add_ext(certificate_, extension, -1);
    X509_EXTENSION_free(extension);
  }

  EVP_PKEY* key_;
  X509* certificate_;
};

enum class Then { answers, hangs_up };

/// Takes one connection over TLS.
class TlsServer {
 public:
  /// With `clients` only who shows a certificate that this one vouches for is let in.
  explicit TlsServer(const Certificate& certificate, Then then = Then::answers, const Certificate* clients = nullptr)
      : then_(then), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    SSL_CTX_use_certificate(context_, certificate.certificate());
    SSL_CTX_use_PrivateKey(context_, certificate.key());
    if (clients != nullptr) {
      X509_STORE_add_cert(SSL_CTX_get_cert_store(context_), clients->certificate());
      SSL_CTX_set_verify(context_, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(::bind(listener_, generic, length), 0);
    EXPECT_EQ(::listen(listener_, 1), 0);
    ::getsockname(listener_, generic, &length);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~TlsServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
    SSL_CTX_free(context_);
  }
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  std::string port() const { return std::to_string(port_); }

 private:
  void serve() {
    // The thread that asks shall not need this; the server's own writing may.
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    const int socket = ::accept(listener_, nullptr, nullptr);
    if (socket < 0) return;
    SSL* ssl = SSL_new(context_);
    SSL_set_fd(ssl, socket);
    if (SSL_accept(ssl) == 1 && then_ == Then::answers) answer(ssl);
    SSL_free(ssl);
    ::close(socket);
  }

  static void answer(SSL* ssl) {
    std::string received;
    std::array<char, 4096> buffer;
    while (received.find("\r\n\r\n") == std::string::npos) {
      const int count = SSL_read(ssl, buffer.data(), buffer.size());
      if (count <= 0) return;
      received.append(buffer.data(), static_cast<std::size_t>(count));
    }
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone";
    SSL_write(ssl, answer.data(), static_cast<int>(answer.size()));
    SSL_shutdown(ssl);
  }

  Then then_;
  SSL_CTX* context_ = SSL_CTX_new(TLS_server_method());
  int listener_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

class Tls : public testing::Test {
 protected:
  void trust(const Certificate& certificate) {
    rules_.authorities_file = directory_.path() / "authorities.pem";
    certificate.write(rules_.authorities_file);
  }

  std::string ask(const std::string& host, const TlsServer& server) {
    rules_.limits = {.connect = std::chrono::seconds(10), .total = std::chrono::seconds(10)};
    try {
      return send({.url = "https://" + host + ":" + server.port()}, rules_).body;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), expected_);
      return error.what();
    }
  }

  /// From here on the files of this certificate are shown.
  void show(const Certificate& certificate, const Certificate& key) {
    rules_.own = {directory_.path() / "client.pem", directory_.path() / "client.key"};
    certificate.write(rules_.own.certificate);
    key.write_key(rules_.own.key);
  }

  test::TemporaryDirectory directory_;
  Rules rules_;
  ErrorCode expected_ = ErrorCode::peer_unavailable;
};

TEST_F(Tls, ReachesAServerWhoseCertificateIsTrusted) {
  const Certificate certificate("DNS:localhost,IP:127.0.0.1");
  trust(certificate);
  for (const char* host : {"localhost", "127.0.0.1"}) {
    const TlsServer server(certificate);
    EXPECT_EQ(ask(host, server), "done") << host;
  }
}

TEST_F(Tls, RefusesACertificateThatNobodyVouchesFor) {
  const Certificate certificate("DNS:localhost");
  const Certificate other("DNS:localhost");
  trust(other);
  const TlsServer server(certificate);
  EXPECT_THAT(ask("localhost", server), HasSubstr("in the TLS handshake"));
}

TEST_F(Tls, TrustsTheAuthoritiesOfTheSystemWhenNoFileIsNamed) {
  const Certificate certificate("DNS:localhost");
  const TlsServer server(certificate);
  EXPECT_THAT(ask("localhost", server), HasSubstr("in the TLS handshake"));
}

TEST_F(Tls, RefusesTheCertificateOfAnotherHost) {
  const Certificate certificate("DNS:models.example");
  trust(certificate);
  const TlsServer server(certificate);
  EXPECT_THAT(ask("localhost", server), HasSubstr("in the TLS handshake"));
}

TEST_F(Tls, SurvivesAServerThatHangsUpWhileItIsSentMuch) {
  const Certificate certificate("DNS:localhost");
  trust(certificate);
  const TlsServer server(certificate, Then::hangs_up);
  rules_.limits = {.connect = std::chrono::seconds(10), .total = std::chrono::seconds(10)};
  const Request large{
      .method = Method::post, .url = "https://localhost:" + server.port(), .body = std::string(8 << 20, 'x')};
  EXPECT_THROW(send(large, rules_), Error);
}

TEST_F(Tls, SaysThatTheFileOfAuthoritiesCannotBeRead) {
  const Certificate certificate("DNS:localhost");
  const TlsServer server(certificate);
  rules_.authorities_file = directory_.path() / "absent.pem";
  EXPECT_THAT(ask("localhost", server), HasSubstr("in the TLS handshake"));
}

TEST_F(Tls, ShowsItsCertificateToAServerThatDemandsOne) {
  const Certificate certificate("DNS:localhost");
  const Certificate client("DNS:client.example");
  trust(certificate);
  show(client, client);
  const TlsServer server(certificate, Then::answers, &client);
  EXPECT_EQ(ask("localhost", server), "done");
}

TEST_F(Tls, SaysThatAServerDemandsACertificate) {
  const Certificate certificate("DNS:localhost");
  const Certificate client("DNS:client.example");
  trust(certificate);
  const TlsServer server(certificate, Then::answers, &client);
  EXPECT_THAT(ask("localhost", server), HasSubstr("asks for a certificate of ours"));
}

TEST_F(Tls, SaysThatItsCertificateIsNotAccepted) {
  const Certificate certificate("DNS:localhost");
  const Certificate client("DNS:client.example");
  const Certificate stranger("DNS:stranger.example");
  trust(certificate);
  show(stranger, stranger);
  const TlsServer server(certificate, Then::answers, &client);
  EXPECT_THAT(ask("localhost", server), HasSubstr("does not accept our certificate"));
}

TEST_F(Tls, SaysWhichFileOfItsCertificateCannotBeUsed) {
  const Certificate certificate("DNS:localhost");
  const Certificate client("DNS:client.example");
  const Certificate other("DNS:client.example");
  trust(certificate);
  expected_ = ErrorCode::configuration;
  const TlsServer server(certificate, Then::answers, &client);
  show(client, other);
  EXPECT_THAT(ask("localhost", server), HasSubstr("belongs to the certificate"));
  std::filesystem::remove(rules_.own.key);
  EXPECT_THAT(ask("localhost", server), HasSubstr("client.key' cannot be read"));
  std::filesystem::remove(rules_.own.certificate);
  EXPECT_THAT(ask("localhost", server), HasSubstr("client.pem' cannot be read"));
  rules_.own.key.clear();
  EXPECT_THAT(ask("localhost", server), HasSubstr("belong together"));
}

}  // namespace
}  // namespace passend::fetch
