// SPDX-License-Identifier: EUPL-1.2
#include "server/http/gate.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace passend::http {
namespace {

GateRules rules() {
  GateRules made;
  made.hosts = {"localhost:8080"};
  return made;
}

const Admission* admitted(const std::variant<Admission, Refusal>& judged) {
  return std::get_if<Admission>(&judged);
}

TEST(Gate, LetsAPlainRequestIn) {
  const auto judged =
      judge_head("POST /v1/x?y=1 HTTP/1.1\r\nHost: LocalHost:8080\r\nContent-Length: 12\r\n\r\n", rules());
  ASSERT_NE(admitted(judged), nullptr);
  EXPECT_EQ(admitted(judged)->content_length, 12u);
  EXPECT_EQ(admitted(judged)->connection, Connection::keep_alive);
  EXPECT_EQ(admitted(judged)->expectation, Expectation::none);
}

TEST(Gate, ReadsConnectionAndExpect) {
  const auto judged = judge_head(
      "GET / HTTP/1.1\r\nHost: localhost:8080\r\nConnection: x , CLOSE\r\nExpect: 100-Continue\r\n\r\n", rules());
  ASSERT_NE(admitted(judged), nullptr);
  EXPECT_EQ(admitted(judged)->connection, Connection::close);
  EXPECT_EQ(admitted(judged)->expectation, Expectation::continue_100);
}

TEST(Gate, TellsTheRefusalsApart) {
  const std::string host = "Host: localhost:8080\r\n";
  const auto code = [](const std::string& head) { return std::get<Refusal>(judge_head(head, rules())).code; };
  EXPECT_EQ(code("POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n"),
            ErrorCode::not_implemented_framing);
  EXPECT_EQ(code("BREW / HTTP/1.1\r\n" + host + "\r\n"), ErrorCode::not_implemented_framing);
  EXPECT_EQ(code("POST / HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\n"), ErrorCode::payload_too_large);
  EXPECT_EQ(code("GET / HTTP/1.1\r\n" + host + "X: " + std::string(8192, 'x') + "\r\n\r\n"),
            ErrorCode::header_too_large);
  EXPECT_EQ(code("GET /" + std::string(2048, 'x') + " HTTP/1.1\r\n" + host + "\r\n"), ErrorCode::target_too_long);
  for (const char* method : {"POST", "PUT", "PATCH"}) {
    EXPECT_EQ(code(std::string(method) + " / HTTP/1.1\r\n" + host + "\r\n"), ErrorCode::length_required) << method;
  }
  EXPECT_EQ(code("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"), ErrorCode::forbidden);
  EXPECT_EQ(code("GET / HTTP/1.1\r\n\r\n"), ErrorCode::malformed_document);
}

TEST(Gate, AcceptsExactlyTheLongestTarget) {
  const auto head = [](std::size_t length) {
    return "GET /" + std::string(length - 1, 'x') + " HTTP/1.1\r\nHost: localhost:8080\r\n\r\n";
  };
  EXPECT_NE(admitted(judge_head(head(2048), rules())), nullptr);
  EXPECT_EQ(admitted(judge_head(head(2049), rules())), nullptr);
}

TEST(Gate, TellsALongTargetFromLongHeadersBeforeTheHeadHasEnded) {
  const auto code = [](const std::string& begun) { return refuse_long_head(begun, rules()).code; };
  EXPECT_EQ(code("GET /" + std::string(9000, 'x')), ErrorCode::target_too_long);
  EXPECT_EQ(code("GET /" + std::string(9000, 'x') + " HTTP/1.1\r\nX: y"), ErrorCode::target_too_long);
  EXPECT_EQ(code("GET /short HTTP/1.1\r\nX: " + std::string(9000, 'x')), ErrorCode::header_too_large);
  EXPECT_EQ(code(std::string(9000, 'x')), ErrorCode::header_too_large);
}

TEST(Gate, AcceptsExactlySixtyFourHeaders) {
  std::string head = "GET / HTTP/1.1\r\nHost: localhost:8080\r\n";
  for (int i = 1; i < 64; ++i) head += "X: y\r\n";
  EXPECT_NE(admitted(judge_head(head + "\r\n", rules())), nullptr);
  EXPECT_EQ(admitted(judge_head(head + "X: y\r\n\r\n", rules())), nullptr);
}

TEST(Scan, FindsTheEndOfAHeadWhereverTheBytesAreCut) {
  const std::string head = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const std::string bytes = head + "GET /next";
  for (std::size_t cut = 0; cut < head.size(); ++cut) {
    EXPECT_EQ(scan_head(std::string_view(bytes).substr(0, cut), 0).state, HeadScan::State::incomplete) << cut;
    const HeadScan rest = scan_head(bytes, cut);
    EXPECT_EQ(rest.state, HeadScan::State::complete);
    EXPECT_EQ(rest.length, head.size());
  }
}

RC_GTEST_PROP(Gate, NeverFailsOnAnyBytes, (const std::string& bytes)) {
  scan_head(bytes, 0);
  judge_head(bytes, rules());
}

RC_GTEST_PROP(Gate, RefusesAPlainRequestWithAnyByteOfItsFramingChanged, ()) {
  const std::string plain = "POST /v1/x HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 5\r\n\r\n";
  std::string changed = plain;
  const auto place = *rc::gen::inRange<std::size_t>(0, plain.size());
  changed[place] = *rc::gen::arbitrary<char>();
  const HeadScan scan = scan_head(changed, 0);
  if (scan.state != HeadScan::State::complete) return;
  const auto judged = judge_head(std::string_view(changed).substr(0, scan.length), rules());
  const Admission* admission = admitted(judged);
  // What is still let in has kept its framing: the same lines and a length of one digit, or a header of another name.
  if (admission != nullptr) RC_ASSERT(scan.length == plain.size() && admission->content_length <= 9);
}

}  // namespace
}  // namespace passend::http
