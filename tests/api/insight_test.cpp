// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/api/contract.hpp"
#include "tests/api/region_server.hpp"

namespace passend::test {
namespace {

using testing::HasSubstr;

const Json& schema(const char* name) {
  return openapi()["components"]["schemas"][name];
}

std::string vacancy_path(const RegionServer& region) {
  return "/v1/vacancies/" + to_text(region.vacancy);
}

std::string pair_path(const RegionServer& region, const CandidateId& person) {
  return vacancy_path(region) + "/candidates/" + to_text(person);
}

TEST(RequirementCosts, StandWithTheListAndAreThoseOfTheRelaxations) {
  const RegionServer region;
  for (std::uint32_t row = 0; row < region.engine->pool().vacancy_rows(); row += 7) {
    const std::string path = "/v1/vacancies/" + to_text(region.engine->pool().vacancy_id(row));
    const Json list = region.post_ok(path + "/_match", {{"pageSize", 1}});
    const Json relaxations = region.post_ok(path + "/_relaxations", Json::object());
    EXPECT_EQ(violations_of(relaxations, schema("Relaxations")), "");
    EXPECT_EQ(list["requirementCosts"], relaxations["requirementCosts"]);
    EXPECT_EQ(list["counts"], relaxations["counts"]);
    for (const Json& cost : list["requirementCosts"]) {
      EXPECT_LE(cost["aloneFits"].get<int>() + cost["aloneOpen"].get<int>(), cost["failing"]);
      EXPECT_LE(cost["failing"].get<int>() + cost["open"].get<int>(), region.people.size());
    }
  }
}

TEST(RequirementCosts, SayNothingOfFewPeopleWhoNeedSomethingOfTheWork) {
  const RegionServer region;
  for (std::uint32_t row = 0; row < region.engine->pool().vacancy_rows(); ++row) {
    const std::string path = "/v1/vacancies/" + to_text(region.engine->pool().vacancy_id(row));
    for (const Json& cost : region.post_ok(path + "/_match", {{"pageSize", 1}})["requirementCosts"]) {
      if (cost["criterion"] != "working_conditions") continue;
      for (const char* count : {"failing", "open", "aloneFits", "aloneOpen"}) {
        EXPECT_TRUE(cost[count] == 0 || cost[count] >= 5) << cost;
      }
    }
  }
}

/// A number as a preview gives it.
Json people(const Json& number) {
  const int count = number.get<int>();
  return count > 0 && count < 5 ? Json{{"fewerThan", 5}} : Json{{"count", count}};
}

/// What somebody would have typed who writes the same vacancy anew.
Json typed_anew(const RegionServer& region, VacancyId vacancy) {
  Json body = region.get_ok("/v1/vacancies/" + to_text(vacancy) + "/record");
  body.erase("id");
  body.erase("source");
  return body;
}

TEST(Preview, OfAVacancyThatIsNotStoredHasTheNumbersOfTheSameOneStored) {
  const RegionServer region;
  const Json before = region.get_ok("/v1/status")["feedPosition"];
  std::set<std::string> kept_back;
  const auto& pool = region.engine->pool();
  for (std::uint32_t row = 0; row < pool.vacancy_rows(); row += 5) {
    const std::string path = "/v1/vacancies/" + to_text(pool.vacancy_id(row));
    const Json stored = region.post_ok(path + "/_match", {{"pageSize", 1}});
    const Json preview = region.post_ok("/v1/vacancies/_preview", typed_anew(region, pool.vacancy_id(row)));
    EXPECT_EQ(violations_of(preview, schema("VacancyPreview")), "");
    EXPECT_EQ(preview["fits"], people(stored["counts"]["fits"]));
    EXPECT_EQ(preview["oneQuestionOpen"], people(stored["counts"]["oneQuestionOpen"]));
    ASSERT_EQ(preview["requirementCosts"].size(), stored["requirementCosts"].size());
    for (std::size_t i = 0; i < preview["requirementCosts"].size(); ++i) {
      const Json& cost = stored["requirementCosts"][i];
      const Json& shown = preview["requirementCosts"][i];
      EXPECT_EQ(shown["name"], cost["name"]);
      EXPECT_EQ(shown["failing"], people(cost["failing"]));
      EXPECT_EQ(shown["alone"], people(cost["aloneFits"].get<int>() + cost["aloneOpen"].get<int>()));
      kept_back.insert(shown["alone"].contains("fewerThan") ? "kept back" : "given");
    }
  }
  EXPECT_EQ(kept_back.size(), 2u) << "the region has no small numbers, or nothing else";
  EXPECT_EQ(region.get_ok("/v1/status")["feedPosition"], before) << "something was stored";
}

TEST(Preview, CountsFewerPeopleWhenMoreIsAsked) {
  const RegionServer region;
  const auto fitting = [&](const Json& draft) {
    const Json preview = region.post_ok("/v1/vacancies/_preview?language=en", draft);
    return preview["fits"].value("count", 0) + preview["oneQuestionOpen"].value("count", 0);
  };
  const int all = fitting({{"title", "-"}});
  EXPECT_GT(all, 0);
  const Json bus_licence{{"category", "D"}, {"importance", "required"}};
  EXPECT_LT(fitting({{"title", "-"}, {"drivingLicences", Json::array({bus_licence})}}), all);
}

TEST(Preview, NamesEveryRuleThatTheDraftBreaks) {
  const RegionServer region;
  const Reply reply = region.post("/v1/vacancies/_preview",
                                  {{"title", ""}, {"hours", {{"minimum", 900}}}, {"location", {{"postcode", "x"}}}});
  EXPECT_EQ(reply.status, 400);
  for (const char* place : {"/title", "/hours/minimum", "/location/postcode"})
    EXPECT_THAT(reply.body, HasSubstr(place));
  EXPECT_EQ(region.post("/v1/vacancies/_preview?taal=nl", {{"title", "Kok"}}).status, 400);
}

TEST(WhyNot, NamesTheRequirementsThatTheExplanationNames) {
  const RegionServer region;
  std::set<std::string> sides;
  int number = 0;
  for (const auto& [id, portfolio] : region.people) {
    const std::string language = std::array{"nl", "nl-simple", "en"}.at(number++ % 3);
    const Json why_not = region.get_ok(pair_path(region, id) + "/why-not?language=" + language);
    EXPECT_EQ(violations_of(why_not, schema("WhyNot")), "");
    const Json explanation = region.get_ok(pair_path(region, id) + "/explanation?language=" + language);
    EXPECT_EQ(why_not["now"]["lane"], explanation["lane"]);
    EXPECT_EQ(why_not["now"]["combinedBp"], explanation["scores"]["combinedBp"]);
    std::set<std::string> named;
    std::set<std::string> expected;
    for (const Json& failed : why_not["requirements"]) {
      named.insert(failed["criterion"]);
      sides.insert(failed["side"]);
      EXPECT_EQ(failed.contains("ifWaived"), failed["side"] == "demand");
    }
    for (const Json& failed : explanation["whyNot"]) expected.insert(failed["criterion"]);
    EXPECT_EQ(named, expected);
  }
  EXPECT_EQ(sides.size(), 2u) << "the region has nobody who falls short by an own condition, or by the employer's";
}

TEST(WhyNot, IsNotAnsweredForAPairThatIsNotThere) {
  RegionServer region;
  const std::string nobody(32, '0');
  EXPECT_EQ(region.get(vacancy_path(region) + "/candidates/" + nobody + "/why-not").status, 404);
  EXPECT_EQ(region.get("/v1/vacancies/" + nobody + "/candidates/" + to_text(region.candidate) + "/why-not").status,
            404);
  EXPECT_EQ(region.post("/v1/vacancies/" + nobody + "/_relaxations", Json::object()).status, 404);
  region.withdraw(region.candidate);
  EXPECT_EQ(region.get(pair_path(region, region.candidate) + "/why-not").status, 404);
}

TEST(Questions, AreThoseThatOpenMostVacancies) {
  RegionServer region;
  Json ids = Json::array();
  for (const auto& [id, portfolio] : region.people) ids.push_back(to_text(id));
  const Json whole = region.post_ok("/v1/candidates/_questions", {{"candidates", ids}, {"limit", 500}});
  EXPECT_EQ(violations_of(whole, schema("Questions")), "");
  ASSERT_GT(whole["questions"].size(), 3u);
  EXPECT_EQ(whole["total"], whole["questions"].size());
  for (std::size_t i = 1; i < whole["questions"].size(); ++i) {
    EXPECT_GE(whole["questions"][i - 1]["vacancies"], whole["questions"][i]["vacancies"]);
  }
  const Json top = region.post_ok("/v1/candidates/_questions", {{"candidates", ids}, {"limit", 3}});
  EXPECT_EQ(top["total"], whole["total"]);
  EXPECT_EQ(top["questions"].size(), 3u);

  const std::string withdrawn = whole["questions"][0]["candidateId"];
  region.withdraw(*CandidateId::parse(withdrawn));
  const Json after = region.post_ok("/v1/candidates/_questions", {{"candidates", ids}, {"limit", 500}});
  EXPECT_EQ(after["absent"], Json::array({withdrawn}));
  EXPECT_EQ(after["questions"].dump().find(withdrawn), std::string::npos);
}

TEST(Questions, AreRefusedWithEveryBrokenRule) {
  const RegionServer region;
  const Reply reply = region.post("/v1/candidates/_questions",
                                  {{"candidates", {"x", std::string(32, '0')}}, {"limit", 0}, {"weights", 3}});
  EXPECT_EQ(reply.status, 400);
  for (const char* place : {"/candidates/0", "/limit", "/weights"}) EXPECT_THAT(reply.body, HasSubstr(place));
  EXPECT_EQ(region.post("/v1/candidates/_questions", {{"candidates", Json::array()}}).status, 400);
}

TEST(Weights, OfTheServerAreListedWithEveryNumber) {
  const RegionServer region;
  const Json weights = region.get_ok("/v1/weights");
  EXPECT_EQ(weights["default"], "default");
  ASSERT_EQ(weights["profiles"].size(), 3u);
  EXPECT_EQ(weights["profiles"][0]["weights"]["demand"]["competences"]["base"], 120);
  EXPECT_EQ(weights["profiles"][0]["weightsName"], "default-1");
}

TEST(Weights, ThatAreChosenWeighTheListAndItsExplanationsAlike) {
  const RegionServer region;
  const Json choice{{"profile", "urgent"}, {"overrides", {"demand.education=0", "supply.hours=200"}}};
  const Json list = region.post_ok(vacancy_path(region) + "/_match", {{"weights", choice}});
  EXPECT_EQ(list["run"]["weightsName"], "urgent-1 with 2 changes");
  EXPECT_EQ(violations_of(list, schema("VacancyMatchResult")), "");
  ASSERT_GT(list["matches"].size(), 0u);
  const std::string who = list["matches"][0]["candidate"]["candidateId"];
  for (const char* what : {"explanation", "why-not"}) {
    const Json answer = region.get_ok(vacancy_path(region) + "/candidates/" + who + "/" + what +
                                      "?weights=urgent&weightOverrides=demand.education%3D0,supply.hours%3D200");
    EXPECT_EQ(answer["run"]["weightsName"], "urgent-1 with 2 changes");
    const Json& scores = list["matches"][0]["scores"];
    EXPECT_EQ(answer.contains("scores") ? answer["scores"]["combinedBp"] : answer["now"]["combinedBp"],
              scores["combinedBp"]);
  }
  const Json plain = region.post_ok(vacancy_path(region) + "/_match", Json::object());
  EXPECT_EQ(plain["run"]["weightsName"], "default-1") << "a choice is for one request";
}

TEST(Weights, ThatThereAreNotAreRefusedWithThoseThereAre) {
  const RegionServer region;
  const Reply unknown = region.post(vacancy_path(region) + "/_match", {{"weights", {{"profile", "quick"}}}});
  EXPECT_EQ(unknown.status, 400);
  EXPECT_THAT(unknown.body, HasSubstr("is one of default, far-from-the-labour-market, urgent"));
  EXPECT_THAT(unknown.body, HasSubstr("/weights/profile"));
  const Reply broken = region.post(vacancy_path(region) + "/_match",
                                   {{"weights", {{"overrides", {"demand.hours=1", "demand.salary=1", "x"}}}}});
  EXPECT_EQ(broken.status, 400);
  EXPECT_THAT(broken.body, HasSubstr("/weights/overrides/1"));
  EXPECT_THAT(broken.body, HasSubstr("/weights/overrides/2"));
  const std::string explanation = pair_path(region, region.candidate) + "/explanation?weightOverrides=x";
  EXPECT_EQ(region.get(explanation).status, 400);
}

TEST(SuggestedProfile, ComesWithItsReasonAndIsNotAppliedByItself) {
  const RegionServer region;
  int suggestions = 0;
  for (std::uint32_t row = 0; row < region.engine->pool().vacancy_rows(); ++row) {
    const std::string path = "/v1/vacancies/" + to_text(region.engine->pool().vacancy_id(row)) + "/_match";
    const Json list = region.post_ok(path, {{"pageSize", 1}});
    EXPECT_EQ(list["run"]["weightsName"], "default-1");
    if (!list.contains("suggestedProfile")) continue;
    ++suggestions;
    EXPECT_NE(list["suggestedProfile"]["reason"], "");
    const Json taken =
        region.post_ok(path, {{"pageSize", 1}, {"weights", {{"profile", list["suggestedProfile"]["name"]}}}});
    EXPECT_FALSE(taken.contains("suggestedProfile")) << "it has been taken";
  }
  EXPECT_GT(suggestions, 0);
}

}  // namespace
}  // namespace passend::test
