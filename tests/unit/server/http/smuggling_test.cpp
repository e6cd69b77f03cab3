// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include "indexer/base/random.hpp"
#include "tests/unit/server/http/running_server.hpp"

/// Requests that servers and proxies are known to read in different ways, from the table smuggling.txt, which says how
/// its lines are written. A request hidden in or behind them must never run.
namespace passend::test {
namespace {

struct Attack {
  std::string name;
  int answer = 0;
  bool ends_first = false;  ///< The client finishes sending before it reads.
  std::string bytes;
};

class Table {
 public:
  explicit Table(const RunningServer& server) : port_(std::to_string(server.port)) {
    std::ifstream in(PASSEND_SOURCE_DIR "/tests/unit/server/http/smuggling.txt");
    for (std::string line; std::getline(in, line);) {
      if (!line.empty() && line.front() != '#') attacks.push_back(read(line));
    }
  }

  std::vector<Attack> attacks;

 private:
  Attack read(const std::string& line) const {
    const std::string bar = " | ";
    const std::size_t first = line.find(bar);
    const std::size_t second = line.find(bar, first + 1);
    if (second == std::string::npos) throw std::runtime_error("not a line of the table: " + line);
    return {line.substr(first + bar.size(), second - first - bar.size()), std::stoi(line),
            line.substr(0, first).ends_with("at end"), unescape(expand(line.substr(second + bar.size())))};
  }

  std::string expand(std::string text) const {
    const std::string host = "Host: localhost:" + port_;
    const std::string canary = "GET /v1/hit HTTP/1.1\r\n" + host + "\r\n\r\n";
    const std::string chunks = "0\r\n\r\n" + canary + "0\r\n\r\n";
    const std::map<std::string, std::string> words{
        {"", "{}"},
        {"host", host},
        {"port", port_},
        {"get", "GET /v1/quick HTTP/1.1\r\n" + host + "\r\n"},
        {"post", "POST /v1/echo HTTP/1.1\r\n" + host + "\r\nContent-Type: application/json\r\n"},
        {"canary", canary},
        {"canary.size", std::to_string(canary.size())},
        {"canary2.size", std::to_string(2 * canary.size())},
        {"chunks", chunks},
        {"chunks.size", std::to_string(chunks.size())}};
    for (std::size_t open = text.find('{'); open != std::string::npos;) {
      const std::size_t close = text.find('}', open);
      const std::string word = text.substr(open + 1, close - open - 1);
      const std::size_t star = word.find('*');
      const std::string meaning =
          star == std::string::npos ? words.at(word) : repeat(word.substr(0, star), std::stoul(word.substr(star + 1)));
      text.replace(open, close - open + 1, meaning);
      open = text.find('{', open + meaning.size());
    }
    return text;
  }

  static std::string repeat(const std::string& text, std::size_t times) {
    std::string repeated;
    for (; times > 0; --times) repeated += text;
    return repeated;
  }

  static std::string unescape(const std::string& text) {
    static const std::map<char, char> letters{{'r', '\r'}, {'n', '\n'}, {'t', '\t'}, {'\\', '\\'}, {'"', '"'}};
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\\') {
        plain += text[i];
      } else if (text.at(++i) == 'x') {
        plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
        i += 2;
      } else {
        plain += letters.at(text[i]);
      }
    }
    return plain;
  }

  std::string port_;
};

TEST(Smuggling, EveryRequestOfTheTableGetsItsOneAnswer) {
  RunningServer server;
  const Table table(server);
  ASSERT_GE(table.attacks.size(), 390u);
  const std::set<int> of_the_gate{400, 411, 413, 414, 431, 501};
  for (const Attack& attack : table.attacks) {
    SCOPED_TRACE(attack.name);
    RawClient client(server.port);
    client.send(attack.bytes);
    if (attack.ends_first) client.finish_sending();
    const auto reply = client.read_reply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->status, attack.answer) << reply->body;
    EXPECT_EQ(reply->header("API-Version"), "1.2.3");
    if (reply->status >= 400) {
      EXPECT_EQ(reply->header("Content-Type"), "application/problem+json");
    }
    if (of_the_gate.contains(reply->status)) {
      EXPECT_EQ(reply->header("Connection"), "close");
    } else {
      client.finish_sending();
    }
    EXPECT_EQ(client.read_to_end(), "");
    ASSERT_EQ(server.hits, 0) << "the hidden request ran";
  }
}

TEST(Smuggling, NoTwoLinesOfTheTableAreTheSame) {
  const RunningServer server;
  const Table table(server);
  std::set<std::string> seen;
  for (const Attack& attack : table.attacks) EXPECT_TRUE(seen.insert(attack.bytes).second) << attack.name;
}

TEST(Smuggling, GarbageBeforeARequestIsRefused) {
  RunningServer server;
  Random random(1);
  for (int i = 0; i < 20; ++i) {
    std::string garbage;
    for (int byte = 0; byte < 200; ++byte) garbage.push_back(static_cast<char>(random.below(256)));
    RawClient client(server.port);
    client.send(garbage + request_text(server.port, "GET", "/v1/hit"));
    const auto reply = client.read_reply();
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->status, 400);
    EXPECT_EQ(client.read_to_end(), "");
  }
  EXPECT_EQ(server.hits, 0);
}

TEST(Smuggling, TheHiddenRequestRunsWhereItIsARequest) {
  RunningServer server;
  EXPECT_EQ(ask(server.port, "GET", "/v1/hit").body, "1");
  EXPECT_EQ(ask(server.port, "POST", "/v1/echo", "{}").body, "{}");
  RawClient client(server.port);
  client.send(request_text(server.port, "GET", "/v1/quick") + request_text(server.port, "GET", "/v1/hit"));
  EXPECT_EQ(client.read_reply()->body, "quick");
  EXPECT_EQ(client.read_reply()->body, "2");
}

}  // namespace
}  // namespace passend::test
