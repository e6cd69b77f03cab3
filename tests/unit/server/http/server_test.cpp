// SPDX-License-Identifier: EUPL-1.2
#include "server/http/server.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <thread>

#include "indexer/base/error.hpp"
#include "server/http/descriptors.hpp"
#include "tests/unit/server/http/running_server.hpp"

namespace passend::test {
namespace {

using std::chrono::milliseconds;

TEST(Server, RefusesToListenBeyondThisMachine) {
  for (const char* address : {"0.0.0.0", "::", "192.168.1.10", "2001:db8::1", "example.org", ""}) {
    http::Readiness readiness;
    http::ServerOptions options;
    options.address = address;
    options.port = 0;
    try {
      http::Server server(options, http::Router({}, {}), readiness);
      FAIL() << "listened on '" << address << "'";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration);
      EXPECT_NE(std::string(error.what()).find("127.0.0.1"), std::string::npos) << error.what();
    }
  }
}

TEST(Server, SaysThatAPortIsTaken) {
  RunningServer first;
  http::Readiness readiness;
  http::ServerOptions options;
  options.port = first.port;
  EXPECT_THROW(http::Server(options, http::Router({}, {}), readiness), Error);
}

TEST(Server, CarriesTheSecurityHeadersOnEveryAnswer) {
  RunningServer server;
  for (const char* target : {"/v1/hit", "/v1/absent", "/"}) {
    const Reply reply = ask(server.port, "GET", target);
    EXPECT_EQ(reply.header("API-Version"), "1.2.3");
    EXPECT_EQ(reply.header("Cache-Control"), "no-store");
    EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(reply.header("X-Frame-Options"), "DENY");
    EXPECT_EQ(reply.header("Referrer-Policy"), "no-referrer");
    EXPECT_NE(reply.header("Content-Security-Policy").find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_EQ(reply.header("Strict-Transport-Security"), "");
    EXPECT_EQ(reply.header("Date").size(), 29u);
    EXPECT_EQ(reply.header("Server"), "");
  }
  EXPECT_NE(ask(server.port, "GET", "/").header("Content-Security-Policy").find("default-src 'self'"),
            std::string::npos);
}

TEST(Server, AnswersToItsThreeNames) {
  RunningServer server;
  for (const char* name : {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"}) {
    RawClient client(server.port);
    client.send("GET /v1/quick HTTP/1.1\r\nHost: " + std::string(name) + ":" + std::to_string(server.port) +
                "\r\n\r\n");
    EXPECT_EQ(client.read_reply()->status, 200) << name;
  }
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder) {
  RunningServer server;
  RawClient client(server.port);
  std::string requests;
  for (int i = 0; i < 50; ++i) {
    requests += request_text(server.port, "POST", "/v1/echo", std::to_string(i));
    requests += request_text(server.port, "GET", "/v1/quick");
  }
  client.send(requests);
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(client.read_reply()->body, std::to_string(i));
    EXPECT_EQ(client.read_reply()->body, "quick");
  }
}

TEST(Server, AnswersAClientThatHasFinishedSending) {
  RunningServer server;
  RawClient client(server.port);
  client.send(request_text(server.port, "POST", "/v1/echo", "{}"));
  client.finish_sending();
  EXPECT_EQ(client.read_reply()->body, "{}");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, RefusesARequestThatEndsInItsMiddle) {
  RunningServer server;
  for (const std::string& half :
       {std::string("GET /v1/hit HT"), server.head("POST /v1/echo", "Content-Length: 5\r\n") + "12"}) {
    RawClient client(server.port);
    client.send(half);
    client.finish_sending();
    EXPECT_EQ(client.read_reply()->status, 400);
    EXPECT_EQ(client.read_to_end(), "");
  }
}

TEST(Server, SendsTheContinueThatAClientWaitsFor) {
  RunningServer server;
  RawClient client(server.port);
  client.send(
      server.head("POST /v1/echo", "Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.read_reply_to_head()->status, 100);
  client.send("{}");
  EXPECT_EQ(client.read_reply()->body, "{}");
}

TEST(Server, RefusesATooLargeBodyBeforeItIsSent) {
  RunningServer server;
  RawClient client(server.port);
  client.send(server.head("POST /v1/echo",
                          "Content-Type: application/json\r\nContent-Length: 9999999\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.read_reply()->status, 413);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, LetsAClientReadTheRefusalWhileItStillSends) {
  RunningServer server;
  RawClient client(server.port);
  client.send(server.head("POST /v1/echo", "Content-Length: 9999999\r\n"));
  client.send(std::string(200'000, 'x'));
  EXPECT_EQ(client.read_reply()->status, 413);
}

TEST(Server, AnswersHeadWithTheLengthAndWithoutTheBody) {
  RunningServer server;
  RawClient client(server.port);
  client.send(request_text(server.port, "HEAD", "/v1/quick") + request_text(server.port, "GET", "/v1/quick"));
  const auto head = client.read_reply_to_head();
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->header("Content-Length"), "5");
  EXPECT_EQ(client.read_reply()->body, "quick");
}

TEST(Server, ClosesAfterTheAgreedNumberOfRequests) {
  http::ServerOptions options;
  options.limits.requests_per_connection = 3;
  RunningServer server(options);
  RawClient client(server.port);
  for (int i = 0; i < 5; ++i) client.send(request_text(server.port, "GET", "/v1/quick"));
  EXPECT_EQ(client.read_reply()->header("Connection"), "");
  EXPECT_EQ(client.read_reply()->header("Connection"), "");
  EXPECT_EQ(client.read_reply()->header("Connection"), "close");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, ClosesWhenTheClientAsksForIt) {
  RunningServer server;
  RawClient client(server.port);
  client.send(server.head("GET /v1/quick", "Connection: keep-alive, Close\r\n"));
  EXPECT_EQ(client.read_reply()->header("Connection"), "close");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, GivesASlowHeadUp) {
  http::ServerOptions options;
  options.deadlines.header = milliseconds(30);
  RunningServer server(options);
  RawClient client(server.port);
  client.send("GET /v1/hit HTTP/1.1\r\nX-Slow: ");
  EXPECT_EQ(client.read_reply()->status, 408);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, GivesABodyUpThatComesTooSlowly) {
  http::ServerOptions options;
  options.deadlines.body_window = milliseconds(30);
  RunningServer server(options);
  RawClient client(server.port);
  client.send(server.head("POST /v1/echo", "Content-Type: application/json\r\nContent-Length: 5000\r\n") + "{");
  EXPECT_EQ(client.read_reply()->status, 408);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, ClosesAnIdleConnectionWithoutAWord) {
  http::ServerOptions options;
  options.deadlines.idle = milliseconds(30);
  RunningServer server(options);
  RawClient fresh(server.port);
  EXPECT_EQ(fresh.read_to_end(), "");
  RawClient used(server.port);
  used.send(request_text(server.port, "GET", "/v1/quick"));
  EXPECT_EQ(used.read_reply()->status, 200);
  EXPECT_EQ(used.read_to_end(), "");
}

TEST(Server, GivesAClientUpThatDoesNotRead) {
  http::ServerOptions options;
  options.deadlines.write = milliseconds(100);
  options.limits.connections = 1;
  RunningServer server(options);
  RawClient deaf(server.port);
  deaf.send(request_text(server.port, "GET", "/v1/big"));
  // The only place is taken until the deaf one is given up.
  EXPECT_EQ(ask(server.port, "GET", "/v1/quick").status, 200);
}

TEST(Server, WorksOnWithManyIdleConnections) {
  RunningServer server;
  std::vector<RawClient> idle;
  for (int i = 0; i < 200; ++i) idle.emplace_back(server.port);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(ask(server.port, "POST", "/v1/echo", "{}").status, 200);
  for (RawClient& client : idle) client.send(request_text(server.port, "GET", "/v1/quick"));
  for (RawClient& client : idle) EXPECT_EQ(client.read_reply()->body, "quick");
}

TEST(Server, KeepsNothingOfALargeBodyForAnIdleConnection) {
  RunningServer server;
  const auto resident_bytes = [] {
    std::ifstream in("/proc/self/statm");
    long pages = 0;
    in >> pages >> pages;
    return pages * ::sysconf(_SC_PAGESIZE);
  };
  const auto before = resident_bytes();
  std::vector<RawClient> idle;
  for (int i = 0; i < 100; ++i) {
    idle.emplace_back(server.port);
    idle.back().send(request_text(server.port, "POST", "/v1/absent", std::string(1'000'000, 'x')));
    EXPECT_EQ(idle.back().read_reply()->status, 404);
  }
  EXPECT_LT(resident_bytes() - before, 50'000'000);
}

TEST(Server, LetsConnectionsWaitAboveTheCap) {
  http::ServerOptions options;
  options.limits.connections = 2;
  RunningServer server(options);
  std::optional<RawClient> first(server.port);
  RawClient second(server.port);
  first->send(request_text(server.port, "GET", "/v1/quick"));
  second.send(request_text(server.port, "GET", "/v1/quick"));
  EXPECT_EQ(first->read_reply()->status, 200);
  EXPECT_EQ(second.read_reply()->status, 200);
  RawClient third(server.port);
  third.send(request_text(server.port, "GET", "/v1/quick"));
  first.reset();
  EXPECT_EQ(third.read_reply()->status, 200);
}

TEST(Server, SaysAtOnceThatAllWorkersAreBusy) {
  http::ServerOptions options;
  options.workers = 1;
  options.limits.waiting_requests = 1;
  RunningServer server(options);
  RawClient working(server.port);
  working.send(request_text(server.port, "GET", "/v1/wait"));
  server.entered.wait();
  // The line has one place: of three more requests one waits and two are sent away.
  std::latch sent_away{2};
  std::atomic<int> answered{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 3; ++i) {
    clients.emplace_back([&] {
      const Reply reply = ask(server.port, "GET", "/v1/hit");
      if (reply.status == 200) ++answered;
      if (reply.status == 503 && reply.header("Retry-After") == "1") sent_away.count_down();
    });
  }
  sent_away.wait();
  EXPECT_EQ(answered, 0);
  EXPECT_EQ(ask(server.port, "GET", "/v1/quick").status, 200) << "what needs no worker is still answered";
  const Reply in_own_form = ask(server.port, "GET", "/own/form");
  EXPECT_EQ(in_own_form.status, 503);
  EXPECT_EQ(in_own_form.body, "own form") << "a route with errors in a form of its own says also this in it";
  server.may_finish.count_down();
  EXPECT_EQ(working.read_reply()->body, "waited");
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(answered, 1);
}

TEST(Server, TakesNoBodyThatIsMoreThanAllMayHold) {
  http::ServerOptions options;
  options.limits.held_bytes = 300'000;
  RunningServer server(options);
  const Reply refused = ask(server.port, "POST", "/v1/echo", std::string(400'000, 'x'));
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("Retry-After"), "1");
  EXPECT_EQ(refused.header("Connection"), "close");
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(ask(server.port, "POST", "/v1/echo", std::string(200'000, 'x')).status, 200) << "all was given back";
  }
}

TEST(Server, RefusesRequestsWhileAnswersThatNobodyReadsFillTheMemory) {
  http::ServerOptions options;
  options.limits.held_bytes = 1 << 20;
  options.deadlines.write = std::chrono::minutes(5);
  RunningServer server(options);
  std::optional<RawClient> deaf(server.port);
  deaf->send(request_text(server.port, "GET", "/v1/big"));
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  const auto comes = [&](int status) {
    while (std::chrono::steady_clock::now() < end) {
      if (ask(server.port, "GET", "/v1/quick").status == status) return true;
    }
    return false;
  };
  EXPECT_TRUE(comes(503));
  deaf.reset();
  EXPECT_TRUE(comes(200));
}

TEST(Server, TakesNoMoreConnectionsThanThereAreDescriptors) {
  EXPECT_EQ(http::affordable_connections(10), 10u);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit low{std::min<rlim_t>(300, before.rlim_cur), before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &low), 0);
  const std::size_t all = http::affordable_connections(before.rlim_max);
  rlimit raised{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &raised), 0);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_EQ(raised.rlim_cur, before.rlim_max) << "the soft limit is raised to what is allowed";
  EXPECT_LT(all, before.rlim_max) << "some are left for the rest of the program";
  EXPECT_GE(all, before.rlim_max / 2);
}

TEST(Server, FinishesWhatIsUnderWayWhenItStops) {
  RunningServer server;
  RawClient idle(server.port);
  idle.send(request_text(server.port, "GET", "/v1/quick"));
  EXPECT_EQ(idle.read_reply()->status, 200);
  RawClient working(server.port);
  working.send(request_text(server.port, "GET", "/v1/wait"));
  server.entered.wait();
  EXPECT_TRUE(server.readiness.is_ready());
  server.server->stop();
  EXPECT_FALSE(server.readiness.is_ready());
  EXPECT_EQ(idle.read_to_end(), "");
  EXPECT_THROW(RawClient late(server.port), std::exception) << "nothing new is taken in";
  server.may_finish.count_down();
  const auto reply = working.read_reply();
  EXPECT_EQ(reply->body, "waited");
  EXPECT_EQ(reply->header("Connection"), "close");
  server.server->wait();
}

TEST(Server, StopsWaitingForWhatDoesNotEnd) {
  http::ServerOptions options;
  options.deadlines.drain = milliseconds(30);
  RunningServer server(options);
  RawClient working(server.port);
  working.send(request_text(server.port, "GET", "/v1/wait"));
  server.entered.wait();
  server.server->stop();
  EXPECT_EQ(working.read_to_end(), "");
  server.may_finish.count_down();
  server.server->wait();
}

TEST(Server, DrainsOnASignal) {
  RunningServer server;
  server.server->stop_on_signals();
  EXPECT_EQ(ask(server.port, "GET", "/v1/quick").status, 200);
  ASSERT_EQ(std::raise(SIGTERM), 0);
  server.server->wait();
  EXPECT_FALSE(server.readiness.is_ready());
}

TEST(Server, RefusesWhatAPageOfAnotherSiteAsks) {
  RunningServer server;
  const std::string own = "Origin: http://localhost:" + std::to_string(server.port) + "\r\n";
  const auto status = [&](const std::string& target, const std::string& lines) {
    RawClient client(server.port);
    client.send(server.head("GET " + target, lines));
    return client.read_reply()->status;
  };
  for (const char* site : {"cross-site", "same-site", "Same-Origin", "", "x"}) {
    EXPECT_EQ(status("/v1/hit", "Sec-Fetch-Site: " + std::string(site) + "\r\n"), 403) << site;
    EXPECT_EQ(status("/", "Sec-Fetch-Site: " + std::string(site) + "\r\n"), 403) << site;
  }
  for (const char* origin :
       {"null", "http://example.org", "http://localhost", "http://localhost:1", "https://localhost"}) {
    EXPECT_EQ(status("/v1/hit", "Origin: " + std::string(origin) + "\r\n"), 403) << origin;
  }
  EXPECT_EQ(status("/v1/hit", own + "Sec-Fetch-Site: same-origin\r\n"), 200);
  EXPECT_EQ(status("/v1/hit", "Sec-Fetch-Site: none\r\n"), 200);
  EXPECT_EQ(status("/v1/open", "Origin: http://example.org\r\nSec-Fetch-Site: cross-site\r\n"), 200);
}

}  // namespace
}  // namespace passend::test
