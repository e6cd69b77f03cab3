// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "indexer/base/random.hpp"
#include "tests/api/contract.hpp"
#include "tests/api/value_maker.hpp"

/// Whatever is sent, the answer is never a failure of the server, and every refusal is a problem as described.
namespace passend::test {
namespace {

void expect_sound(const Operation& operation, const Reply& reply, const std::string& sent) {
  SCOPED_TRACE(operation.id + " " + sent.substr(0, 300));
  EXPECT_LT(reply.status, 500);
  expect_as_described(operation, reply);
}

TEST(Robustness, NoValueInAnyMemberFailsTheServer) {
  const RegionServer region;
  int refused = 0;
  for (const Operation& operation : operations()) {
    if (operation.body_schema.empty()) continue;
    const auto pointers = pointers_of(openapi()["components"]["schemas"][operation.body_schema]);
    // A replay takes everything from the record: its body has no members. Those of a patch are the record's.
    EXPECT_EQ(pointers.empty(), operation.body_schema == "ReplayRequest" || operation.body_schema == "MergePatch");
    for (const std::string& pointer : pointers) {
      for (const Json& value : ValueMaker::odd_values()) {
        Json body = Json::object();
        body[Json::json_pointer(pointer)] = value;
        const Reply reply = ask(region.port, operation.method, target_of(operation, region), body.dump());
        expect_sound(operation, reply, body.dump());
        const bool is_valid = violations_of(body, openapi()["components"]["schemas"][operation.body_schema]).empty();
        if (!is_valid) {
          EXPECT_EQ(reply.status, 400) << operation.id << ' ' << body.dump().substr(0, 300);
        }
        refused += reply.status == 400 ? 1 : 0;
      }
    }
  }
  EXPECT_GT(refused, 500);
}

TEST(Robustness, UnknownMembersAreNamed) {
  const RegionServer region;
  for (const Operation& operation : operations()) {
    if (operation.body_schema.empty()) continue;
    Json body = example_for(operation, region);
    body["surprise"] = 1;
    const Reply reply = ask(operation, target_of(operation, region), region, body);
    expect_sound(operation, reply, body.dump());
    EXPECT_EQ(reply.status, 400);
    EXPECT_NE(reply.body.find("\"/surprise\""), std::string::npos) << reply.body;
    const std::string target = target_of(operation, region) + "?surprise=1";
    EXPECT_EQ(ask(operation, target, region, example_for(operation, region)).status, 400) << operation.id;
  }
}

TEST(Robustness, AllBrokenRulesAreReportedAtOnce) {
  const RegionServer region;
  const Reply reply =
      region.post("/v1/candidates/_search?page=0", {{"query", std::string(600, 'x')},
                                                    {"sort", "best"},
                                                    {"pageSize", 101},
                                                    {"wrong", 1},
                                                    {"filters", {{"workLevels", {"phd"}}, {"radius", {{"km", 0}}}}}});
  EXPECT_EQ(reply.status, 400);
  std::set<std::string> fields;
  const Json problem = Json::parse(reply.body);
  for (const Json& violation : problem["violations"]) fields.insert(violation["field"]);
  const std::set<std::string> expected{"/query",
                                       "/sort",
                                       "/pageSize",
                                       "/wrong",
                                       "page",
                                       "/filters/workLevels/0",
                                       "/filters/radius/km",
                                       "/filters/radius/postcode"};
  EXPECT_EQ(fields, expected) << reply.body;
  EXPECT_EQ(problem["detail"], "The request breaks " + std::to_string(problem["violations"].size()) +
                                   " rules; correct what the violations name and send it again.")
      << reply.body;
}

TEST(Robustness, WhatIsNoJsonObjectIsRefused) {
  const RegionServer region;
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += '[';
  for (const Operation& operation : operations()) {
    if (operation.body_schema.empty()) continue;
    for (const std::string& body :
         {std::string("x"), std::string("{"), std::string("[]"), std::string("null"), std::string("{}{}"),
          std::string("{\"page\":1,\"page\":2}"), std::string("{\"a\":\xff}"), std::string("{\"\xc3\x28\":1}"),
          std::string("\xef\xbb\xbf{}x"), std::string("{'a':1}"), "{\"a\":" + deep, deep,
          std::string("{\"page\":1e999}")}) {
      const Reply reply =
          ask(region.port, operation.method, target_of(operation, region), body, "If-Match: \"1-\"\r\n");
      expect_sound(operation, reply, body);
      EXPECT_EQ(reply.status, 400) << operation.id << ' ' << body.substr(0, 50);
    }
    RawClient client(region.port);
    client.send("POST " + target_of(operation, region) + " HTTP/1.1\r\nHost: localhost:" + std::to_string(region.port) +
                "\r\nContent-Type: application/json\r\n\r\n");
    EXPECT_EQ(client.read_reply()->status, 411) << "no body at all";
  }
}

TEST(Robustness, OddPathsAndQueriesAreRefused) {
  const RegionServer region;
  for (const Operation& operation : operations()) {
    for (const char* id : {"x", "0", "00000000000000000000000000000000", "%20", "..", "%c3%28",
                           "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0"}) {
      std::string target = operation.path;
      if (target.find('{') == std::string::npos) continue;
      while (target.find('{') != std::string::npos)
        target.replace(target.find('{'), target.find('}') - target.find('{') + 1, id);
      const Reply reply = operation.method == "POST" ? region.post(target, example_of(operation)) : region.get(target);
      expect_sound(operation, reply, target);
      EXPECT_TRUE(reply.status == 400 || reply.status == 404) << target << reply.status;
    }
    if (operation.method != "GET" || operation.path.find('{') == std::string::npos) continue;
    for (const char* query :
         {"?language=xx", "?language=", "?language=nl&language=en", "?x=1", "?%ff=1", "?language=%ff", "?="}) {
      const Reply reply = region.get(target_of(operation, region) + query);
      expect_sound(operation, reply, query);
      EXPECT_EQ(reply.status, 400) << operation.id << query;
    }
  }
}

/// A body of random members, known and unknown, right and wrong.
Json random_body(Random& random, const std::vector<std::string>& pointers) {
  const auto& values = ValueMaker::odd_values();
  Json body = Json::object();
  for (int members = random.between(0, 6); members > 0; --members) {
    const Json& value = values[random.below(values.size())];
    const std::string pointer =
        random.chance(80) ? pointers[random.below(pointers.size())] : "/m" + std::to_string(random.below(9));
    try {
      body[Json::json_pointer(pointer)] = value;
    } catch (const Json::exception&) {  // The parent holds another kind of value already.
    }
  }
  return body;
}

TEST(Robustness, RandomBodiesNeverFailTheServer) {
  const RegionServer region;
  Random random(7);
  for (const Operation& operation : operations()) {
    if (operation.body_schema.empty()) continue;
    const auto pointers = pointers_of(openapi()["components"]["schemas"][operation.body_schema]);
    if (pointers.empty()) continue;
    for (int i = 0; i < 200; ++i) {
      const Json body = random_body(random, pointers);
      expect_sound(operation, region.post(target_of(operation, region), body), body.dump());
    }
  }
}

TEST(Robustness, EveryRouteKnowsItsMethods) {
  const RegionServer region;
  std::map<std::string, std::set<std::string>> methods;
  for (const Operation& operation : operations()) methods[operation.path].insert(operation.method);
  for (const Operation& operation : operations()) {
    const std::string target = target_of(operation, region);
    for (const char* method : {"PUT", "PATCH", "DELETE", "OPTIONS"}) {
      if (methods[operation.path].contains(method)) continue;
      const Reply reply = ask(region.port, method, target);
      EXPECT_EQ(reply.status, 405) << method << ' ' << target;
      EXPECT_NE(reply.header("Allow").find(operation.method), std::string::npos);
    }
    EXPECT_EQ(ask(region.port, operation.method, target + "/").status, 404) << target;
    if (operation.method == "GET") {
      EXPECT_EQ(ask(region.port, "HEAD", target).status, 200) << target;
    }
  }
}

}  // namespace
}  // namespace passend::test
