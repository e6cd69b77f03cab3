// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/api/region_server.hpp"

namespace passend::test {
namespace {

using testing::HasSubstr;

std::set<std::string> ids(const Json& list, const char* record, const char* id) {
  std::set<std::string> found;
  for (const Json& item : list) found.insert(item[record][id]);
  return found;
}

TEST(Search, GivesEveryCandidateOnceOverItsPages) {
  const RegionServer region;
  std::set<std::string> seen;
  std::size_t rows = 0;
  for (int page = 1;; ++page) {
    const Json result = region.post_ok("/v1/candidates/_search", {{"page", page}, {"pageSize", 40}});
    if (result["hits"].empty()) break;
    rows += result["hits"].size();
    seen.merge(ids(result["hits"], "candidate", "candidateId"));
  }
  EXPECT_EQ(seen.size(), region.people.size());
  EXPECT_EQ(rows, region.people.size());
}

TEST(Search, LinksToItsOtherPages) {
  const RegionServer region;
  const Reply reply = region.post("/v1/candidates/_search?page=2", {{"pageSize", 40}, {"page", 1}});
  EXPECT_EQ(Json::parse(reply.body)["page"], 2) << "the query wins over the body";
  EXPECT_EQ(reply.header("Link"),
            "</v1/candidates/_search?page=1&pageSize=40>; rel=\"first\", </v1/candidates/_search?page=1&pageSize=40>; "
            "rel=\"prev\", "
            "</v1/candidates/_search?page=3&pageSize=40>; rel=\"next\", </v1/candidates/_search?page=4&pageSize=40>; "
            "rel=\"last\"");
}

TEST(Search, KeepsCountsOfFewPeopleBack) {
  const RegionServer region;
  const Json result =
      region.post_ok("/v1/candidates/_search", {{"facets", {"municipality", "occupation", "driving_licence"}}});
  int kept_back = 0;
  for (const Json& facet : result["facets"]) {
    for (const Json& value : facet["values"]) {
      if (value.contains("count")) {
        EXPECT_GE(value["count"], 5);
      }
      kept_back += value.contains("fewerThan") ? 1 : 0;
    }
  }
  EXPECT_GT(kept_back, 0);
}

TEST(Search, NarrowsByMunicipalityPlaceAndRadius) {
  const RegionServer region;
  const auto check = [&](const Json& filters, const auto& holds) {
    const Json result = region.post_ok("/v1/vacancies/_search", {{"filters", filters}, {"pageSize", 100}});
    EXPECT_GT(result["hits"].size(), 0u) << filters;
    for (const Json& hit : result["hits"]) EXPECT_TRUE(holds(hit)) << hit;
  };
  check({{"municipalities", {"hilversum"}}},
        [](const Json& hit) { return hit["vacancy"]["municipality"] == "Hilversum"; });
  check({{"radius", {{"postcode", "1211 "}, {"km", 8}}}}, [](const Json& hit) { return hit["distanceKm"] <= 8.0; });
  const Reply unknown =
      region.post("/v1/vacancies/_search", {{"filters", {{"municipalities", {"Hilversum", "Atlantis"}}}}});
  EXPECT_EQ(unknown.status, 400);
  EXPECT_THAT(unknown.body, HasSubstr("/filters/municipalities/1"));
}

TEST(Search, MarksWhatAnswersAndNeverAsHtml) {
  const RegionServer region;
  const Json vacancy = region.get_ok("/v1/vacancies/" + to_text(region.vacancy));
  const std::string title = vacancy["title"];
  const Json result = region.post_ok("/v1/vacancies/_search", {{"query", title.substr(0, title.find(' '))}});
  ASSERT_GT(result["hits"].size(), 0u);
  bool marked = false;
  for (const Json& fragment : result["hits"][0]["fragments"]) {
    for (const Json& run : fragment["runs"]) marked = marked || run["marked"];
  }
  EXPECT_TRUE(marked);
  EXPECT_EQ(result.dump().find("<mark"), std::string::npos);
}

TEST(Search, ShowsTheQueryAsPartsThatCanBeTakenAway) {
  const RegionServer region;
  const Json result = region.post_ok("/v1/vacancies/_search", {{"query", "kok ?avond -\"jonge kok\""}});
  ASSERT_EQ(result["chips"].size(), 3u);
  EXPECT_EQ(result["chips"][1]["role"], "wished");
  EXPECT_EQ(result["chips"][2]["kind"], "phrase");
  EXPECT_EQ(result["chips"][2]["without"], "kok ?avond");
}

TEST(Search, CountsAndFindsRecordsThatLeaveAFieldBlank) {
  const RegionServer region;
  const auto total = [&](const Json& filters) {
    return region.post_ok("/v1/vacancies/_search", {{"filters", filters}})["total"].get<int>();
  };
  const Json all = region.post_ok("/v1/vacancies/_search", {{"facets", {"contract_type"}}});
  const Json& facet = all["facets"][0];
  ASSERT_TRUE(facet.contains("unknown")) << facet;
  EXPECT_EQ(total({{"unknown", {"contract_type"}}}), facet["unknown"]["count"].get<int>());
  EXPECT_EQ(total({{"unknown", {"contract_type"}}, {"contractTypes", {"permanent", "fixed_term"}}}),
            all["total"].get<int>());
}

TEST(Search, KeepsSmallCountsOfUnknownPeopleAndOfHelpBack) {
  const RegionServer region;
  const Json people =
      region.post_ok("/v1/candidates/_search", {{"query", "zeldzaamwoord"},
                                                {"filters", {{"municipalities", {"Laren"}}}},
                                                {"facets", {"work_level", "sector", "driving_licence"}}});
  EXPECT_EQ(people["total"], 0);
  ASSERT_TRUE(people.contains("help"));
  for (const Json& drop : people["help"]["drops"]) {
    EXPECT_TRUE(drop.contains("fewerThan") || drop["total"] >= 5) << drop;
  }
  const Json all = region.post_ok("/v1/candidates/_search", {{"facets", {"work_level", "sector", "driving_licence"}}});
  for (const Json& facet : all["facets"]) {
    if (facet.contains("unknown") && facet["unknown"].contains("count")) {
      EXPECT_GE(facet["unknown"]["count"], 5);
    }
  }
}

TEST(Search, SaysWhatToDoWhenNothingIsFound) {
  const RegionServer region;
  const Json vacancy = region.get_ok("/v1/vacancies/" + to_text(region.vacancy));
  const std::string title = vacancy["title"];
  const std::string word = title.substr(0, title.find(' '));
  const Json dropped = region.post_ok("/v1/vacancies/_search", {{"query", word + " zeldzaamwoord"}});
  EXPECT_EQ(dropped["total"], 0);
  ASSERT_EQ(dropped["help"]["drops"].size(), 1u);
  EXPECT_EQ(dropped["help"]["drops"][0]["chip"], 1);
  const Json without = region.post_ok("/v1/vacancies/_search", {{"query", word}});
  EXPECT_FALSE(without.contains("help"));
  EXPECT_EQ(dropped["help"]["drops"][0]["total"], without["total"]);
}

TEST(Search, FindsWhatResemblesARecordAndSearchesInsideAList) {
  const RegionServer region;
  const std::string id = to_text(region.vacancy);
  const Json alike = region.post_ok("/v1/vacancies/_search", {{"like", id}, {"pageSize", 5}});
  ASSERT_GT(alike["hits"].size(), 0u);
  Json some = Json::array();
  for (const Json& hit : alike["hits"]) {
    EXPECT_NE(hit["vacancy"]["vacancyId"], id);
    some.push_back(hit["vacancy"]["vacancyId"]);
  }
  EXPECT_EQ(region.post_ok("/v1/vacancies/_search", {{"within", some}})["total"], some.size());
  EXPECT_EQ(region.post_ok("/v1/vacancies/_search", {{"within", Json::array()}})["total"], 0);
  const Json pasted = region.post_ok("/v1/vacancies/_search", {{"query", id}});
  ASSERT_EQ(pasted["total"], 1);
  EXPECT_EQ(pasted["hits"][0]["vacancy"]["vacancyId"], id);
  EXPECT_EQ(region.post("/v1/vacancies/_search", {{"like", std::string(32, '0')}}).status, 404);
}

TEST(Search, OrdersByDistanceFromTheCentreOfTheRadius) {
  const RegionServer region;
  const Json result = region.post_ok(
      "/v1/vacancies/_search",
      {{"filters", {{"radius", {{"postcode", "1211"}, {"km", 20}}}}}, {"sort", "distance"}, {"pageSize", 100}});
  double before = 0;
  for (const Json& hit : result["hits"]) {
    EXPECT_GE(hit["distanceKm"].get<double>(), before);
    before = hit["distanceKm"];
  }
  EXPECT_GT(before, 0);
  EXPECT_EQ(region.post("/v1/vacancies/_search", {{"sort", "distance"}}).status, 400);
  EXPECT_EQ(region.post("/v1/candidates/_search", {{"sort", "closing"}}).status, 400);
}

TEST(Concepts, OffersCompetencesThatMayBeMissing) {
  const RegionServer region;
  const Json offers = region.post_ok("/v1/concepts/_related", {{"occupationUris", {"urn:passend:schoonmaker"}}});
  ASSERT_GT(offers["concepts"].size(), 0u);
  EXPECT_EQ(offers["concepts"][0]["reason"], "essential");
  EXPECT_EQ(offers["concepts"][0]["because"]["label"], "schoonmaker");
  EXPECT_EQ(region.post("/v1/concepts/_related", {{"chosenUris", {"urn:passend:bestaat-niet"}}}).status, 400);
}

TEST(Search, SuggestsConceptsWhileSomeoneTypes) {
  const RegionServer region;
  const Json result = region.post_ok("/v1/concepts/_search", {{"text", "magazijnm"}, {"kinds", {"occupation"}}});
  ASSERT_GT(result["concepts"].size(), 0u);
  EXPECT_EQ(result["concepts"][0]["kind"], "occupation");
  EXPECT_THAT(result["concepts"][0]["label"].get<std::string>(), HasSubstr("agazijnm"));
  const Json misspelled = region.post_ok("/v1/concepts/_search", {{"text", "maagzijnm"}, {"kinds", {"occupation"}}});
  EXPECT_EQ(misspelled["concepts"][0]["label"], result["concepts"][0]["label"]);
}

TEST(Search, LinksATitleToOccupationsAndSaysWhy) {
  const RegionServer region;
  const Json result = region.post_ok("/v1/concepts/_link", {{"text", "Medewerker magazijn (m/v)"}, {"limit", 3}});
  ASSERT_GT(result["links"].size(), 0u);
  EXPECT_LE(result["links"].size(), 3u);
  const Json& first = result["links"][0];
  EXPECT_THAT(first["label"].get<std::string>(), HasSubstr("agazijn"));
  EXPECT_GE(first["confidenceBp"].get<int>(), 6000);
  ASSERT_GT(first["reasons"].size(), 0u);
  EXPECT_EQ(first["reasons"][0]["asked"], "medewerker");
}

TEST(Match, SaysTheSameOfAPairInListAndExplanation) {
  const RegionServer region;
  const Json list = region.post_ok("/v1/vacancies/" + to_text(region.vacancy) + "/_match", Json::object());
  ASSERT_GT(list["matches"].size(), 0u);
  EXPECT_EQ(list["total"], list["counts"]["fits"]);
  for (const Json& match : list["matches"]) {
    const Json explanation = region.get_ok("/v1/vacancies/" + to_text(region.vacancy) + "/candidates/" +
                                           match["candidate"]["candidateId"].get<std::string>() + "/explanation");
    EXPECT_EQ(explanation["scores"], match["scores"]);
    EXPECT_EQ(explanation["lane"], match["lane"]);
    EXPECT_EQ(explanation["rank"], match["rank"]);
    const Json back = region.post_ok(
        "/v1/candidates/" + match["candidate"]["candidateId"].get<std::string>() + "/_match", {{"pageSize", 100}});
    for (const Json& other : back["matches"]) {
      if (other["vacancy"]["vacancyId"] == to_text(region.vacancy)) {
        EXPECT_EQ(other["scores"], match["scores"]);
      }
    }
  }
}

TEST(Match, ContributionsAddUpToTheScoreOfTheirSide) {
  const RegionServer region;
  for (const auto& [id, portfolio] : region.people) {
    const Json explanation =
        region.get_ok("/v1/vacancies/" + to_text(region.vacancy) + "/candidates/" + to_text(id) + "/explanation");
    for (const char* side : {"demand", "supply"}) {
      int sum = 0;
      int reachable = 0;
      for (const Json& criterion : explanation[side]["criteria"]) {
        sum += criterion["contributionBp"].get<int>();
        reachable += criterion["maximumBp"].get<int>();
        EXPECT_LE(criterion["contributionBp"], criterion["maximumBp"]) << criterion["criterion"];
      }
      EXPECT_EQ(sum, explanation[side]["scoreBp"]) << side;
      EXPECT_EQ(reachable, explanation[side]["criteria"].empty() ? 0 : 10'000) << side;
    }
    EXPECT_EQ(explanation["whyNot"].empty(), explanation["lane"] != "falls_short");
  }
}

TEST(Match, CountsTheWholePoolOverTheThreeLanes) {
  const RegionServer region;
  const Json counts =
      region.post_ok("/v1/vacancies/" + to_text(region.vacancy) + "/_match", {{"pageSize", 1}})["counts"];
  EXPECT_EQ(counts["fits"].get<std::size_t>() + counts["oneQuestionOpen"].get<std::size_t>() +
                counts["fallsShort"].get<std::size_t>(),
            region.people.size());
}

TEST(Match, RepeatsItsOrderForASeed) {
  const RegionServer region;
  const std::string target = "/v1/vacancies/" + to_text(region.vacancy) + "/_match";
  const Json first =
      region.post_ok(target, {{"seed", "00000000000000ff"}, {"lane", "one_question_open"}, {"pageSize", 100}});
  EXPECT_EQ(first["run"]["seed"], "00000000000000ff");
  Json again = region.post_ok(target, {{"seed", "00000000000000ff"}, {"lane", "one_question_open"}, {"pageSize", 100}});
  // Each answer has a record and a time of its own.
  for (const char* own : {"engineMilliseconds", "runId"}) again["run"][own] = first["run"][own];
  EXPECT_EQ(first, again);
}

TEST(Withdrawn, CandidatesAreNowhereToBeSeenThoughTheIndexesStillKnowThem) {
  RegionServer region;
  const std::string person = to_text(region.candidate);
  const std::string match = "/v1/vacancies/" + to_text(region.vacancy) + "/_match";
  ASSERT_THAT(region.post("/v1/candidates/_search", {{"pageSize", 100}}).body +
                  region.post("/v1/candidates/_search", {{"pageSize", 100}, {"page", 2}}).body,
              HasSubstr(person));
  ASSERT_THAT(region.post(match, {{"pageSize", 100}}).body, HasSubstr(person));
  region.withdraw(region.candidate);
  for (int page : {1, 2}) {
    EXPECT_THAT(region.post("/v1/candidates/_search", {{"pageSize", 100}, {"page", page}}).body,
                testing::Not(HasSubstr(person)));
  }
  EXPECT_THAT(region.post(match, {{"pageSize", 100}}).body, testing::Not(HasSubstr(person)));
  EXPECT_EQ(region.get("/v1/candidates/" + person).status, 404);
  EXPECT_EQ(region.post("/v1/candidates/" + person + "/_match", Json::object()).status, 404);
  EXPECT_EQ(region.get("/v1/vacancies/" + to_text(region.vacancy) + "/candidates/" + person + "/explanation").status,
            404);
}

TEST(Pseudonymity, NoNameContactOrFullPostcodeLeavesTheServer) {
  const RegionServer region;
  std::string everything;
  for (const auto& [id, portfolio] : region.people) everything += region.get("/v1/candidates/" + to_text(id)).body;
  for (int page : {1, 2}) everything += region.post("/v1/candidates/_search", {{"pageSize", 100}, {"page", page}}).body;
  everything += region.post("/v1/vacancies/" + to_text(region.vacancy) + "/_match", {{"pageSize", 100}}).body;
  int names = 0;
  for (const auto& [id, portfolio] : region.people) {
    if (!portfolio.detail.name.empty()) {
      ++names;
      EXPECT_EQ(everything.find(portfolio.detail.name), std::string::npos);
    }
    for (const std::string& email : portfolio.detail.emails) EXPECT_EQ(everything.find(email), std::string::npos);
    for (const std::string& phone : portfolio.detail.phones) EXPECT_EQ(everything.find(phone), std::string::npos);
    const std::string& postcode = portfolio.search.mobility.postcode;
    if (postcode.size() == 6) {
      EXPECT_EQ(everything.find(postcode), std::string::npos);
    }
  }
  EXPECT_GT(names, 50);
}

TEST(Service, TellsWhatItHolds) {
  const RegionServer region;
  const Json status = region.get_ok("/v1/status");
  EXPECT_EQ(status["counts"]["candidates"], region.people.size());
  EXPECT_EQ(status["pool"]["candidates"], region.people.size());
  EXPECT_EQ(status["index"]["candidates"], region.people.size());
  // Casework was added after the pool was built.
  EXPECT_EQ(status["pool"]["feedPosition"], status["index"]["feedPosition"]);
  EXPECT_EQ(status["feedPosition"], region.store->state().first);
  EXPECT_EQ(status["taxonomy"]["hash"], std::string(region.taxonomy->hash()));
  EXPECT_EQ(region.get_ok("/livez")["status"], "live");
  EXPECT_EQ(region.get_ok("/readyz")["status"], "ready");
}

TEST(Service, IsNotReadyOnceItDrains) {
  RegionServer region;
  RawClient client(region.port);
  region.readiness.lower();
  client.send(request_text(region.port, "GET", "/readyz"));
  EXPECT_EQ(client.read_reply()->status, 503);
}

TEST(Words, AreThoseOfTheLanguageAskedFor) {
  const RegionServer region;
  const std::string target = "/v1/vacancies/" + to_text(region.vacancy) + "/candidates/" + to_text(region.candidate) +
                             "/explanation?language=";
  std::set<std::string> headlines;
  for (const char* language : {"nl", "nl-simple", "en"}) headlines.insert(region.get_ok(target + language)["headline"]);
  EXPECT_EQ(headlines.size(), 3u);
}

}  // namespace
}  // namespace passend::test
