// SPDX-License-Identifier: EUPL-1.2
#include "indexer/fetch/fetch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "indexer/base/error.hpp"
#include "indexer/fetch/url.hpp"
#include "tests/loopback_server/loopback_server.hpp"

namespace passend::fetch {
namespace {

using test::Answering;
using test::Asked;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

/// How it failed.
std::string refusal(const Request& request, const Rules& rules, ErrorCode code = ErrorCode::peer_unavailable) {
  try {
    send(request, rules);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << error.what();
    return error.what();
  }
  ADD_FAILURE() << "the answer was taken";
  return {};
}

class Fetch : public testing::Test {
 protected:
  Fetch() { rules_.limits = {.connect = 10s, .total = 10s}; }

  test::LoopbackServer server_{[](const Answering& answering, const Asked&) { answering.respond(200, "{}"); }};
  Rules rules_;
};

TEST_F(Fetch, SendsARequestAndReadsTheAnswerWhole) {
  server_.behave([](const Answering& answering, const Asked&) {
    answering.respond(201, "made", "X-One: 1\r\nSet-Cookie: a=b\r\nset-cookie: c=d\r\n");
  });
  const Answer answer = send({.method = Method::post,
                              .url = server_.url() + "/path?query=1",
                              .fields = {{"Content-Type", "text/plain"}, {"X-Empty", ""}},
                              .body = std::string("a\0b", 3)},
                             rules_);
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(answer.body, "made");
  EXPECT_EQ(answer.header("x-one"), "1");
  EXPECT_EQ(answer.header("Set-Cookie"), "a=b");
  EXPECT_EQ(answer.header("X-Two"), std::nullopt);
  const Asked asked = server_.asked().at(0);
  EXPECT_THAT(asked.head, testing::StartsWith("POST /path?query=1 HTTP/1.1\r\n"));
  EXPECT_THAT(asked.head, HasSubstr("\r\nContent-Type: text/plain"));
  EXPECT_THAT(asked.head, HasSubstr("\r\nX-Empty:\r\n"));
  EXPECT_THAT(asked.head, Not(HasSubstr("Expect")));
  EXPECT_EQ(asked.body, std::string("a\0b", 3));
}

TEST_F(Fetch, DoesNotFollowARedirect) {
  server_.behave([&](const Answering& answering, const Asked&) {
    answering.respond(302, "", "Location: " + server_.url() + "/elsewhere\r\n");
  });
  EXPECT_EQ(send({.url = server_.url()}, rules_).status, 302);
  EXPECT_EQ(server_.asked().size(), 1U);
}

TEST_F(Fetch, TakesNoProxyFromTheEnvironment) {
  const test::LoopbackServer proxy([](const Answering& answering, const Asked&) { answering.respond(200, "proxy"); });
  ::setenv("http_proxy", proxy.url().c_str(), 1);
  ::setenv("all_proxy", proxy.url().c_str(), 1);
  const Answer answer = send({.url = server_.url()}, rules_);
  ::unsetenv("http_proxy");
  ::unsetenv("all_proxy");
  EXPECT_EQ(answer.body, "{}");
  EXPECT_TRUE(proxy.asked().empty());
}

TEST_F(Fetch, RefusesPlainHttpToAnotherMachineUnlessAllowed) {
  EXPECT_THAT(refusal({.url = "http://login.example/"}, rules_, ErrorCode::configuration), HasSubstr("use https"));
  EXPECT_THAT(refusal({.url = "file:///etc/passwd"}, rules_, ErrorCode::configuration), HasSubstr("http"));
  EXPECT_THAT(refusal({.url = "http://u:p@127.0.0.1/"}, rules_, ErrorCode::configuration), HasSubstr("user"));
}

TEST_F(Fetch, RefusesAHeaderThatWouldSplitTheRequest) {
  refusal({.url = server_.url(), .fields = {{"X", "a\r\nY: b"}}}, rules_, ErrorCode::internal);
  EXPECT_TRUE(server_.asked().empty());
}

TEST_F(Fetch, GivesUpAfterItsTime) {
  server_.behave([](const Answering& answering, const Asked&) { answering.wait_for_end(); });
  rules_.limits.total = 100ms;
  EXPECT_THAT(refusal({.url = server_.url()}, rules_), HasSubstr("took too long"));
}

TEST_F(Fetch, RefusesAnswersAboveTheLimit) {
  rules_.limits.answer_bytes = 100;
  server_.behave([](const Answering& answering, const Asked&) { answering.respond(200, std::string(100, 'x')); });
  EXPECT_EQ(send({.url = server_.url()}, rules_).body.size(), 100U);
  server_.behave([](const Answering& answering, const Asked&) { answering.respond(200, std::string(101, 'x')); });
  EXPECT_THAT(refusal({.url = server_.url()}, rules_), HasSubstr("above 100 bytes"));
  server_.behave([](const Answering& answering, const Asked&) {
    answering.respond(200, "", "X: " + std::string(17'000, 'x') + "\r\n");
  });
  EXPECT_THAT(refusal({.url = server_.url()}, rules_), HasSubstr("above 16384 bytes"));
}

TEST(Url, ReadsTheParts) {
  const Url url = parse_url("https://login.example:8443/a/b?c=d&e");
  EXPECT_EQ(url.scheme, Scheme::https);
  EXPECT_EQ(url.host, "login.example");
  EXPECT_EQ(url.port, "8443");
  EXPECT_EQ(url.target, "/a/b?c=d&e");
  EXPECT_EQ(to_text(parse_url("http://[::1]?x")), "http://[::1]:80/?x");
}

TEST(Url, RefusesWhatIsNone) {
  for (const char* text : {"", "login.example", "javascript:alert(1)", "HTTPS://host", "https:/host", "https://",
                           "https://a@b", "https://a/#b", "https://a\\b", "https://a b", "https://a/\n", "https://ä",
                           "https://[a", "https://a:0", "https://a:65536", "https://a:+1", "https://%61"}) {
    EXPECT_THROW(parse_url(text), Error) << text;
  }
}

TEST(Url, KnowsThisMachine) {
  for (const char* host : {"localhost", "127.0.0.1", "127.255.0.9", "::1"}) EXPECT_TRUE(is_loopback(host)) << host;
  for (const char* host : {"127.example", "127.0.0.1.example", "127.1.1.1.1", "0.0.0.0", "localhost.example", "::2",
                           "128.0.0.1", "LOCALHOST."}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

}  // namespace
}  // namespace passend::fetch
