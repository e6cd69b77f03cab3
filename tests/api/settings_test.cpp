// SPDX-License-Identifier: EUPL-1.2
// The configuration in force, and the switch of the ranking.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/api/region_server.hpp"

namespace passend::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Reply put_matching(const RegionServer& region, const Json& body) {
  return ask(region.port, "PUT", "/v1/matching", body.dump());
}

TEST(SettingsOfAServer, SayWhatIsInForceAndNoSecretOrPath) {
  RegionServer region;
  region.services->configured.requests_per_second = 50;
  region.services->configured.event_subscribers = 2;
  const Reply reply = region.get("/v1/settings");
  ASSERT_EQ(reply.status, 200) << reply.body;
  const Json settings = Json::parse(reply.body);
  EXPECT_EQ(settings["weights"]["profile"], "default");
  const Json weights = region.get_ok("/v1/weights");
  EXPECT_EQ(settings["weights"]["hash"], weights["profiles"][0]["hash"]);
  EXPECT_EQ(settings["taxonomy"]["hash"], region.taxonomy->hash());
  EXPECT_EQ(settings["postcodes"]["hash"], region.services->postcodes_hash);
  EXPECT_EQ(settings["budgets"]["requestsPerSecond"], 50);
  EXPECT_FALSE(settings["budgets"].contains("signInsPerSecond"));
  EXPECT_EQ(settings["services"]["eventSubscribers"], 2);
  EXPECT_EQ(settings["services"]["exchangeIsAsked"], true);
  EXPECT_EQ(settings["services"]["embeddings"], false);
  EXPECT_THAT(reply.body, Not(HasSubstr(region.directory.path().string())));
  EXPECT_THAT(reply.body, Not(HasSubstr("127.0.0.1")));
}

TEST(SwitchOfTheRanking, StopsItAtOnceWithAReasonThatStandsInTheAudit) {
  const RegionServer region;
  const std::string match = "/v1/vacancies/" + to_text(region.vacancy) + "/_match";
  EXPECT_EQ(region.get_ok("/v1/matching"), (Json{{"allowed", true}}));
  const Reply stopped = put_matching(region, {{"allowed", false}, {"reason", "an objection"}});
  ASSERT_EQ(stopped.status, 200) << stopped.body;
  const Json state = Json::parse(stopped.body);
  EXPECT_EQ(state["allowed"], false);
  EXPECT_EQ(state["reason"], "an objection");
  EXPECT_EQ(state["since"], to_text(now().date()));
  EXPECT_EQ(region.get_ok("/v1/matching"), state);
  const Reply refused = region.post(match, Json::object());
  EXPECT_EQ(refused.status, 503);
  EXPECT_THAT(refused.body, HasSubstr("an objection"));

  EXPECT_EQ(put_matching(region, {{"allowed", true}, {"reason", "it was looked into"}}).status, 200);
  EXPECT_EQ(region.post(match, Json::object()).status, 200);
  const Json rows = region.get_ok("/v1/audit?about=matching")["rows"];
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["purpose"], "allowed: it was looked into");
  EXPECT_EQ(rows[1]["purpose"], "stopped: an objection");
  EXPECT_EQ(rows[1]["action"], "update");
}

TEST(SwitchOfTheRanking, TakesNoHalfDecision) {
  const RegionServer region;
  const Reply nothing = put_matching(region, Json::object());
  EXPECT_EQ(nothing.status, 400);
  EXPECT_EQ(Json::parse(nothing.body)["violations"].size(), 2U) << nothing.body;
  for (const Json& body :
       {Json{{"allowed", false}}, Json{{"allowed", "no"}, {"reason", "x"}},
        Json{{"allowed", false}, {"reason", "two\nlines"}}, Json{{"allowed", false}, {"reason", std::string(181, 'x')}},
        Json{{"allowed", false}, {"reason", "x"}, {"surprise", 1}}}) {
    EXPECT_EQ(put_matching(region, body).status, 400) << body;
  }
  EXPECT_EQ(region.get_ok("/v1/matching"), (Json{{"allowed", true}}));
}

}  // namespace
}  // namespace passend::test
