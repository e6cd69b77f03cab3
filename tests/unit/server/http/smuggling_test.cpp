// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "indexer/base/random.hpp"
#include "tests/unit/server/http/running_server.hpp"

/// Requests that servers and proxies are known to read in different ways. Each must be refused, the connection closed,
/// and the second request hidden behind it never run.
namespace passend::test {
namespace {

struct Attack {
  std::string name;
  std::string bytes;
};

class Corpus {
 public:
  explicit Corpus(const RunningServer& server) : host_("Host: localhost:" + std::to_string(server.port)) {
    smuggled_ = "GET /v1/hit HTTP/1.1\r\n" + host_ + "\r\n\r\n";
    transfer_encodings();
    content_lengths();
    request_lines();
    line_ends();
    names_and_values();
    hosts();
    repeated();
    bodies_where_none_belong();
    sizes();
    other_protocols();
  }

  std::vector<Attack> attacks;

 private:
  void add(const std::string& name, const std::string& bytes) { attacks.push_back({name, bytes + smuggled_}); }

  /// A POST with these header lines and this body before the smuggled request.
  void add_post(const std::string& name, const std::string& lines, const std::string& body = {}) {
    add(name,
        "POST /v1/echo HTTP/1.1\r\n" + host_ + "\r\nContent-Type: application/json\r\n" + lines + "\r\n\r\n" + body);
  }

  void add_get(const std::string& name, const std::string& lines) {
    add(name, "GET /v1/hit HTTP/1.1\r\n" + host_ + "\r\n" + lines + "\r\n\r\n");
  }

  void transfer_encodings() {
    for (const char* field : {"Transfer-Encoding", "transfer-encoding", "TRANSFER-ENCODING", "tRANSFER-eNCODING"}) {
      for (const char* coding :
           {"chunked", "Chunked", "CHUNKED", " chunked", "\tchunked", "chunked ", "chunked\t", "xchunked", "identity",
            "gzip, chunked", "chunked, identity", "chunked;q=1", "\"chunked\"", "", "chunked,"}) {
        const std::string line = std::string(field) + ":" + coding;
        add_post(line, line, "0\r\n\r\n");
        add_post(line + " + length", line + "\r\nContent-Length: 5", "0\r\n\r\n");
        add_post("length + " + line, "Content-Length: 5\r\n" + line, "0\r\n\r\n");
      }
    }
    add_post("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "0\r\n\r\n");
    add_post("trailer", "Transfer-Encoding: chunked", "0\r\nAuthorization: Bearer x\r\n\r\n");
    add_get("chunked GET", "Transfer-Encoding: chunked");
    add_post("space before colon", "Transfer-Encoding : chunked", "0\r\n\r\n");
    add_post("folded", "Transfer-Encoding:\r\n chunked", "0\r\n\r\n");
    add_post("folded name", "X: y\r\n Transfer-Encoding: chunked", "0\r\n\r\n");
    add_post("vertical tab",
             "Transfer-Encoding:\x0b"
             "chunked",
             "0\r\n\r\n");
    add_post("after a bare LF", "X: y\nTransfer-Encoding: chunked", "0\r\n\r\n");
    add_post("after a bare CR", "X: y\rTransfer-Encoding: chunked", "0\r\n\r\n");
  }

  void content_lengths() {
    for (const char* length :
         {"+5", "-5", "5,5", "5, 5", "5 5", "0x5", "5;", "5.0", "1e1", "", "five", "5_0", "\"5\"", "05x",
          "999999999999999999", "99999999999999999999999999", "18446744073709551616", "\t", "5\t5"}) {
      add_post("length '" + std::string(length) + "'", "Content-Length: " + std::string(length), "12345");
    }
    for (const char* second : {"5", "6", "0", "05", "+5"}) {
      add_post("length twice, then " + std::string(second),
               "Content-Length: 5\r\nContent-Length: " + std::string(second), "12345");
      add_post("length twice in other case, then " + std::string(second),
               "content-length: 5\r\nCONTENT-LENGTH: " + std::string(second), "12345");
    }
    add_post("length with a space before the colon", "Content-Length : 5", "12345");
    add_post("folded length", "Content-Length:\r\n 5", "12345");
  }

  void request_lines() {
    for (const char* line : {"get /v1/hit HTTP/1.1",
                             "Get /v1/hit HTTP/1.1",
                             "GET  /v1/hit HTTP/1.1",
                             "GET /v1/hit  HTTP/1.1",
                             " GET /v1/hit HTTP/1.1",
                             "GET /v1/hit HTTP/1.1 ",
                             "GET\t/v1/hit\tHTTP/1.1",
                             "GET /v1/hit\tHTTP/1.1",
                             "GET /v1/hit HTTP/1.0",
                             "GET /v1/hit HTTP/1.2",
                             "GET /v1/hit HTTP/2.0",
                             "GET /v1/hit HTTP/0.9",
                             "GET /v1/hit http/1.1",
                             "GET /v1/hit HTTP/01.1",
                             "GET /v1/hit HTTP/1.1x",
                             "GET /v1/hit HTTP/ 1.1",
                             "GET /v1/hit",
                             "GET",
                             "",
                             "GET HTTP/1.1",
                             "GET v1/hit HTTP/1.1",
                             "GET http://localhost/v1/hit HTTP/1.1",
                             "GET * HTTP/1.1",
                             "OPTIONS * HTTP/1.1",
                             "CONNECT localhost:80 HTTP/1.1",
                             "GET /v1/hit#x HTTP/1.1",
                             "GET /v1\\hit HTTP/1.1",
                             "GET /v1/h\xc3\xad HTTP/1.1",
                             "GET /v1/hit\x7f HTTP/1.1",
                             "GET /v1/ hit HTTP/1.1",
                             "TRACE /v1/hit HTTP/1.1",
                             "TRACK /v1/hit HTTP/1.1",
                             "PROPFIND /v1/hit HTTP/1.1",
                             "G@T /v1/hit HTTP/1.1",
                             "GET: /v1/hit HTTP/1.1",
                             "GET,POST /v1/hit HTTP/1.1",
                             "GETGET /v1/hit HTTP/1.1",
                             "\xff\xfe /v1/hit HTTP/1.1"}) {
      add("line '" + std::string(line) + "'", std::string(line) + "\r\n" + host_ + "\r\n\r\n");
    }
    add("NUL in the target", std::string("GET /v1/\0hit HTTP/1.1\r\n", 24) + host_ + "\r\n\r\n");
  }

  void line_ends() {
    const std::string line = "GET /v1/hit HTTP/1.1";
    add("bare LF everywhere", line + "\n" + host_ + "\n\n");
    add("bare LF after the request line", line + "\n" + host_ + "\r\n\r\n");
    add("bare LF at the end", line + "\r\n" + host_ + "\r\n\n");
    add("bare CR between lines", line + "\r" + host_ + "\r\n\r\n");
    add("CR CR LF", line + "\r\r\n" + host_ + "\r\n\r\n");
    add("LF CR", line + "\n\r" + host_ + "\n\r\n\r");
    add("an empty line first", "\r\n" + line + "\r\n" + host_ + "\r\n\r\n");
    add("an LF first", "\n" + line + "\r\n" + host_ + "\r\n\r\n");
    add("a space line", line + "\r\n" + host_ + "\r\n \r\n\r\n");
    add("a folded Host", line + "\r\nHost:\r\n localhost\r\n\r\n");
    add("a folded first header", line + "\r\n X: y\r\n" + host_ + "\r\n\r\n");
  }

  void names_and_values() {
    for (const char c : std::string_view("\"(),/:;<=>?@[\\]{} \t\x01\x7f\x80\xff")) {
      const std::string name = c == ':' ? std::string(":X") : std::string("X") + c + "Y";
      add_get("name with byte " + std::to_string(static_cast<unsigned char>(c)), name + ": v");
    }
    for (const char c : std::string_view("\x01\x08\x0b\x0c\x1b\x7f\x80\xa0\xff")) {
      add_get("value with byte " + std::to_string(static_cast<unsigned char>(c)), "X: a" + std::string(1, c) + "b");
    }
    add_get("NUL in a value", std::string("X: a\0b", 6));
    add_get("no colon", "X");
    add_get("no name", ": v");
    add_get("a space before the colon", "X : v");
  }

  void hosts() {
    const std::string line = "GET /v1/hit HTTP/1.1\r\n";
    const std::string port = host_.substr(host_.rfind(':'));
    add("no Host", line + "\r\n");
    for (const std::string& host : std::initializer_list<std::string>{
             "", "example.org" + port, "localhost" + port + ", example.org", "localhost", "localhost:1",
             "localhost." + port, "user@localhost" + port, "localhost" + port + "/", "127.0.0.2" + port, "[::2]" + port,
             "localhost" + port + " x", "0.0.0.0" + port, "localhost.example.org" + port, "2130706433" + port,
             "[::ffff:127.0.0.1]" + port}) {
      add("Host '" + host + "'", line + "Host: " + host + "\r\n\r\n");
    }
    add("two Hosts", line + host_ + "\r\n" + host_ + "\r\n\r\n");
    add("two unlike Hosts", line + host_ + "\r\nhost: example.org\r\n\r\n");
  }

  void repeated() {
    for (const char* name : {"Content-Type", "Authorization", "Cookie", "Origin", "Expect", "Sec-Fetch-Site"}) {
      add_get(std::string(name) + " twice", std::string(name) + ": a\r\n" + name + ": a");
    }
    for (const char* expectation : {"", "200-ok", "100-continue, x"}) {
      add_post("Expect '" + std::string(expectation) + "'", "Content-Length: 2\r\nExpect: " + std::string(expectation),
               "{}");
    }
  }

  void bodies_where_none_belong() {
    for (const char* method : {"GET", "HEAD", "DELETE", "OPTIONS"}) {
      for (const std::size_t length : {std::size_t{1}, smuggled_.size(), std::size_t{100'000}}) {
        add(std::string(method) + " with a body of " + std::to_string(length),
            std::string(method) + " /v1/hit HTTP/1.1\r\n" + host_ + "\r\nContent-Length: " + std::to_string(length) +
                "\r\n\r\n");
      }
    }
  }

  void sizes() {
    std::string many;
    for (int i = 0; i < 64; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
    add_get("65 headers", many.substr(0, many.size() - 2));
    add_get("one header of 9 KB", "X: " + std::string(9000, 'y'));
    add_get("a header name of 9 KB", std::string(9000, 'x') + ": y");
    add("a target of 2049 bytes", "GET /" + std::string(2048, 'x') + " HTTP/1.1\r\n" + host_ + "\r\n\r\n");
    add("a target of 100 KB", "GET /" + std::string(100'000, 'x') + " HTTP/1.1\r\n" + host_ + "\r\n\r\n");
    add_post("a body beyond the limit", "Content-Length: 1048577");
  }

  void other_protocols() {
    add("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    add("TLS greeting", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    add("SSH greeting", "SSH-2.0-OpenSSH_9.2\r\n\r\n");
    Random random(1);
    for (int i = 0; i < 20; ++i) {
      std::string garbage;
      for (int byte = 0; byte < 200; ++byte) garbage.push_back(static_cast<char>(random.below(256)));
      add("garbage " + std::to_string(i), garbage);
    }
  }

  std::string host_;
  std::string smuggled_;
};

TEST(Smuggling, EveryAmbiguousRequestIsRefusedAndItsConnectionClosed) {
  RunningServer server;
  const Corpus corpus(server);
  ASSERT_GE(corpus.attacks.size(), 200u);
  const std::set<int> refusals{400, 403, 413, 431, 501};
  for (const Attack& attack : corpus.attacks) {
    SCOPED_TRACE(attack.name);
    RawClient client(server.port);
    client.send(attack.bytes);
    const auto reply = client.read_reply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_TRUE(refusals.contains(reply->status)) << reply->status;
    EXPECT_EQ(reply->header("Connection"), "close");
    EXPECT_EQ(reply->header("Content-Type"), "application/problem+json");
    EXPECT_EQ(reply->header("API-Version"), "1.2.3");
    EXPECT_EQ(client.read_to_end(), "");
  }
  EXPECT_EQ(server.hits, 0);
  RecordProperty("requests", static_cast<int>(corpus.attacks.size()));
}

TEST(Smuggling, TheSameRequestInItsPlainFormIsAnswered) {
  RunningServer server;
  EXPECT_EQ(ask(server.port, "GET", "/v1/hit").body, "1");
  EXPECT_EQ(ask(server.port, "POST", "/v1/echo", "{}").body, "{}");
}

}  // namespace
}  // namespace passend::test
