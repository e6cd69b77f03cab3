// SPDX-License-Identifier: EUPL-1.2
// The read log on its way to a collector, over a real socket.
#include "server/privacy/forwarder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "server/privacy/otlp.hpp"
#include "tests/loopback_server/loopback_server.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::privacy {
namespace {

using namespace store;
using Json = nlohmann::json;
using passend::test::Answering;
using passend::test::Asked;
using passend::test::LoopbackServer;
using store::test::id_number;

constexpr auto patience = std::chrono::seconds(20);

void respond_200(const Answering& answering, const Asked&) {
  answering.respond(200, "{}");
}

Json spans_of(const std::string& body) {
  return Json::parse(body).at("resourceSpans").at(0).at("scopeSpans").at(0).at("spans");
}

class ForwarderTo : public testing::Test {
 protected:
  void log_people(std::uint64_t first, std::uint64_t count) {
    std::vector<CandidateId> people;
    for (std::uint64_t number = first; number < first + count; ++number) people.push_back({id_number(number)});
    log->append({"match_vacancy", "urn:passend:activity:match_vacancy", "jobhunter", "u1", "Gemeente", "matching"},
                {.trace = {1, 2}, .parent = 3, .status = ReadStatus::ok, .started = {1000}, .ended = {1250}}, people);
  }

  ForwarderOptions options(const LoopbackServer& server) const {
    ForwarderOptions made;
    made.endpoint = server.url() + "/v1/traces";
    made.version = "0.1.0";
    made.interval = std::chrono::milliseconds(5);
    made.longest_pause = std::chrono::milliseconds(20);
    return made;
  }

  /// Whether the collector has acknowledged all within our patience.
  bool all_passed_on(const LoopbackServer& server, std::int64_t last) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (log->passed_on(server.url() + "/v1/traces") < last && std::chrono::steady_clock::now() < end) {
      std::this_thread::yield();
    }
    return log->passed_on(server.url() + "/v1/traces") == last;
  }

  passend::test::TemporaryDirectory directory;
  std::unique_ptr<ReadLog> log = open_read_log(directory.path() / "reads", ReadLogAccess::read_write);
};

TEST_F(ForwarderTo, ACollectorSendsSpansAsTheStandardHasThem) {
  log_people(1, 1);
  LoopbackServer server(respond_200);
  {
    Forwarder forwarder(*log, options(server));
    ASSERT_TRUE(all_passed_on(server, 1));
  }
  const Asked asked = server.asked().at(0);
  EXPECT_TRUE(asked.head.starts_with("POST /v1/traces HTTP/1.1")) << asked.head;
  const Json span = spans_of(asked.body).at(0);
  EXPECT_EQ(span.at("traceId"), "00000000000000010000000000000002");
  EXPECT_EQ(span.at("parentSpanId"), "0000000000000003");
  EXPECT_EQ(span.at("spanId").get<std::string>().size(), 16U);
  EXPECT_EQ(span.at("name"), "match_vacancy");
  EXPECT_EQ(span.at("startTimeUnixNano"), "1000000000");
  EXPECT_EQ(span.at("endTimeUnixNano"), "1250000000");
  EXPECT_EQ(span.at("status"), (Json{{"code", 1}}));
  std::map<std::string, std::string> attributes;
  for (const Json& one : span.at("attributes")) attributes[one.at("key")] = one.at("value").at("stringValue");
  EXPECT_EQ(attributes, (std::map<std::string, std::string>{
                            {"dpl.core.processing_activity_id", "urn:passend:activity:match_vacancy"},
                            {"dpl.core.data_subject_id", to_text(id_number(1))},
                            {"dpl.core.data_subject_id_type", "urn:passend:candidate"},
                            {"passend.role", "jobhunter"},
                            {"passend.reader", "u1"},
                            {"passend.organisation", "Gemeente"},
                            {"passend.purpose", "matching"}}));
}

TEST_F(ForwarderTo, ACollectorThatFailsTriesAgainAndLosesNobody) {
  log_people(1, 1200);
  std::atomic<int> calls = 0;
  std::mutex mutex;
  std::set<std::string> taken;
  LoopbackServer server([&](const Answering& answering, const Asked& asked) {
    switch (++calls) {
      case 1:
        return answering.respond(503, "busy");
      case 2:
        return answering.respond(200, R"({"partialSuccess":{"rejectedSpans":"3"}})");
      case 4:
        return;  // closes without an answer
      default:
        break;
    }
    {
      const std::lock_guard lock(mutex);
      for (const Json& span : spans_of(asked.body)) taken.insert(span.at("spanId"));
    }
    answering.respond(200, "");
  });
  Forwarder forwarder(*log, options(server));
  ASSERT_TRUE(all_passed_on(server, 1200));
  const std::lock_guard lock(mutex);
  EXPECT_EQ(taken.size(), 1200U);
}

TEST_F(ForwarderTo, ACollectorGoesOnAfterARestartWhereItWas) {
  LoopbackServer server(respond_200);
  log_people(1, 2);
  {
    Forwarder forwarder(*log, options(server));
    ASSERT_TRUE(all_passed_on(server, 2));
  }
  log_people(3, 1);
  Forwarder forwarder(*log, options(server));
  ASSERT_TRUE(all_passed_on(server, 3));
  std::size_t spans = 0;
  for (const Asked& asked : server.asked()) spans += spans_of(asked.body).size();
  EXPECT_EQ(spans, 3U);
}

TEST_F(ForwarderTo, ACollectorElsewhereWantsTls) {
  ForwarderOptions elsewhere;
  elsewhere.endpoint = "http://logboek.example/v1/traces";
  EXPECT_EQ(store::test::code_of([&] { Forwarder(*log, elsewhere); }), ErrorCode::configuration);
  elsewhere.endpoint = "logboek";
  EXPECT_EQ(store::test::code_of([&] { Forwarder(*log, elsewhere); }), ErrorCode::configuration);
}

}  // namespace
}  // namespace passend::privacy
