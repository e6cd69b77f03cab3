// SPDX-License-Identifier: EUPL-1.2
// `?fields=`: an answer with the members that are asked for, and never one more.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/api/contract.hpp"

namespace passend::test {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;

std::vector<std::string> names_in(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

TEST(FieldSelection, LeavesEachMemberOfEachAnswerAsItWas) {
  const RegionServer region;
  // Asking changes what these say.
  const std::set<std::string> moving{"getFeed", "getStatus", "listAudit", "verifyAudit", "listReads"};
  std::size_t operations_with_fields = 0;
  for (const Operation& operation : operations()) {
    if (!takes_fields(operation)) continue;
    ++operations_with_fields;
    const std::string target = target_of(operation, region);
    const Json whole = Json::parse(ask(operation, target, region).body);
    for (const std::string& name : fields_of(operation)) {
      if (name.find('.') != std::string::npos) continue;
      const Reply reply = ask(operation, target + "?fields=" + name, region);
      ASSERT_EQ(reply.status, 200) << operation.id << ' ' << name << '\n' << reply.body;
      EXPECT_EQ(faults_of(operation, reply, Members::chosen), "") << operation.id << ' ' << name;
      const Json part = Json::parse(reply.body);
      EXPECT_EQ(part.contains(name), whole.contains(name)) << operation.id << ' ' << name;
      EXPECT_EQ(part.size(), whole.contains(name) ? 1U : 0U) << part;
      // Times and the numbers of runs are other ones in another match.
      if (part.contains(name) && operation.method == "GET" && !moving.contains(operation.id) && name != "run") {
        EXPECT_EQ(part[name], whole[name]) << operation.id << ' ' << name;
      }
    }
  }
  EXPECT_GE(operations_with_fields, 27U);
}

TEST(FieldSelection, ReachesIntoObjectsAndLists) {
  const RegionServer region;
  const Json page = Json::parse(
      region.post("/v1/vacancies/_search?fields=hits.vacancy.title,total,hits.vacancy.vacancyId", {{"pageSize", 5}})
          .body);
  EXPECT_THAT(names_in(page), UnorderedElementsAre("total", "hits"));
  ASSERT_EQ(page["hits"].size(), 5U);
  for (const Json& hit : page["hits"]) {
    EXPECT_THAT(names_in(hit), UnorderedElementsAre("vacancy"));
    EXPECT_THAT(names_in(hit["vacancy"]), UnorderedElementsAre("title", "vacancyId"));
  }
  const Json same =
      Json::parse(region.post("/v1/vacancies/_search?fields=hits.vacancy.title,hits.vacancy", {{"pageSize", 1}}).body);
  EXPECT_GT(same["hits"][0]["vacancy"].size(), 4U) << "what is named whole is whole";
}

TEST(FieldSelection, RefusesWhatNoAnswerHasAndSaysWhatThereIs) {
  const RegionServer region;
  const std::string target = "/v1/candidates/" + to_text(region.candidate) + "?fields=";
  for (const char* list : {"detailProfile", "name", "hours.name", "candidateId.x", "hours,,", "hours.", ".hours", "*",
                           "candidateId, hours.x", "__proto__"}) {
    std::string escaped;
    for (const char c : std::string(list)) escaped += c == ' ' ? std::string("%20") : std::string(1, c);
    const Reply reply = region.get(target + escaped);
    ASSERT_EQ(reply.status, 400) << list << '\n' << reply.body;
    const Json violation = Json::parse(reply.body)["violations"][0];
    EXPECT_EQ(violation["field"], "fields") << list;
  }
  const Json problem = Json::parse(region.get(target + "hours.x,surprise&language=xx").body);
  ASSERT_EQ(problem["violations"].size(), 3U) << "all at once: " << problem;
  EXPECT_THAT(problem["violations"][1]["rule"], HasSubstr("below hours is minimum, maximum"));
  EXPECT_THAT(problem["violations"][2]["rule"], HasSubstr("item 2"));
  EXPECT_THAT(problem["violations"][2]["rule"], HasSubstr("candidateId, "));
  EXPECT_EQ(region.get("/v1/me/export?fields=x").status, 400) << "not every answer has members to choose from";
}

TEST(FieldSelection, HasATagOfItsOwnThatNamesTheSameVersion) {
  const RegionServer region;
  for (const std::string& target :
       {"/v1/vacancies/" + to_text(region.vacancy), "/v1/vacancies/" + to_text(region.vacancy) + "/record"}) {
    const std::string whole = region.get(target).header("ETag");
    const std::string title = region.get(target + "?fields=title").header("ETag");
    const std::string status = region.get(target + "?fields=status").header("ETag");
    EXPECT_NE(whole, title);
    EXPECT_NE(status, title);
    const auto repeated = ask(region.port, "GET", target + "?fields=title", "", "If-None-Match: " + title + "\r\n");
    EXPECT_EQ(repeated.status, 304);
    EXPECT_EQ(ask(region.port, "GET", target + "?fields=title", "", "If-None-Match: " + whole + "\r\n").status, 200);
  }
  const std::string record = "/v1/vacancies/" + to_text(region.vacancy) + "/record";
  const std::string tag = region.get(record + "?fields=title").header("ETag");
  const auto changed = ask(region.port, "PATCH", record, R"({"title":"Anders"})", "If-Match: " + tag + "\r\n");
  EXPECT_EQ(changed.status, 200) << changed.body;
}

TEST(FieldSelection, StaysInTheLinksToOtherPages) {
  const RegionServer region;
  const Reply reply = region.post("/v1/candidates/_search?fields=total", {{"pageSize", 40}});
  EXPECT_THAT(reply.header("Link"), HasSubstr("page=2&pageSize=40&fields=total>; rel=\"next\""));
}

}  // namespace
}  // namespace passend::test
