// SPDX-License-Identifier: EUPL-1.2
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "indexer/base/error.hpp"
#include "indexer/embed/embeddings_client.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::embed {
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

 private:
  void extend(int kind, const std::string& value) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
    X509_add_ext(certificate_, extension, -1);
    X509_EXTENSION_free(extension);
  }

  EVP_PKEY* key_;
  X509* certificate_;
};

/// Answers one connection over TLS.
class TlsServer {
 public:
  explicit TlsServer(const Certificate& certificate) : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    SSL_CTX_use_certificate(context_, certificate.certificate());
    SSL_CTX_use_PrivateKey(context_, certificate.key());
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
    const int socket = ::accept(listener_, nullptr, nullptr);
    if (socket < 0) return;
    SSL* ssl = SSL_new(context_);
    SSL_set_fd(ssl, socket);
    if (SSL_accept(ssl) == 1) answer(ssl);
    SSL_free(ssl);
    ::close(socket);
  }

  static void answer(SSL* ssl) {
    std::string received;
    std::array<char, 4096> buffer;
    while (received.find("\"input\"") == std::string::npos) {
      const int count = SSL_read(ssl, buffer.data(), buffer.size());
      if (count <= 0) return;
      received.append(buffer.data(), static_cast<std::size_t>(count));
    }
    const std::string body = R"({"data":[{"index":0,"embedding":[1,2]}]})";
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    SSL_write(ssl, answer.data(), static_cast<int>(answer.size()));
    SSL_shutdown(ssl);
  }

  SSL_CTX* context_ = SSL_CTX_new(TLS_server_method());
  int listener_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

class Tls : public testing::Test {
 protected:
  ~Tls() override { ::unsetenv("SSL_CERT_FILE"); }

  /// OpenSSL reads its authorities from where this says, as it would from /etc/ssl.
  void trust(const Certificate& certificate) {
    const auto file = directory_.path() / "authorities.pem";
    certificate.write(file);
    ::setenv("SSL_CERT_FILE", file.c_str(), 1);
  }

  static std::vector<Embedding> ask(const std::string& host, const TlsServer& server) {
    ClientSettings settings;
    settings.url = "https://" + host + ":" + server.port();
    settings.model = "toy";
    settings.limits.connect = std::chrono::seconds(10);
    settings.limits.total = std::chrono::seconds(10);
    const std::vector<std::string> texts{"kok"};
    return EmbeddingsClient(settings).embed(texts);
  }

  static std::string refusal(const std::string& host, const TlsServer& server) {
    try {
      ask(host, server);
    } catch (const Error& error) {
      return error.what();
    }
    return "taken";
  }

  test::TemporaryDirectory directory_;
};

TEST_F(Tls, ReachesAnEndpointWhoseCertificateIsTrusted) {
  const Certificate certificate("DNS:localhost,IP:127.0.0.1");
  trust(certificate);
  for (const char* host : {"localhost", "127.0.0.1"}) {
    const TlsServer server(certificate);
    EXPECT_EQ(ask(host, server), (std::vector<Embedding>{{64, 127}})) << host;
  }
}

TEST_F(Tls, RefusesACertificateThatNobodyVouchesFor) {
  const Certificate certificate("DNS:localhost");
  const Certificate other("DNS:localhost");
  trust(other);
  const TlsServer server(certificate);
  EXPECT_THAT(refusal("localhost", server), HasSubstr("in the TLS handshake"));
}

TEST_F(Tls, RefusesTheCertificateOfAnotherHost) {
  const Certificate certificate("DNS:models.example");
  trust(certificate);
  const TlsServer server(certificate);
  EXPECT_THAT(refusal("localhost", server), HasSubstr("in the TLS handshake"));
}

}  // namespace
}  // namespace passend::embed
