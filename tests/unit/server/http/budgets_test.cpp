// SPDX-License-Identifier: EUPL-1.2
#include "server/http/budgets.hpp"

#include <gtest/gtest.h>

#include "tests/unit/server/http/running_server.hpp"

namespace passend::http {
namespace {

using test::ask;
using test::RunningServer;

const TokenBuckets::Clock::time_point now = TokenBuckets::Clock::time_point{} + std::chrono::hours(1);

Request from(const std::string& peer, std::vector<Field> fields = {}) {
  Request request;
  request.peer = peer;
  request.fields = std::move(fields);
  return request;
}

int granted(Budgets& budgets, const Request& request, int asked, Charge charge = Charge::request) {
  int count = 0;
  for (int i = 0; i < asked; ++i) count += budgets.charge(request, charge, now) ? 0 : 1;
  return count;
}

BudgetOptions small() {
  BudgetOptions options;
  options.requests = {1, 5};
  options.sessions_of_an_address = 3;
  options.sign_ins = {0.1, 2};
  return options;
}

TEST(Budgets, CountEachSessionAndTokenByItself) {
  Budgets budgets(small());
  EXPECT_EQ(granted(budgets, from("192.0.2.1", {{"Cookie", "__Host-passend=a"}}), 9), 5);
  EXPECT_EQ(granted(budgets, from("192.0.2.1", {{"Cookie", "__Host-passend=b"}}), 9), 5);
  EXPECT_EQ(granted(budgets, from("192.0.2.2", {{"Authorization", "Bearer x"}}), 9), 5);
  EXPECT_EQ(granted(budgets, from("192.0.2.3", {{"Authorization", "Bearer x"}}), 9), 0)
      << "a token is one, wherever it is used";
}

TEST(Budgets, CountWhoShowsNothingByAddress) {
  Budgets budgets(small());
  EXPECT_EQ(granted(budgets, from("192.0.2.1"), 9), 5);
  EXPECT_EQ(granted(budgets, from("192.0.2.1"), 9), 0);
  EXPECT_EQ(granted(budgets, from("192.0.2.2"), 9), 5);
  EXPECT_EQ(granted(budgets, from("2001:db8:1:1::1"), 9), 5);
  EXPECT_EQ(granted(budgets, from("2001:db8:1:1:9:9:9:9"), 9), 0) << "one subscriber has all of it";
  EXPECT_EQ(granted(budgets, from("2001:db8:1:2::1"), 9), 5);
}

TEST(Budgets, MadeUpCookiesBringNoMoreThanAnAddressMayHave) {
  Budgets budgets(small());
  int all = 0;
  for (int i = 0; i < 1000; ++i) {
    all += granted(budgets, from("192.0.2.1", {{"Cookie", "__Host-passend=" + std::to_string(i)}}), 1);
  }
  EXPECT_EQ(all, 3 * 5);
  EXPECT_EQ(granted(budgets, from("192.0.2.1"), 9), 5) << "who shows nothing has a budget of his own";
}

TEST(Budgets, SigningInIsCountedByAddressWhateverIsShown) {
  Budgets budgets(small());
  int all = 0;
  for (int i = 0; i < 100; ++i) {
    all += granted(budgets, from("192.0.2.1", {{"Cookie", std::to_string(i)}}), 1, Charge::sign_in);
  }
  EXPECT_EQ(all, 2);
  const auto wait = budgets.charge(from("192.0.2.1"), Charge::sign_in, now);
  ASSERT_TRUE(wait);
  EXPECT_EQ(*wait, std::chrono::seconds(10));
  EXPECT_EQ(granted(budgets, from("192.0.2.1"), 9), 5);
}

TEST(ClientAddress, IsWhatTheLastHopOfATrustedProxySays) {
  const auto by_x = [](const std::string& peer, const std::string& value) {
    return client_address(from(peer, {{"X-Forwarded-For", value}}), ProxyHeader::x_forwarded_for);
  };
  EXPECT_EQ(by_x("127.0.0.1", "192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(by_x("::1", "10.0.0.1, 192.0.2.7"), "192.0.2.7") << "what a client wrote before it is not believed";
  EXPECT_EQ(by_x("127.0.0.1", "192.0.2.7:4711"), "192.0.2.7");
  EXPECT_EQ(by_x("127.0.0.1", "[2001:db8::1:2:3:4]:80"), "2001:db8::");
  EXPECT_EQ(by_x("127.0.0.1", "2001:db8:a:b:1:2:3:4"), "2001:db8:a:b::");
  EXPECT_EQ(by_x("127.0.0.1", "::ffff:192.0.2.7"), "192.0.2.7");
  for (const char* odd : {"", ",", "unknown", "[", "]", "[::1", "a:b", "192.0.2", "<script>", "1.2.3.4,"}) {
    EXPECT_EQ(by_x("127.0.0.1", odd), "127.0.0.1") << odd;
  }
  const auto by_forwarded = [](const std::string& value) {
    return client_address(from("127.0.0.1", {{"Forwarded", value}}), ProxyHeader::forwarded);
  };
  EXPECT_EQ(by_forwarded("for=10.0.0.1, For=\"[2001:db8:a:b::1]:4711\";proto=https"), "2001:db8:a:b::");
  EXPECT_EQ(by_forwarded("proto=http; for=192.0.2.43 ;by=203.0.113.43"), "192.0.2.43");
  for (const char* odd : {"for=_hidden", "for=unknown", "by=192.0.2.1", "for", "=;=", "for=\"", "for=\"\""}) {
    EXPECT_EQ(by_forwarded(odd), "127.0.0.1") << odd;
  }
  const Request twice = from("127.0.0.1", {{"X-Forwarded-For", "10.0.0.1"}, {"x-forwarded-for", "192.0.2.9"}});
  EXPECT_EQ(client_address(twice, ProxyHeader::x_forwarded_for), "192.0.2.9");
}

TEST(ClientAddress, IsThePeerWhereNoProxyIsTrusted) {
  const std::vector<Field> both{{"X-Forwarded-For", "192.0.2.7"}, {"Forwarded", "for=192.0.2.8"}};
  EXPECT_EQ(client_address(from("127.0.0.1", both), ProxyHeader::none), "127.0.0.1");
  EXPECT_EQ(client_address(from("198.51.100.1", both), ProxyHeader::x_forwarded_for), "198.51.100.1")
      << "a proxy is on this machine";
  EXPECT_EQ(client_address(from("127.0.0.1", {both[1]}), ProxyHeader::x_forwarded_for), "127.0.0.1")
      << "one header is trusted, not both";
}

TEST(Server, SendsWhoAsksTooMuchAwayForAWhile) {
  ServerOptions options;
  options.budgets.requests = {0.01, 3};
  RunningServer server(options);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(server.port, "GET", "/v1/hit").status, 200);
  const auto refused = ask(server.port, "GET", "/v1/hit");
  EXPECT_EQ(refused.status, 429);
  const int wait = std::stoi(refused.header("Retry-After"));
  EXPECT_GT(wait, 90);
  EXPECT_LE(wait, 100);
  EXPECT_NE(refused.body.find("\"too-many-requests\""), std::string::npos) << refused.body;
  EXPECT_EQ(server.hits, 3);
  const auto in_own_form = ask(server.port, "GET", "/own/form");
  EXPECT_EQ(in_own_form.status, 429);
  EXPECT_EQ(in_own_form.body, "own form");
  EXPECT_NE(in_own_form.header("Retry-After"), "");
  EXPECT_EQ(ask(server.port, "GET", "/v1/hit", {}, "Cookie: __Host-passend=x\r\n").status, 200);
}

TEST(Server, DoesNotCountWhatNeedsNoWorker) {
  ServerOptions options;
  options.budgets.requests = {0.01, 1};
  RunningServer server(options);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(ask(server.port, "GET", "/v1/quick").status, 200);
  EXPECT_EQ(ask(server.port, "GET", "/").status, 200);
}

TEST(Server, CountsWhoComesThroughATrustedProxyByAddress) {
  ServerOptions options;
  options.budgets.requests = {0.01, 1};
  options.budgets.proxy_header = ProxyHeader::x_forwarded_for;
  RunningServer server(options);
  const auto status = [&](const std::string& chain) {
    return ask(server.port, "GET", "/v1/hit", {}, "X-Forwarded-For: " + chain + "\r\n").status;
  };
  EXPECT_EQ(status("192.0.2.1"), 200);
  EXPECT_EQ(status("192.0.2.1"), 429);
  EXPECT_EQ(status("192.0.2.2"), 200);
  EXPECT_EQ(status("203.0.113.1, 192.0.2.2"), 429);
}

}  // namespace
}  // namespace passend::http
