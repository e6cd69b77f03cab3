// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/api/contract.hpp"

/// What other organisations have, asked of a VUM exchange beside the region.
namespace passend::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class ExchangeApi : public testing::Test {
 protected:
  std::string for_vacancy() const { return "/v1/vacancies/" + to_text(region_.vacancy) + "/_exchange"; }
  std::string for_person() const { return "/v1/candidates/" + to_text(region_.candidate) + "/_exchange"; }
  static std::string details(const std::string& id) { return "/v1/exchange/candidates/" + id + "/_details"; }

  /// The person as written by a mediator: an import does not change what they said themselves.
  void write(const Portfolio& portfolio) { region_.store->write({store::Record(portfolio)}, {"test", "change"}); }

  RegionServer region_;
};

TEST_F(ExchangeApi, ShowsPeopleElsewhereInTheFormOfOurListsWithTheirSource) {
  const Json found = region_.post_ok(for_vacancy(), {{"km", 999}, {"demands", Json::array()}});
  EXPECT_EQ(found["source"], "vum");
  EXPECT_EQ(found["complete"], true);
  EXPECT_EQ(found["demands"], Json::array());
  ASSERT_EQ(found["matches"].size(), 1U);
  const Json& match = found["matches"][0];
  EXPECT_EQ(match["source"], "vum");
  const Json ours = region_.get_ok("/v1/candidates/" + to_text(region_.candidate));
  EXPECT_EQ(match["candidate"]["wantedOccupations"], ours["wantedOccupations"]);
  EXPECT_NE(match["candidate"]["candidateId"], to_text(region_.candidate)) << "the same person, but not ours";
  const std::string id = match["candidate"]["candidateId"];
  EXPECT_EQ(region_.get("/v1/candidates/" + id).status, 404) << "nothing of an answer is kept";
}

TEST_F(ExchangeApi, AsksOfAVacancyWhatIsWantedAndSaysWhatItAsked) {
  const Json found = region_.post_ok(for_vacancy(), {{"km", 12}, {"demands", {"occupation"}}});
  EXPECT_EQ(found["demands"], Json::array({"occupation"}));
  const Json asked = Json::parse(region_.exchange->questions().back())["vraagObject"];
  EXPECT_EQ(asked["selectiegebied"]["afstand"], 12);
  EXPECT_TRUE(asked.contains("bemiddelingsberoep"));
  EXPECT_EQ(asked.size(), 2U) << asked;
}

TEST_F(ExchangeApi, ShowsVacanciesElsewhereForAPersonAndTellsNothingElseOfThem) {
  const Json found = region_.post_ok(for_person(), {{"km", 999}, {"demands", Json::array()}});
  ASSERT_EQ(found["matches"].size(), 1U);
  const Json ours = region_.get_ok("/v1/vacancies/" + to_text(region_.vacancy));
  EXPECT_EQ(found["matches"][0]["vacancy"]["title"], ours["title"]);
  const Json asked = Json::parse(region_.exchange->questions().back())["vraagObject"];
  EXPECT_EQ(asked,
            (Json{{"selectiegebied",
                   {{"postcode", region_.people.at(region_.candidate).search.mobility.postcode}, {"afstand", 999}}}}));
}

TEST_F(ExchangeApi, IsNotAskedAboutAPersonWhoDidNotReleaseTheirProfile) {
  const std::size_t before = region_.exchange->questions().size();
  Portfolio portfolio = region_.people.at(region_.candidate);
  portfolio.search.exchange.by_mediator = false;
  write(portfolio);
  const Reply reply = region_.post(for_person(), Json::object());
  EXPECT_EQ(reply.status, 409) << reply.body;
  EXPECT_THAT(reply.body, HasSubstr("not released"));
  EXPECT_EQ(region_.exchange->questions().size(), before);
}

TEST_F(ExchangeApi, AsksNothingFromAPlaceWithoutAWholePostcode) {
  Portfolio portfolio = region_.people.at(region_.candidate);
  portfolio.search.mobility.postcode.resize(4);
  write(portfolio);
  const Reply reply = region_.post(for_person(), Json::object());
  EXPECT_EQ(reply.status, 409) << reply.body;
  EXPECT_THAT(reply.body, HasSubstr("whole postcode"));
}

TEST_F(ExchangeApi, OpensDetailsWithAPurposeThatStandsInTheAudit) {
  const std::string path = details(to_text(region_.exchange_candidate));
  EXPECT_EQ(region_.post(path, Json::object()).status, 400);
  const Json opened = region_.post_ok(path, {{"purpose", "bellen over de vacature"}});
  EXPECT_EQ(opened["source"], "vum");
  EXPECT_EQ(opened["leftOfAnswer"], 9);
  EXPECT_EQ(opened["leftToday"], 9'999);
  EXPECT_FALSE(opened["details"].contains("name")) << "VUM tells no name";
  EXPECT_EQ(opened["details"]["id"], to_text(region_.exchange_candidate));
  EXPECT_EQ(region_.post_ok(path, {{"purpose", "nog eens bellen"}})["leftToday"], 9'999)
      << "the same person counts once";
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(region_.directory.path() / "store")) {
    std::ifstream file(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  EXPECT_NE(bytes.find("VUM details: bellen over de vacature"), std::string::npos);
  EXPECT_TRUE(region_.store->check().problems.empty());
}

TEST_F(ExchangeApi, OpensNobodyWhenTheDayIsUsedUp) {
  region_.services->view_budget = std::make_shared<api::ViewBudget>(0);
  const Reply reply = region_.post(details(to_text(region_.exchange_candidate)), {{"purpose", "bellen"}});
  EXPECT_EQ(reply.status, 429) << reply.body;
}

TEST_F(ExchangeApi, SaysThatItDoesNotAnswer) {
  const auto access = region_.exchange->access();
  region_.exchange.reset();
  const Reply reply = region_.post(for_vacancy(), Json::object());
  EXPECT_EQ(reply.status, 503) << reply.body;
  EXPECT_EQ(Json::parse(reply.body)["code"], "peer-unavailable");
  EXPECT_THAT(reply.body, HasSubstr(access.url.substr(0, access.url.find("/vum"))));
}

TEST_F(ExchangeApi, PassesOnWhatItRefuses) {
  auto access = region_.exchange->access();
  access.own_oin = "00000001000000000009";
  region_.services->exchange = std::make_shared<vum_mediator::Mediator>(access);
  const Reply reply = region_.post(for_vacancy(), Json::object());
  EXPECT_EQ(reply.status, 503) << reply.body;
  EXPECT_THAT(reply.body, HasSubstr("Deze partij mag hier geen vragen stellen"));
}

TEST_F(ExchangeApi, IsNotThereUnlessItIsConfigured) {
  region_.services->exchange.reset();
  for (const std::string& path : {for_vacancy(), for_person()}) {
    EXPECT_EQ(region_.post(path, Json::object()).status, 404) << path;
  }
  EXPECT_EQ(region_.post(details(to_text(region_.exchange_candidate)), {{"purpose", "bellen"}}).status, 404);
}

}  // namespace
}  // namespace passend::test
