// SPDX-License-Identifier: EUPL-1.2
#include "server/http/tls.hpp"

#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <csignal>
#include <ctime>
#include <fstream>

#include "tests/http_client/tls_client.hpp"
#include "tests/temporary_directory.hpp"
#include "tests/unit/server/http/running_server.hpp"

/// The server speaks TLS by itself, with certificates that are made here and a real client.
namespace passend::test {
namespace {

using std::chrono::milliseconds;

class Tls : public testing::Test {
 protected:
  http::ServerOptions options() {
    http::ServerOptions made;
    made.tls = files_;
    return made;
  }

  /// The answer to one request on a connection that is closed then.
  static std::string ask_over(TlsClient& client, const RunningServer& server, const std::string& target) {
    client.send(server.head("GET " + target, "Connection: close\r\n"));
    return client.read_to_end();
  }

  static bool opens(const RunningServer& server, const TlsOffer& offer) {
    return TlsClient(server.port, offer).is_open();
  }

  TemporaryDirectory directory_;
  http::TlsFiles files_ = write_certificate(directory_.path(), "first");
};

TEST_F(Tls, AnswersWithVersions1_2And1_3) {
  RunningServer server(options());
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsClient client(server.port, {.lowest = version, .highest = version, .authority = files_.certificate});
    ASSERT_TRUE(client.is_open());
    EXPECT_EQ(client.version(), version == TLS1_2_VERSION ? "TLSv1.2" : "TLSv1.3");
    const std::string answer = ask_over(client, server, "/v1/quick");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\nquick")) << answer;
    EXPECT_NE(answer.find("\r\nStrict-Transport-Security: max-age=31536000\r\n"), std::string::npos) << answer;
  }
}

TEST_F(Tls, RefusesOlderVersions) {
  RunningServer server(options());
  for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) EXPECT_FALSE(opens(server, {.highest = version})) << version;
}

TEST_F(Tls, TakesAeadCiphersWithEphemeralKeysAlone) {
  RunningServer server(options());
  const auto opens_with = [&](const std::string& cipher) {
    return opens(server, {.highest = TLS1_2_VERSION, .ciphers = cipher + ":@SECLEVEL=0"});
  };
  for (const char* good : {"ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-CHACHA20-POLY1305", "ECDHE-RSA-AES128-GCM-SHA256"})
    EXPECT_TRUE(opens_with(good)) << good;
  for (const char* bad : {"ECDHE-RSA-AES256-SHA384", "ECDHE-RSA-AES128-SHA256", "ECDHE-RSA-AES256-SHA",
                          "DHE-RSA-AES256-GCM-SHA384", "AES256-GCM-SHA384", "AES128-GCM-SHA256", "AES256-SHA256",
                          "AES128-SHA", "ADH-AES256-GCM-SHA384", "AECDH-AES256-SHA", "ECDHE-RSA-NULL-SHA",
                          "NULL-SHA256", "ECDHE-RSA-CAMELLIA256-SHA384", "ECDHE-ARIA256-GCM-SHA384"})
    EXPECT_FALSE(opens_with(bad)) << bad;
}

TEST_F(Tls, NeitherResumesNorRenegotiates) {
  RunningServer server(options());
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsClient client(server.port, {.highest = version});
    EXPECT_TRUE(ask_over(client, server, "/v1/quick").ends_with("quick"));
    EXPECT_FALSE(client.can_resume()) << version;
  }
  TlsClient client(server.port, {.highest = TLS1_2_VERSION});
  EXPECT_FALSE(client.renegotiate());
}

TEST_F(Tls, AgreesOnHttp1_1) {
  RunningServer server(options());
  EXPECT_EQ(TlsClient(server.port, {.protocols = "\x02h2\x08http/1.1"}).protocol(), "http/1.1");
  EXPECT_FALSE(opens(server, {.protocols = "\x02h2"}));
  TlsClient without(server.port);
  EXPECT_EQ(without.protocol(), "");
  EXPECT_TRUE(ask_over(without, server, "/v1/quick").starts_with("HTTP/1.1 200"));
}

TEST_F(Tls, GivesASlowHandshakeUpWithinTheDeadlineOfAHead) {
  http::ServerOptions impatient = options();
  impatient.deadlines.header = milliseconds(50);
  impatient.deadlines.idle = std::chrono::minutes(5);
  RunningServer server(impatient);
  RawClient silent(server.port);
  EXPECT_EQ(silent.read_to_end(), "");
  RawClient slow(server.port);
  slow.send(std::string_view("\x16\x03\x01\x02\x00\x01\x00", 7));
  EXPECT_EQ(slow.read_to_end(), "");
}

TEST_F(Tls, GivesASlowHeadUp) {
  http::ServerOptions impatient = options();
  impatient.deadlines.header = std::chrono::seconds(1);
  RunningServer server(impatient);
  TlsClient client(server.port);
  ASSERT_TRUE(client.is_open());
  client.send("GET /v1/hit HTTP/1.1\r\nX-Slow: ");
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 408 "));
}

TEST_F(Tls, WaitsForTheRestOfARecordWithoutWork) {
  http::ServerOptions patient = options();
  patient.deadlines.idle = milliseconds(500);
  RunningServer server(patient);
  TlsClient client(server.port);
  ASSERT_TRUE(client.is_open());
  const std::clock_t before = std::clock();
  // The head of a record of 256 bytes and no more of it.
  ASSERT_EQ(::send(client.socket(), "\x17\x03\x03\x01\x00xx", 7, MSG_NOSIGNAL), 7);
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_LT(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, 0.25);
}

TEST_F(Tls, DoesNotAnswerWhoSpeaksPlainHttp) {
  RunningServer server(options());
  RawClient client(server.port);
  client.send(request_text(server.port, "GET", "/v1/hit"));
  const std::string answer = client.read_to_end();
  EXPECT_FALSE(answer.starts_with("HTTP")) << answer;
  EXPECT_EQ(server.hits, 0);
}

TEST_F(Tls, CarriesLargeBodiesAndAnswers) {
  RunningServer server(options());
  const std::string body(900'000, 'b');
  TlsClient client(server.port);
  client.send(request_text(server.port, "POST", "/v1/echo", body));
  client.send(server.head("GET /v1/big", "Connection: close\r\n"));
  const std::string answers = client.read_to_end();
  const std::size_t second = answers.find("HTTP/1.1", 1);
  ASSERT_NE(second, std::string::npos);
  EXPECT_TRUE(std::string_view(answers).substr(0, second).ends_with(body));
  EXPECT_TRUE(answers.ends_with("\r\n\r\n" + std::string(32 << 20, 'x')));
}

TEST_F(Tls, AnswersManyRequestsOfOneRecordInTheirOrder) {
  RunningServer server(options());
  TlsClient client(server.port);
  std::string requests;
  for (int i = 100; i < 150; ++i) requests += request_text(server.port, "POST", "/v1/echo", std::to_string(i));
  client.send(requests + server.head("GET /v1/quick", "Connection: close\r\n"));
  const std::string answers = client.read_to_end();
  std::size_t place = 0;
  for (int i = 100; i < 150; ++i) {
    place = answers.find("\r\n\r\n" + std::to_string(i), place);
    ASSERT_NE(place, std::string::npos) << i;
  }
  EXPECT_TRUE(answers.ends_with("quick"));
}

TEST_F(Tls, OutlivesAClientThatLeavesWithoutAWord) {
  RunningServer server(options());
  for (int i = 0; i < 10; ++i) {
    TlsClient client(server.port);
    client.send(request_text(server.port, "GET", "/v1/big"));
    EXPECT_FALSE(client.read(1).empty());
  }
  TlsClient client(server.port);
  EXPECT_TRUE(ask_over(client, server, "/v1/quick").ends_with("quick"));
}

TEST_F(Tls, ReadsItsFilesAgainOnSighup) {
  RunningServer server(options());
  server.server->stop_on_signals();
  const auto name = [&] { return TlsClient(server.port).server_name(); };
  EXPECT_EQ(name(), "first");
  std::ofstream(files_.key) << "not a key";
  ASSERT_EQ(std::raise(SIGHUP), 0);
  EXPECT_EQ(name(), "first") << "what cannot be used is not used";
  const http::TlsFiles next = write_certificate(directory_.path(), "second");
  std::filesystem::rename(next.certificate, files_.certificate);
  std::filesystem::rename(next.key, files_.key);
  TlsClient from_before(server.port);
  ASSERT_EQ(std::raise(SIGHUP), 0);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (name() != "second" && std::chrono::steady_clock::now() < end) {
  }
  EXPECT_EQ(name(), "second");
  EXPECT_TRUE(ask_over(from_before, server, "/v1/quick").ends_with("quick")) << "connections go on";
}

TEST_F(Tls, SaysWhichFileCannotBeUsed) {
  const auto other = write_certificate(directory_.path(), "other");
  const auto empty = directory_.path() / "empty.pem";
  std::ofstream{empty};
  const auto words_of = [](const http::TlsFiles& files) -> std::string {
    try {
      const http::TlsContext context(files);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration);
      return error.what();
    }
    return "nothing was wrong";
  };
  EXPECT_NE(words_of({directory_.path() / "absent.crt", files_.key}).find("absent.crt"), std::string::npos);
  EXPECT_NE(words_of({empty, files_.key}).find("empty.pem"), std::string::npos);
  EXPECT_NE(words_of({files_.certificate, directory_.path() / "absent.key"}).find("absent.key"), std::string::npos);
  EXPECT_NE(words_of({files_.certificate, other.key}).find("other.key"), std::string::npos);
  EXPECT_NE(words_of({files_.certificate, write_locked_key(directory_.path())}).find("passphrase"), std::string::npos);
}

TEST_F(Tls, WantsAKeyThatNotEverybodyCanRead) {
  using std::filesystem::perms;
  std::filesystem::permissions(files_.key, perms::owner_read | perms::group_read);
  EXPECT_NO_THROW(http::TlsContext{files_});
  std::filesystem::permissions(files_.key, perms::owner_read | perms::others_read);
  EXPECT_THROW(http::TlsContext{files_}, Error);
}

TEST_F(Tls, MayListenBeyondThisMachine) {
  http::ServerOptions anywhere = options();
  anywhere.address = "0.0.0.0";
  RunningServer server(anywhere);
  TlsClient client(server.port);
  EXPECT_TRUE(ask_over(client, server, "/v1/quick").starts_with("HTTP/1.1 200"));
  TlsClient stranger(server.port);
  stranger.send("GET /v1/quick HTTP/1.1\r\nHost: example.org\r\n\r\n");
  EXPECT_TRUE(stranger.read_to_end().starts_with("HTTP/1.1 403")) << "it answers to its own names alone";
}

}  // namespace
}  // namespace passend::test
