// SPDX-License-Identifier: EUPL-1.2
#include "server/http/metrics.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "tests/unit/server/http/running_server.hpp"

namespace passend::test {
namespace {

/// Figures as a scraper reads them: "name{labels}" and value. Fails the test on what OpenMetrics 1.0 does not allow.
class Scraped {
 public:
  explicit Scraped(const std::string& text) {
    EXPECT_TRUE(text.ends_with("\n# EOF\n"));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) line.starts_with('#') ? comment(line) : sample(line);
  }

  double operator[](const std::string& name) const {
    const auto found = samples_.find(name);
    return found == samples_.end() ? -1 : found->second;
  }
  const std::map<std::string, double>& samples() const { return samples_; }

 private:
  void comment(const std::string& line) {
    std::istringstream words(line);
    std::string hash, kind, name, type;
    words >> hash >> kind >> name >> type;
    if (kind == "EOF") return;
    if (kind == "HELP") {
      EXPECT_EQ(name, family_) << "help stands with its type";
      return;
    }
    EXPECT_EQ(kind, "TYPE") << line;
    EXPECT_TRUE(families_.insert(name).second) << name << " comes twice";
    EXPECT_FALSE(name.ends_with("_total")) << "the name of a family has no _total";
    family_ = name;
    type_ = type;
  }

  void sample(const std::string& line) {
    const std::size_t space = line.rfind(' ');
    const std::string key = line.substr(0, space);
    const std::string name = key.substr(0, key.find('{'));
    static const std::map<std::string, std::set<std::string>> suffixes{
        {"counter", {"_total"}}, {"gauge", {""}}, {"histogram", {"_bucket", "_sum", "_count"}}};
    ASSERT_TRUE(name.starts_with(family_)) << line;
    EXPECT_TRUE(suffixes.at(type_).contains(name.substr(family_.size()))) << line;
    EXPECT_TRUE(samples_.emplace(key, std::stod(line.substr(space + 1))).second) << line << " comes twice";
  }

  std::string family_;
  std::string type_;
  std::set<std::string> families_;
  std::map<std::string, double> samples_;
};

Reply scrape(const RunningServer& server) {
  return ask(server.server->metrics_port(), "GET", "/metrics", {},
             "Accept: text/plain;version=0.0.4;q=0.3,*/*;q=0.2\r\n");
}

http::ServerOptions with_metrics() {
  http::ServerOptions options;
  options.metrics_port = 0;
  return options;
}

TEST(Metrics, CountAnswersByPatternMethodAndClass) {
  RunningServer server(with_metrics());
  for (int i = 0; i < 3; ++i) ask(server.port, "GET", "/v1/things/" + std::to_string(i));
  ask(server.port, "POST", "/v1/echo", "{}");
  ask(server.port, "POST", "/v1/echo", "{}", "Accept: text/html\r\n");
  ask(server.port, "GET", "/v1/absent");
  ask(server.port, "GET", "/some/page");
  RawClient broken(server.port);
  broken.send("BREW / HTTP/1.1\r\n\r\n");
  broken.read_to_end();
  const Reply reply = scrape(server);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("Content-Type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
  const Scraped scraped(reply.body);
  const auto requests = [&](const std::string& labels) {
    return scraped["passend_http_requests_total{" + labels + "}"];
  };
  EXPECT_EQ(requests(R"x(route="/v1/things/{id}",method="GET",status="2xx")x"), 3);
  EXPECT_EQ(requests(R"x(route="/v1/echo",method="POST",status="2xx")x"), 1);
  EXPECT_EQ(requests(R"x(route="/v1/echo",method="POST",status="4xx")x"), 1);
  EXPECT_EQ(requests(R"x(route="(none)",method="GET",status="4xx")x"), 1);
  EXPECT_EQ(requests(R"x(route="(page)",method="GET",status="2xx")x"), 1);
  EXPECT_EQ(requests(R"x(route="(refused)",method="none",status="5xx")x"), 1);
  EXPECT_GE(scraped["passend_http_accepted_connections_total"], 8);
  EXPECT_GT(scraped["process_resident_memory_bytes"], 1e6);
}

TEST(Metrics, HoldNothingOfWhatARequestSays) {
  RunningServer server(with_metrics());
  const std::string canary = "qzcanaryqz";
  ask(server.port, "GET", "/v1/things/" + canary);
  ask(server.port, "GET", "/v1/" + canary);
  ask(server.port, "GET", "/" + canary);
  ask(server.port, "GET", "/v1/hit?" + canary + "=" + canary);
  ask(server.port, "POST", "/v1/echo", '"' + canary + '"');
  ask(server.port, "DELETE", "/v1/things/" + canary);
  ask(server.port, "GET", "/v1/hit", {}, "Cookie: " + canary + "\r\nX-" + canary + ": " + canary + "\r\n");
  for (const std::string& head : {canary + " / HTTP/1.1\r\n\r\n", "GET " + canary + " HTTP/1.1\r\n\r\n",
                                  "GET / HTTP/1.1\r\nHost: " + canary + "\r\n\r\n"}) {
    RawClient client(server.port);
    client.send(head);
    client.read_to_end();
  }
  const Reply reply = scrape(server);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body.find(canary), std::string::npos) << reply.body;
}

TEST(Metrics, SortDurationsIntoBucketsThatAddUp) {
  http::Metrics metrics;
  using Duration = http::Metrics::Duration;
  for (const double seconds : {0.0005, 0.001, 0.003, 0.2, 60.0}) metrics.count("/v1/x", "GET", 200, Duration(seconds));
  const Scraped scraped(metrics.text({{"passend_x", "An x.", 3}}));
  const std::string place = R"(route="/v1/x",method="GET")";
  const auto bucket = [&](const std::string& bound) {
    return scraped["passend_http_request_duration_seconds_bucket{" + place + ",le=\"" + bound + "\"}"];
  };
  EXPECT_EQ(bucket("0.001"), 2) << "a bound belongs to its bucket";
  EXPECT_EQ(bucket("0.0025"), 2);
  EXPECT_EQ(bucket("0.005"), 3);
  EXPECT_EQ(bucket("0.25"), 4);
  EXPECT_EQ(bucket("1.0"), 4);
  EXPECT_EQ(bucket("10.0"), 4);
  EXPECT_EQ(bucket("+Inf"), 5);
  EXPECT_EQ(scraped["passend_http_request_duration_seconds_count{" + place + "}"], 5);
  EXPECT_NEAR(scraped["passend_http_request_duration_seconds_sum{" + place + "}"], 60.2045, 1e-6);
  EXPECT_EQ(scraped["passend_x"], 3);
}

TEST(Metrics, ShowTheLineAndWhoWasSentAway) {
  http::ServerOptions options = with_metrics();
  options.workers = 1;
  options.limits.waiting_requests = 1;
  options.budgets.requests = {0.001, 3};
  options.gauges = [] { return std::vector<http::Gauge>{{"passend_feed_position", "Of the test.", 42}}; };
  RunningServer server(options);
  RawClient working(server.port);
  working.send(request_text(server.port, "GET", "/v1/wait"));
  server.entered.wait();
  RawClient waiting(server.port);
  waiting.send(request_text(server.port, "GET", "/v1/hit"));
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (Scraped(scrape(server).body)["passend_http_waiting_requests"] < 1 && std::chrono::steady_clock::now() < end) {
  }
  EXPECT_EQ(ask(server.port, "GET", "/v1/hit").status, 503);
  EXPECT_EQ(ask(server.port, "GET", "/v1/hit").status, 429);
  const Scraped scraped(scrape(server).body);
  EXPECT_EQ(scraped["passend_http_busy_workers"], 1);
  EXPECT_EQ(scraped["passend_http_workers"], 1);
  EXPECT_EQ(scraped["passend_http_waiting_requests"], 1);
  EXPECT_GE(scraped["passend_http_connections"], 2);
  EXPECT_EQ(scraped["passend_http_overloaded_total"], 1);
  EXPECT_EQ(scraped["passend_http_rate_limited_total"], 1);
  EXPECT_EQ(scraped["passend_feed_position"], 42);
  server.may_finish.count_down();
  EXPECT_EQ(waiting.read_reply()->body, "1");
}

TEST(Metrics, AreOnAPortOfTheirOwnAlone) {
  RunningServer server(with_metrics());
  EXPECT_EQ(ask(server.port, "GET", "/metrics").header("Content-Type"), "text/html; charset=utf-8") << "a page";
  const std::uint16_t port = server.server->metrics_port();
  EXPECT_EQ(ask(port, "GET", "/v1/hit").status, 404);
  EXPECT_EQ(ask(port, "GET", "/").status, 404);
  EXPECT_EQ(ask(port, "POST", "/metrics", "{}").status, 405);
  EXPECT_EQ(ask(port, "GET", "/metrics", {}, "Origin: http://example.org\r\n").status, 403);
  RawClient rebound(port);
  rebound.send("GET /metrics HTTP/1.1\r\nHost: example.org\r\n\r\n");
  EXPECT_EQ(rebound.read_reply()->status, 403);
  EXPECT_EQ(server.hits, 0);
}

TEST(Metrics, AreReadWhenThereIsNoRoomForAnybodyElse) {
  http::ServerOptions options = with_metrics();
  options.limits.connections = 1;
  RunningServer server(options);
  RawClient only(server.port);
  only.send(request_text(server.port, "GET", "/v1/quick"));
  EXPECT_EQ(only.read_reply()->status, 200);
  EXPECT_EQ(Scraped(scrape(server).body)["passend_http_connections"], 1);
}

TEST(Metrics, AreReadWhileAnswersThatNobodyReadsFillTheMemory) {
  http::ServerOptions options = with_metrics();
  options.limits.held_bytes = 1 << 20;
  options.deadlines.write = std::chrono::minutes(5);
  RunningServer server(options);
  RawClient deaf(server.port);
  deaf.send(request_text(server.port, "GET", "/v1/big"));
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (ask(server.port, "GET", "/v1/quick").status != 503 && std::chrono::steady_clock::now() < end) {
  }
  const Reply reply = scrape(server);
  EXPECT_EQ(reply.status, 200);
  EXPECT_GT(Scraped(reply.body)["passend_http_held_bytes"], 1 << 20);
}

}  // namespace
}  // namespace passend::test
