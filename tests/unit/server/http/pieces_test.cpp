// SPDX-License-Identifier: EUPL-1.2
#include "server/http/pieces.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <latch>
#include <mutex>
#include <thread>

#include "server/http/events.hpp"
#include "tests/http_client/tls_client.hpp"
#include "tests/temporary_directory.hpp"
#include "tests/unit/server/http/running_server.hpp"

/// Answers that are made while they are sent, over a real socket.
namespace passend::test {
namespace {

using std::chrono::milliseconds;
using Made = std::optional<std::string>;

/// Pieces by their number, from 0.
class Numbered : public http::Pieces {
 public:
  explicit Numbered(std::function<Made(int)> make) : make_(std::move(make)) {}
  Made next() override { return make_(made_++); }

 private:
  std::function<Made(int)> make_;
  int made_ = 0;
};

http::Response download(std::function<Made(int)> make) {
  http::Response response;
  response.media_type = "text/plain";
  response.pieces = std::make_shared<Numbered>(std::move(make));
  return response;
}

http::Route route(std::string pattern, std::function<http::Response()> answer) {
  return {http::Method::get, std::move(pattern), [answer](const auto&, const auto&) { return answer(); }};
}

/// What happens, for all who listen; each stream begins at the first.
class Happenings {
 public:
  void add(std::string what) {
    {
      const std::lock_guard lock(mutex_);
      happened_.push_back(std::move(what));
    }
    bell_->ring();
  }

  http::Response stream() {
    return http::event_stream(std::make_shared<Numbered>([this, said = std::size_t{0}](int) mutable -> Made {
                                const std::lock_guard lock(mutex_);
                                if (said == happened_.size()) return "";
                                return http::to_text({std::to_string(said + 1), "happened", happened_[said++]});
                              }),
                              bell_);
  }

 private:
  std::shared_ptr<http::Bell> bell_ = std::make_shared<http::Bell>();
  std::mutex mutex_;
  std::deque<std::string> happened_;
};

/// Counts down when the last copy of it is gone.
std::shared_ptr<void> says_when_gone(std::latch& gone) {
  return {nullptr, [&gone](void*) { gone.count_down(); }};
}

TEST(Download, ComesInChunksAndTheConnectionGoesOn) {
  RunningServer server({}, {route("/v1/download", [] {
                         auto response = download([](int number) -> Made {
                           if (number == 3) return std::nullopt;
                           return number == 1 ? "" : std::string(16 + number, 'a');
                         });
                         response.body = "begin";
                         return response;
                       })});
  RawClient client(server.port);
  client.send(server.head("GET /v1/download") + server.head("GET /v1/quick", "Connection: close\r\n"));
  const std::string all = client.read_to_end();
  const std::size_t body = all.find("\r\n\r\n") + 4;
  EXPECT_NE(all.substr(0, body).find("\r\nTransfer-Encoding: chunked\r\n"), std::string::npos) << all;
  EXPECT_EQ(all.substr(0, body).find("Content-Length"), std::string::npos) << all;
  const std::string expected =
      "5\r\nbegin\r\n10\r\naaaaaaaaaaaaaaaa\r\n12\r\naaaaaaaaaaaaaaaaaa\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n";
  EXPECT_EQ(all.substr(body, expected.size()), expected);
  EXPECT_TRUE(all.ends_with("quick"));
}

TEST(Download, ToAHeadHasNoBodyAndMakesNoPiece) {
  std::atomic<int> made{0};
  RunningServer server({}, {route("/v1/download", [&] {
                         return download([&](int) -> Made {
                           ++made;
                           return std::nullopt;
                         });
                       })});
  RawClient client(server.port);
  client.send(server.head("HEAD /v1/download") + server.head("GET /v1/quick"));
  const auto head = client.read_reply_to_head();
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->header("Transfer-Encoding"), "chunked");
  EXPECT_EQ(client.read_reply()->body, "quick");
  EXPECT_EQ(made, 0);
}

TEST(Download, ThatIsLargeComesWholeOverTls) {
  const TemporaryDirectory directory;
  http::ServerOptions options;
  options.tls = write_certificate(directory.path(), "downloads");
  RunningServer server(options, {route("/v1/download", [] {
                         return download([](int number) -> Made {
                           if (number == 100) return std::nullopt;
                           return std::string(100'000, static_cast<char>('a' + number % 26));
                         });
                       })});
  TlsClient client(server.port, {.authority = options.tls->certificate});
  client.send(server.head("GET /v1/download", "Connection: close\r\n"));
  const std::string all = client.read_to_end();
  EXPECT_TRUE(all.ends_with("v\r\n0\r\n\r\n"));
  EXPECT_EQ(std::count(all.begin() + static_cast<std::ptrdiff_t>(all.find("\r\n\r\n")), all.end(), 'z'), 3 * 100'000);
}

TEST(Download, ThatFailsMidwayBreaksOffWithoutAnEnd) {
  http::ServerOptions options;
  options.metrics_port = 0;
  RunningServer server(options, {route("/v1/download", [] {
                         return download([](int number) -> Made {
                           if (number == 1) throw Error(ErrorCode::storage_failed, "the disk is away");
                           return "a piece";
                         });
                       })});
  RawClient client(server.port);
  client.send(server.head("GET /v1/download"));
  EXPECT_EQ(client.read_reply_to_head()->status, 200);
  EXPECT_EQ(client.read_chunk(), "a piece");
  EXPECT_EQ(client.read_chunk(), std::nullopt);
  const std::string figures = ask(server.server->metrics_port(), "GET", "/metrics").body;
  EXPECT_NE(figures.find("\npassend_http_broken_answers_total 1\n"), std::string::npos) << figures;
  EXPECT_NE(figures.find("\npassend_http_downloads 0\n"), std::string::npos) << figures;
}

TEST(Download, HoldsNoWorkerAndLittleMemoryWhileItsClientDoesNotRead) {
  std::atomic<std::size_t> made{0};
  std::latch gone{1};
  http::ServerOptions options;
  options.workers = 1;
  options.deadlines.write = milliseconds(500);
  RunningServer server(options, {route("/v1/endless", [&] {
                         return download([&, kept = says_when_gone(gone)](int) -> Made {
                           made += 100'000;
                           return std::string(100'000, 'x');
                         });
                       })});
  RawClient deaf(server.port);
  deaf.send(server.head("GET /v1/endless"));
  EXPECT_EQ(deaf.read_reply_to_head()->status, 200);
  EXPECT_EQ(ask(server.port, "GET", "/v1/hit").status, 200) << "the only worker is free in between";
  // It is given up when it has taken nothing for as long as a piece may take.
  gone.wait();
  EXPECT_LT(made, 64'000'000U) << "no more than the buffers of the system take";
}

TEST(Download, WaitsWhileTheMemoryIsFull) {
  std::latch first_asked{1};
  std::latch first_may_go{1};
  std::atomic<int> asked{0};
  http::ServerOptions options;
  options.limits.held_bytes = 1 << 20;
  options.deadlines.write = std::chrono::minutes(5);
  RunningServer server(options, {route("/v1/download", [&] {
                         return download([&](int number) -> Made {
                           ++asked;
                           if (number == 0) {
                             first_asked.count_down();
                             first_may_go.wait();
                           }
                           return number < 2 ? Made("piece") : std::nullopt;
                         });
                       })});
  RawClient client(server.port);
  client.send(server.head("GET /v1/download"));
  EXPECT_EQ(client.read_reply_to_head()->status, 200);
  first_asked.wait();
  std::optional<RawClient> deaf(server.port);
  deaf->send(server.head("GET /v1/big"));
  while (ask(server.port, "GET", "/v1/quick").status != 503) {
  }
  first_may_go.count_down();
  EXPECT_EQ(client.read_chunk(), "piece");
  EXPECT_EQ(asked, 1);
  deaf.reset();
  EXPECT_EQ(client.read_chunk(), "piece");
  EXPECT_EQ(client.read_chunk(), "");
}

TEST(Download, UnderWayComesToItsEndWhenTheServerStops) {
  std::latch asked{1};
  std::latch may_go{1};
  RunningServer server({}, {route("/v1/download", [&] {
                         return download([&](int number) -> Made {
                           if (number == 1) {
                             asked.count_down();
                             may_go.wait();
                           }
                           return number < 5 ? Made("piece") : std::nullopt;
                         });
                       })});
  RawClient client(server.port);
  client.send(server.head("GET /v1/download"));
  EXPECT_EQ(client.read_reply_to_head()->status, 200);
  asked.wait();
  server.server->stop();
  may_go.count_down();
  for (int i = 0; i < 5; ++i) EXPECT_EQ(client.read_chunk(), "piece");
  EXPECT_EQ(client.read_chunk(), "");
  server.server->wait();
}

TEST(Download, OfWhichThereAreEnoughIsRefused) {
  std::latch may_go{1};
  http::ServerOptions options;
  options.workers = 8;
  options.limits.downloads = 2;
  options.limits.downloads_of_one = 1;
  RunningServer server(options, {route("/v1/download", [&] {
                         return download([&](int number) -> Made {
                           may_go.wait();
                           return number == 0 ? Made("piece") : std::nullopt;
                         });
                       })});
  const auto begin = [&](RawClient& client, const std::string& who) {
    client.send(server.head("GET /v1/download", "Authorization: Bearer " + who + "\r\n"));
    return *client.read_reply_to_head();
  };
  RawClient first(server.port);
  EXPECT_EQ(begin(first, "one").status, 200);
  RawClient same(server.port);
  const Reply too_many = begin(same, "one");
  EXPECT_EQ(too_many.status, 429);
  EXPECT_EQ(too_many.header("Content-Type"), "application/problem+json");
  EXPECT_EQ(too_many.header("Retry-After"), "1");
  RawClient second(server.port);
  EXPECT_EQ(begin(second, "two").status, 200);
  RawClient third(server.port);
  EXPECT_EQ(begin(third, "three").status, 503);
  may_go.count_down();
  EXPECT_EQ(first.read_chunk(), "piece");
  EXPECT_EQ(first.read_chunk(), "");
  RawClient later(server.port);
  EXPECT_EQ(begin(later, "one").status, 200) << "the place is free again";
}

TEST(Events, AreSentWhenTheyHappen) {
  Happenings happenings;
  RunningServer server({}, {route("/v1/events", [&] { return happenings.stream(); })});
  happenings.add("before");
  RawClient client(server.port);
  client.send(server.head("GET /v1/events", "Accept: text/event-stream, */*\r\n"));
  const auto head = client.read_reply_to_head();
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->header("Content-Type"), "text/event-stream");
  EXPECT_EQ(head->header("Cache-Control"), "no-store");
  EXPECT_EQ(head->header("Connection"), "close");
  EXPECT_EQ(client.read_chunk(), "retry: 3000\n\n");
  EXPECT_EQ(client.read_chunk(), "id: 1\nevent: happened\ndata: before\n\n");
  for (int i = 2; i < 50; ++i) {
    happenings.add("now\nand then");
    EXPECT_EQ(client.read_chunk(), "id: " + std::to_string(i) + "\nevent: happened\ndata: now\ndata: and then\n\n");
  }
}

TEST(Events, ThatDoNotComeAreACommentNowAndThen) {
  http::ServerOptions options;
  options.deadlines.heartbeat = milliseconds(20);
  Happenings happenings;
  RunningServer server(options, {route("/v1/events", [&] { return happenings.stream(); })});
  RawClient client(server.port);
  client.send(server.head("GET /v1/events"));
  EXPECT_EQ(client.read_reply_to_head()->status, 200);
  EXPECT_EQ(client.read_chunk(), "retry: 3000\n\n");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.read_chunk(), ":\n\n");
  happenings.add("something");
  std::optional<std::string> chunk;
  while ((chunk = client.read_chunk()) == ":\n\n") {
  }
  EXPECT_EQ(chunk, "id: 1\nevent: happened\ndata: something\n\n");
}

TEST(Events, ThatAreWaitedForHoldNoWorker) {
  http::ServerOptions options;
  options.workers = 1;
  options.limits.event_streams_of_one = 50;
  Happenings happenings;
  RunningServer server(options, {route("/v1/events", [&] { return happenings.stream(); })});
  std::vector<RawClient> clients;
  for (int i = 0; i < 50; ++i) {
    clients.emplace_back(server.port);
    clients.back().send(server.head("GET /v1/events"));
    EXPECT_EQ(clients.back().read_reply_to_head()->status, 200);
    EXPECT_EQ(clients.back().read_chunk(), "retry: 3000\n\n");
  }
  EXPECT_EQ(ask(server.port, "GET", "/v1/hit").status, 200);
  happenings.add("for all");
  for (RawClient& client : clients) EXPECT_EQ(client.read_chunk(), "id: 1\nevent: happened\ndata: for all\n\n");
}

TEST(Events, EndWhenTheClientGoesAway) {
  std::latch gone{2};
  const auto bell = std::make_shared<http::Bell>();
  RunningServer server({}, {route("/v1/events", [&] {
                         return http::event_stream(
                             std::make_shared<Numbered>([kept = says_when_gone(gone)](int) -> Made { return ""; }),
                             bell);
                       })});
  {
    RawClient leaves(server.port);
    leaves.send(server.head("GET /v1/events"));
    EXPECT_EQ(leaves.read_reply_to_head()->status, 200);
  }
  RawClient goes_on_asking(server.port);
  goes_on_asking.send(server.head("GET /v1/events"));
  EXPECT_EQ(goes_on_asking.read_reply_to_head()->status, 200);
  EXPECT_EQ(goes_on_asking.read_chunk(), "retry: 3000\n\n");
  goes_on_asking.send(server.head("GET /v1/quick"));
  goes_on_asking.finish_sending();
  EXPECT_EQ(goes_on_asking.read_to_end(), "") << "the answer said that it is the last one";
  gone.wait();
  bell->ring();
}

TEST(Events, EndAtOnceWhenTheServerStops) {
  http::ServerOptions options;
  options.deadlines.drain = std::chrono::minutes(5);
  Happenings happenings;
  RunningServer server(options, {route("/v1/events", [&] { return happenings.stream(); })});
  RawClient client(server.port);
  client.send(server.head("GET /v1/events"));
  EXPECT_EQ(client.read_reply_to_head()->status, 200);
  EXPECT_EQ(client.read_chunk(), "retry: 3000\n\n");
  happenings.add("the last");
  EXPECT_EQ(client.read_chunk(), "id: 1\nevent: happened\ndata: the last\n\n");
  server.server->stop();
  EXPECT_EQ(client.read_chunk(), "") << "it ends as a whole answer does";
  EXPECT_EQ(client.read_to_end(), "");
  server.server->wait();
  happenings.add("nobody hears it");
}

TEST(Events, EndWhenThereWillBeNoMore) {
  const auto bell = std::make_shared<http::Bell>();
  RunningServer server({}, {route("/v1/events", [&] {
                         return http::event_stream(std::make_shared<Numbered>([](int number) -> Made {
                                                     if (number == 1) return std::nullopt;
                                                     return http::to_text({.id = {}, .name = {}, .data = "all"});
                                                   }),
                                                   bell);
                       })});
  const Reply reply = ask(server.port, "GET", "/v1/events");
  EXPECT_EQ(reply.body, "retry: 3000\n\ndata: all\n\n");
}

TEST(Events, HaveARoomOfTheirOwn) {
  http::ServerOptions options;
  options.limits.downloads = 0;
  options.limits.event_streams_of_one = 1;
  Happenings happenings;
  RunningServer server(options, {route("/v1/events", [&] { return happenings.stream(); })});
  RawClient first(server.port);
  first.send(server.head("GET /v1/events", "Cookie: session=one\r\n"));
  EXPECT_EQ(first.read_reply_to_head()->status, 200);
  EXPECT_EQ(ask(server.port, "GET", "/v1/events", "", "Cookie: session=one\r\n").status, 429);
  RawClient other(server.port);
  other.send(server.head("GET /v1/events", "Cookie: session=two\r\n"));
  EXPECT_EQ(other.read_reply_to_head()->status, 200);
}

/// For the thread sanitizer: rings, clients that come and go, and the stop, all at once.
TEST(Events, AreHeardWhateverElseHappens) {
  http::ServerOptions options;
  options.limits.event_streams_of_one = 1'000;
  options.deadlines.heartbeat = milliseconds(1);
  Happenings happenings;
  std::atomic<bool> is_over{false};
  RunningServer server(options, {route("/v1/events", [&] { return happenings.stream(); })});
  std::thread ringing([&] {
    for (int i = 0; i < 200 && !is_over; ++i) happenings.add("again");
  });
  for (int i = 0; i < 20; ++i) {
    RawClient client(server.port);
    client.send(server.head("GET /v1/events"));
    EXPECT_EQ(client.read_reply_to_head()->status, 200);
    if (i % 2 == 0) {
      EXPECT_EQ(client.read_chunk(), "retry: 3000\n\n");
    }
  }
  RawClient last(server.port);
  last.send(server.head("GET /v1/events"));
  EXPECT_EQ(last.read_reply_to_head()->status, 200);
  server.server->stop();
  EXPECT_TRUE(last.read_to_end().ends_with("0\r\n\r\n"));
  server.server->wait();
  is_over = true;
  ringing.join();
}

TEST(Event, IsWrittenLineByLine) {
  EXPECT_EQ(http::to_text({"7", "job", "{\"a\":1}"}), "id: 7\nevent: job\ndata: {\"a\":1}\n\n");
  EXPECT_EQ(http::to_text({"", "", ""}), "data: \n\n");
  EXPECT_EQ(http::to_text({"", "", "a\n\nb"}), "data: a\ndata: \ndata: b\n\n");
}

}  // namespace
}  // namespace passend::test
