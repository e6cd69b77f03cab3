// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <optional>

#include "tests/cli/program.hpp"
#include "tests/cli/proxy.hpp"
#include "tests/cli/serving.hpp"
#include "tests/http_client/raw_client.hpp"
#include "tests/http_client/tls_client.hpp"

/// The server behind a real nginx, as docs/serving.md sets it up.
namespace passend::cli_test {
namespace {

class BehindAProxy : public testing::Test {
 protected:
  void SetUp() override {
    if (Proxy::program().empty()) GTEST_SKIP() << "NOT TESTED: nginx is not installed (Debian: nginx-light)";
    program_.prepare();
    const auto file = program_.write("one.csv", "sourceId;title;place\n1;Zadelmaker;Hilversum\n");
    ASSERT_EQ(program_.run({"import", file, "--format", "csv-vacancies"}).status, 0);
  }

  void serve(std::vector<std::string> options) {
    const auto socket = directory_.path() / "passend.sock";
    options.insert(options.end(), {"--socket", socket, "--trust-proxy", "x-forwarded-for"});
    serving_.emplace(program_, options);
    proxy_.emplace(directory_.path() / "proxy", socket);
  }

  /// Answers to the same request, so many times over one connection to the proxy.
  std::string ask(const std::string& request, int times = 1) const {
    test::TlsClient client(proxy_->port(), {.authority = proxy_->certificate()});
    EXPECT_TRUE(client.is_open());
    std::string answers;
    for (int i = 0; i < times; ++i) {
      client.send(request);
      std::string answer;
      while (!is_whole(answer)) {
        const std::string more = client.read(1);
        if (more.empty()) break;
        answer += more;
      }
      answers += answer;
    }
    return answers;
  }

  static bool is_whole(const std::string& answer) {
    const std::size_t head = answer.find("\r\n\r\n");
    const std::string name = "Content-Length: ";
    const std::size_t length = answer.find(name);
    return head != std::string::npos && length < head &&
           answer.size() >= head + 4 + std::stoul(answer.substr(length + name.size()));
  }

  static std::string search(const std::string& fields = {}) {
    const std::string body = R"({"query":"zadelmaker"})";
    return "POST /v1/vacancies/_search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + fields +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  }

  static int count(const std::string& text, const std::string& word) {
    int times = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++times;
    return times;
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
  std::optional<Serving> serving_;
  std::optional<Proxy> proxy_;
};

TEST_F(BehindAProxy, TheServerAnswersTheWorldOverTls) {
  serve({});
  const std::string answer = ask(search());
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 ")) << answer;
  EXPECT_NE(answer.find("\"total\":1"), std::string::npos) << answer;
  EXPECT_EQ(count(answer, "Strict-Transport-Security: "), 1) << answer;
  EXPECT_TRUE(ask("GET /vacatures HTTP/1.1\r\nHost: localhost\r\n\r\n").starts_with("HTTP/1.1 200 "));
}

TEST_F(BehindAProxy, NoRequestIsLostWhenTheServerClosesAConnectionAfterItsHundredth) {
  serve({"--requests-per-second", "0"});
  EXPECT_EQ(count(ask(search(), 250), "HTTP/1.1 200 "), 250);
}

TEST_F(BehindAProxy, WhoAsksIsWhomTheProxySawWhateverTheyWrite) {
  serve({"--requests-per-second", "0.01"});
  EXPECT_TRUE(ask(search()).starts_with("HTTP/1.1 200 "));
  for (const char* claim : {"", "X-Forwarded-For: 192.0.2.1\r\n", "Forwarded: for=192.0.2.2\r\n"}) {
    EXPECT_TRUE(ask(search(claim)).starts_with("HTTP/1.1 429 ")) << claim;
  }
}

}  // namespace
}  // namespace passend::cli_test
