// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/api/routes.hpp"
#include "tests/api/region_server.hpp"

/// What a job seeker sees and decides of their own record.
namespace passend::test {
namespace {

using auth::Role;
using testing::HasSubstr;
using testing::Not;

class MeOf : public testing::Test {
 protected:
  MeOf() : router_(api::make_router(*region_.services, {[this](const http::Request&) { return principal_; }, {}}, {})) {
    sign_in(Role::job_seeker);
  }

  void sign_in(Role role) {
    principal_ = auth::Principal{};
    principal_.subject = role == Role::job_seeker ? "own-subject" : "canary-colleague";
    principal_.tenant = "Gemeente Voorbeeld";
    principal_.roles.add(role);
    if (role == Role::job_seeker) principal_.candidate = region_.candidate;
  }

  http::Response send(const char* method, const std::string& target, const std::string& body = {},
                      const std::string& if_match = {}) {
    http::Request request = request_to(*http::parse_method(method), target, body.empty() ? Json() : Json::parse(body));
    if (!if_match.empty()) request.fields.push_back({"If-Match", if_match});
    return router_.answer(request);
  }

  std::string tag() { return std::string(send("GET", "/v1/me").header("ETag").value_or("")); }
  Json me() { return Json::parse(send("GET", "/v1/me").body); }
  Json patched(const Json& patch) {
    const auto response = send("PATCH", "/v1/me", patch.dump(), tag());
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body);
  }
  std::string candidate_path() const { return "/v1/candidates/" + to_text(region_.candidate); }

  RegionServer region_;
  auth::Principal principal_;
  http::Router router_;
};

TEST_F(MeOf, AJobSeekerHoldsBothHalvesAndNoOneElses) {
  const Json own = me();
  EXPECT_EQ(own.at("candidateId"), to_text(region_.candidate));
  const Portfolio& known = region_.people.at(region_.candidate);
  EXPECT_EQ(own.at("detailProfile").value("name", ""), known.detail.name);
  EXPECT_EQ(own.at("searchProfile").value("summary", ""), known.search.summary);
}

TEST_F(MeOf, WhatAPersonCorrectsStaysWhenTheSourceIsImportedAgain) {
  const std::string before = tag();
  const Json own =
      patched({{"searchProfile", {{"summary", "Ik werk graag buiten"}, {"hours", {{"minimum", 8}, {"maximum", 20}}}}},
               {"detailProfile", {{"phones", {"0612345678"}}}}});
  EXPECT_EQ(own.at("searchProfile").at("ownSay").at("corrected"), (Json{"hours", "summary", "phones"}));
  EXPECT_NE(tag(), before);
  region_.store->write({store::Record(region_.people.at(region_.candidate))}, {"test", "import again"});
  const Json now = me();
  EXPECT_EQ(now.at("searchProfile").at("summary"), "Ik werk graag buiten");
  EXPECT_EQ(now.at("searchProfile").at("hours"), (Json{{"minimum", 8}, {"maximum", 20}}));
  EXPECT_EQ(now.at("detailProfile").at("phones"), (Json{"0612345678"}));
}

TEST_F(MeOf, AChangeIsOfTheVersionThatWasRead) {
  const std::string old = tag();
  const std::string patch = R"({"searchProfile":{"summary":"een"}})";
  EXPECT_EQ(send("PATCH", "/v1/me", patch).status, 428);
  EXPECT_EQ(send("PATCH", "/v1/me", patch, old).status, 200);
  EXPECT_EQ(send("PATCH", "/v1/me", R"({"searchProfile":{"summary":"twee"}})", old).status, 412);
  EXPECT_EQ(send("DELETE", "/v1/me").status, 428);
  EXPECT_EQ(send("DELETE", "/v1/me", "", old).status, 412);
  EXPECT_EQ(me().at("searchProfile").at("summary"), "een");
}

TEST_F(MeOf, WhatIsNotTheirsToSetIsRefusedByName) {
  const Json patch{
      {"searchProfile",
       {{"id", std::string(32, '1')},
        {"source", {{"system", "x"}, {"id", "y"}}},
        {"caseload", "mine"},
        {"updated", "2026-01-01"},
        {"exchange", {{"byMediator", true}}},
        {"ownSay", {{"corrected", Json::array()}}},
        {"hours", {{"minimum", 100}}},
        {"unheardOf", 1}}},
      {"detailProfile",
       {{"id", std::string(32, '1')}, {"targetGroupRegister", false}, {"presentation", "Mijn BSN is 111222333"}}},
      {"surprise", 1}};
  const auto before = me();
  const auto response = send("PATCH", "/v1/me", patch.dump(), tag());
  EXPECT_EQ(response.status, 400);
  for (const char* place :
       {"/searchProfile/id", "/searchProfile/source", "/searchProfile/caseload", "/searchProfile/updated",
        "/searchProfile/exchange/byMediator", "/searchProfile/ownSay/corrected", "/searchProfile/hours/minimum",
        "/searchProfile/unheardOf", "/detailProfile/id", "/detailProfile/targetGroupRegister",
        "/detailProfile/presentation", "/surprise"}) {
    EXPECT_THAT(response.body, HasSubstr('"' + std::string(place) + '"'));
  }
  EXPECT_THAT(response.body, Not(HasSubstr("111222333")));
  EXPECT_EQ(me(), before);
}

TEST_F(MeOf, NullForAWholeDecisionLeavesTheMediatorsAndTheCorrections) {
  Portfolio released = region_.people.at(region_.candidate);
  released.search.exchange = {.by_candidate = true, .by_mediator = true};
  region_.store->write({store::Record(released)}, {"test", "release"});
  patched({{"searchProfile", {{"summary", "eigen woorden"}, {"ownSay", {{"restricted", true}}}}}});
  const Json own = patched({{"searchProfile", {{"exchange", nullptr}, {"ownSay", nullptr}}}});
  EXPECT_EQ(own.at("searchProfile").at("exchange"), (Json{{"byMediator", true}}));
  EXPECT_EQ(own.at("searchProfile").at("ownSay"), (Json{{"corrected", {"summary", "exchange"}}}));
}

TEST_F(MeOf, WhoIsRestrictedIsThereForThemselvesAlone) {
  patched({{"searchProfile", {{"ownSay", {{"restricted", true}}}}}});
  EXPECT_EQ(send("GET", "/v1/me").status, 200);
  sign_in(Role::jobhunter);
  EXPECT_EQ(send("GET", candidate_path()).status, 404);
  sign_in(Role::job_seeker);
  patched({{"searchProfile", {{"ownSay", {{"restricted", false}}}}}});
  sign_in(Role::jobhunter);
  EXPECT_EQ(send("GET", candidate_path()).status, 200);
}

TEST_F(MeOf, DownloadsAreFilesInThreeForms) {
  for (const auto& [form, type, part] : {std::tuple{"json", "application/json", "detailProfile"},
                                         std::tuple{"vum", "application/json", "idWerkzoekende"},
                                         std::tuple{"europass", "application/xml", "<SkillsPassport"}}) {
    const auto file = send("GET", std::string("/v1/me/export?format=") + form);
    EXPECT_EQ(file.status, 200) << form;
    EXPECT_EQ(file.media_type, type);
    EXPECT_THAT(file.body, HasSubstr(part));
    EXPECT_THAT(std::string(file.header("Content-Disposition").value_or("")),
                HasSubstr("attachment; filename=\"mijn-"));
  }
  EXPECT_EQ(send("GET", "/v1/me/export?format=pdf").status, 400);
}

TEST_F(MeOf, WhoLookedIsTheirRoleAndOrganisationNewestFirst) {
  sign_in(Role::jobhunter);
  ASSERT_EQ(send("GET", candidate_path()).status, 200);
  ASSERT_EQ(send("POST", candidate_path() + "/_match", "{}").status, 200);
  sign_in(Role::job_seeker);
  const auto response = send("GET", "/v1/me/views?pageSize=1");
  const Json page = Json::parse(response.body);
  EXPECT_EQ(page.at("total"), 2);
  ASSERT_EQ(page.at("views").size(), 1U);
  EXPECT_EQ(page.at("views")[0].at("action"), "match_candidate");
  EXPECT_EQ(page.at("views")[0].at("role"), "jobhunter");
  EXPECT_EQ(page.at("views")[0].at("organisation"), "Gemeente Voorbeeld");
  EXPECT_THAT(std::string(response.header("Link").value_or("")), HasSubstr("page=2"));
  EXPECT_EQ(Json::parse(send("GET", "/v1/me/views?pageSize=1&page=2").body).at("views")[0].at("action"),
            "see_candidate");
  for (const char* target : {"/v1/me/views", "/v1/me/export"}) {
    EXPECT_THAT(send("GET", target).body, Not(HasSubstr("canary-colleague"))) << target;
  }
}

TEST_F(MeOf, AnErasureTakesAllAndGivesProof) {
  sign_in(Role::jobhunter);
  ASSERT_EQ(send("GET", candidate_path()).status, 200);
  sign_in(Role::job_seeker);
  const auto response = send("DELETE", "/v1/me", "", tag());
  ASSERT_EQ(response.status, 200) << response.body;
  const Json receipt = Json::parse(response.body);
  EXPECT_EQ(receipt.at("erased").at("portfolios"), 1);
  EXPECT_EQ(receipt.at("kept").at("views"), 1);
  const auto deed = region_.store->last_deed(store::RecordKind::portfolio, region_.candidate.value);
  EXPECT_EQ(receipt.at("proof").at("auditRow"), deed->number);
  EXPECT_EQ(receipt.at("proof").at("auditChain"), deed->chain);
  EXPECT_EQ(send("GET", "/v1/me").status, 404);
  sign_in(Role::jobhunter);
  EXPECT_EQ(send("GET", candidate_path()).status, 404);
}

}  // namespace
}  // namespace passend::test
