// SPDX-License-Identifier: EUPL-1.2
// Long work over the API: what each kind does, for whom, and who is shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <map>
#include <set>
#include <sstream>

#include "server/api/routes.hpp"
#include "server/http/pieces.hpp"
#include "tests/api/contract.hpp"

namespace passend::test {
namespace {

using auth::Role;
using testing::HasSubstr;

class JobsOverTheApi : public testing::Test {
 protected:
  JobsOverTheApi()
      : router_(api::make_router(*region_.services, {[this](const http::Request&) { return principal_; }, {}}, {})) {
    sign_in(Role::jobhunter);
  }

  void sign_in(Role role) {
    principal_ = auth::Principal{};
    principal_.subject = "subject-of-" + std::string(to_text(role));
    principal_.roles.add(role);
  }

  http::Response send(http::Method method, const std::string& target, const Json& body = {},
                      const std::string& key = "") {
    http::Request request = request_to(method, target, body);
    if (!key.empty()) request.fields.push_back({"Idempotency-Key", key});
    return router_.answer(request);
  }

  /// The path of a job that was asked for.
  std::string ask_for(const Json& job) {
    const auto response = send(http::Method::post, "/v1/jobs", job);
    EXPECT_EQ(response.status, 202) << response.body;
    return std::string(response.header("Location").value_or(""));
  }

  Json ended(const std::string& path) {
    const auto id = *jobs::JobId::parse(path.substr(path.rfind('/') + 1));
    auto job = region_.jobs->find(id, principal_.subject);
    while (job && !jobs::has_ended(job->state)) job = region_.jobs->wait_for_change(*job, std::chrono::seconds(30));
    const auto response = send(http::Method::get, path);
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(violations_of(Json::parse(response.body), openapi()["components"]["schemas"]["Job"]), "");
    return Json::parse(response.body);
  }

  std::vector<Json> lines_of(const std::string& path, const char* schema) {
    const Json job = ended(path);
    EXPECT_EQ(job["state"], "done") << job;
    const auto response = send(http::Method::get, job.value("result", ""));
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(response.media_type, "application/x-ndjson");
    std::vector<Json> lines;
    std::string body = response.body;
    while (const auto piece = response.pieces->next()) body += *piece;
    std::istringstream text(body);
    for (std::string line; std::getline(text, line);) {
      lines.push_back(Json::parse(line));
      EXPECT_EQ(violations_of(lines.back(), openapi()["components"]["schemas"][schema]), "");
    }
    return lines;
  }

  Json report_of(const std::string& path) {
    const Json job = ended(path);
    EXPECT_EQ(job["state"], "done") << job;
    const auto response = send(http::Method::get, job.value("result", ""));
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body);
  }

  std::int64_t looks_at(CandidateId person) { return region_.read_log->of(person, 0, 1).total; }

  RegionServer region_;
  auth::Principal principal_;
  http::Router router_;
};

TEST_F(JobsOverTheApi, ABatchGivesTheBestOfEveryVacancyAsMatchingDoes) {
  const auto lines = lines_of(ask_for({{"kind", "match_batch"}, {"top", 3}}), "BatchPair");
  ASSERT_FALSE(lines.empty());
  std::map<std::string, std::vector<std::string>> by_vacancy;
  for (const Json& line : lines) by_vacancy[line["vacancyId"]].push_back(line["candidateId"]);
  const std::string id = to_text(region_.vacancy);
  const Json page = region_.post_ok("/v1/vacancies/" + id + "/_match", {{"pageSize", 3}});
  std::vector<std::string> matched;
  for (const Json& match : page["matches"]) matched.push_back(match["candidate"]["candidateId"]);
  EXPECT_EQ(by_vacancy[id], matched);
  for (const auto& [vacancy, people] : by_vacancy) EXPECT_LE(people.size(), 3U);
}

TEST_F(JobsOverTheApi, EverybodyInAResultIsInTheReadLogAndWhoWithdrewIsNot) {
  const std::string job = ask_for({{"kind", "match_batch"}, {"top", 2}});
  const auto lines = lines_of(job, "BatchPair");
  std::set<std::string> people;
  for (const Json& line : lines) people.insert(line["candidateId"].get<std::string>());
  for (const std::string& person : people) EXPECT_EQ(looks_at(*CandidateId::parse(person)), 1) << person;
  const std::string gone = *people.begin();
  region_.withdraw(*CandidateId::parse(gone));
  for (const Json& line : lines_of(job, "BatchPair")) EXPECT_NE(line["candidateId"], gone);
  EXPECT_EQ(looks_at(*CandidateId::parse(gone)), 1);
}

TEST_F(JobsOverTheApi, AWorklistAsksAsManyPeopleAsThereAre) {
  const auto all = lines_of(ask_for({{"kind", "question_worklist"}, {"limit", 1000}}), "WorklistQuestion");
  ASSERT_GT(all.size(), 10U);
  EXPECT_GE(all.front()["vacancies"], all.back()["vacancies"]);
  const std::string person = all.front()["candidateId"];
  const Json asked = region_.post_ok("/v1/candidates/_questions", {{"candidates", {person}}});
  const auto own = lines_of(ask_for({{"kind", "question_worklist"}, {"candidates", {person}}}), "WorklistQuestion");
  ASSERT_EQ(own.size(), asked["questions"].size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    EXPECT_EQ(own[i]["criterion"], asked["questions"][i]["criterion"]);
    EXPECT_EQ(own[i]["vacancies"], asked["questions"][i]["vacancies"]);
    EXPECT_EQ(own[i]["question"], asked["questions"][i]["question"]);
  }
}

TEST_F(JobsOverTheApi, TheAuditIsVerified) {
  sign_in(Role::auditor);
  const Json report = report_of(ask_for({{"kind", "audit_verify"}}));
  EXPECT_EQ(report["whole"], true);
  EXPECT_EQ(violations_of(report, openapi()["components"]["schemas"]["AuditReport"]), "");
}

TEST_F(JobsOverTheApi, WhatAPersonAsksOfTheirDataIsDoneWithAReport) {
  sign_in(Role::functional_administrator);
  const CandidateId person = region_.candidate;
  const auto asked = [&](const char* request) {
    const Json report = report_of(ask_for({{"kind", "person_request"},
                                           {"candidateId", to_text(person)},
                                           {"request", request},
                                           {"reason", "letter of 3 November"}}));
    EXPECT_EQ(violations_of(report, openapi()["components"]["schemas"]["PersonReport"]), "");
    EXPECT_EQ(report["candidateId"], to_text(person));
    EXPECT_EQ(report["reason"], "letter of 3 November");
    return report;
  };
  const Json given = asked("export");
  EXPECT_EQ(given["data"]["detailProfile"]["name"], region_.people.at(person).detail.name);
  EXPECT_EQ(looks_at(person), 1);
  EXPECT_EQ(asked("restrict")["wasRestricted"], false);
  EXPECT_FALSE(region_.store->search_profile(person, store::Scope::pseudonymous()));
  EXPECT_EQ(asked("export")["data"]["searchProfile"]["ownSay"]["restricted"], true) << "they may still ask";
  EXPECT_EQ(asked("unrestrict")["wasRestricted"], true);
  EXPECT_TRUE(region_.store->search_profile(person, store::Scope::pseudonymous()));
  const Json erased = asked("erase");
  EXPECT_EQ(erased["receipt"]["erased"]["portfolios"], 1);
  EXPECT_FALSE(region_.store->search_profile(person, store::Scope::operator_of_this_machine()));
  const Json again = ended(ask_for(
      {{"kind", "person_request"}, {"candidateId", to_text(person)}, {"request", "export"}, {"reason", "once more"}}));
  EXPECT_EQ(again["state"], "failed");
  EXPECT_EQ(again["error"]["code"], "not-found");
  EXPECT_EQ(send(http::Method::get, "/v1/jobs/" + again["jobId"].get<std::string>() + "/result").status, 409);
  const auto audit = region_.store->audit({.id = person.value}, 0, 100);
  EXPECT_EQ(audit.rows.front().actor.who, "functional_administrator:subject-of-functional_administrator");
  EXPECT_EQ(audit.rows.front().actor.purpose, "letter of 3 November");
}

TEST_F(JobsOverTheApi, OneCanBeFollowedToItsEnd) {
  std::promise<void> open;
  const jobs::JobId id = jobs::JobId::random();
  region_.jobs->add({.id = id,
                     .owner = "this machine",
                     .content = "",
                     .work = [gate = open.get_future().share()](const jobs::JobSite& site) {
                       site.progress({"work", 1, 2, "things"});
                       gate.wait();
                       return jobs::JobResult{.text = "{}"};
                     }});
  RawClient client(region_.port);
  client.send(request_text(region_.port, "GET", "/v1/jobs/" + to_text(id) + "/events"));
  const auto head = client.read_reply_to_head();
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->header("Content-Type"), "text/event-stream");
  std::string told;
  const auto read_until = [&](const std::string& words) {
    while (told.find(words) == std::string::npos) {
      const auto chunk = client.read_chunk();
      if (!chunk || chunk->empty()) return false;
      told += *chunk;
    }
    return true;
  };
  ASSERT_TRUE(read_until(R"("progress":{"done":1,"total":2})")) << told;
  EXPECT_THAT(told, HasSubstr("event: progress\n"));
  open.set_value();
  ASSERT_TRUE(read_until("event: done\n")) << told;
  ASSERT_TRUE(read_until(R"("state":"done")")) << told;
  std::optional<std::string> rest = client.read_chunk();
  while (rest && !rest->empty()) rest = client.read_chunk();
  EXPECT_TRUE(rest) << "the stream ends, and is whole";
}

TEST_F(JobsOverTheApi, NobodyFollowsOneAfterTheyMayNot) {
  const jobs::JobId id = jobs::JobId::random();
  std::promise<void> open;
  region_.jobs->add({.id = id,
                     .owner = principal_.subject,
                     .content = "",
                     .work = [gate = open.get_future().share()](const jobs::JobSite&) {
                       gate.wait();
                       return jobs::JobResult{.text = "{}"};
                     }});
  const auto response = send(http::Method::get, "/v1/jobs/" + to_text(id) + "/events");
  ASSERT_EQ(response.status, 200) << response.body;
  ASSERT_TRUE(response.pieces);
  EXPECT_THAT(response.pieces->next().value_or(""), HasSubstr("event: progress"));
  sign_in(Role::employer);
  EXPECT_FALSE(response.pieces->next());
  open.set_value();
}

TEST_F(JobsOverTheApi, AKindIsForWhoMayDoWhatItDoes) {
  const Json request{{"kind", "person_request"},
                     {"candidateId", to_text(region_.candidate)},
                     {"request", "export"},
                     {"reason", "curious"}};
  const std::map<std::string, std::set<Role>> may{
      {"audit_verify", {Role::functional_administrator, Role::auditor}},
      {"match_batch", {Role::jobhunter, Role::employer_adviser, Role::service}},
      {"question_worklist", {Role::jobhunter, Role::service}},
      {"person_request", {Role::functional_administrator}}};
  for (const auto& [kind, roles] : may) {
    for (const auto& [role, name] : CodeNames<Role>::names) {
      sign_in(role);
      const auto response =
          send(http::Method::post, "/v1/jobs", kind == "person_request" ? request : Json{{"kind", kind}});
      EXPECT_EQ(response.status, roles.contains(role) ? 202 : 403) << kind << " by " << name;
    }
  }
}

TEST_F(JobsOverTheApi, AreTheirOwnersAlone) {
  const std::string job = ask_for({{"kind", "question_worklist"}, {"limit", 1}});
  ended(job);
  principal_.subject = "a colleague";
  EXPECT_EQ(send(http::Method::get, job).status, 404);
  EXPECT_EQ(send(http::Method::get, job + "/result").status, 404);
  EXPECT_EQ(send(http::Method::delete_, job).status, 404);
  EXPECT_TRUE(Json::parse(send(http::Method::get, "/v1/jobs").body)["jobs"].empty());
  sign_in(Role::jobhunter);
  EXPECT_EQ(Json::parse(send(http::Method::get, "/v1/jobs").body)["jobs"].size(), 1U);
  EXPECT_EQ(send(http::Method::delete_, job).status, 204);
  EXPECT_EQ(send(http::Method::get, job).status, 404);
}

TEST_F(JobsOverTheApi, WithAKeyOneIsAskedForOnce) {
  const Json asked{{"kind", "question_worklist"}, {"limit", 1}};
  const auto first = send(http::Method::post, "/v1/jobs", asked, "key-1");
  const auto again = send(http::Method::post, "/v1/jobs", asked, "key-1");
  EXPECT_EQ(again.status, 202);
  EXPECT_EQ(first.header("Location"), again.header("Location"));
  EXPECT_EQ(send(http::Method::post, "/v1/jobs", {{"kind", "match_batch"}}, "key-1").status, 409);
}

TEST_F(JobsOverTheApi, ANewOneHasTheMembersOfItsKindAlone) {
  sign_in(Role::functional_administrator);
  const auto violations = [&](const Json& job) {
    const auto response = send(http::Method::post, "/v1/jobs", job);
    EXPECT_EQ(response.status, 400) << job;
    return Json::parse(response.body)["violations"].size();
  };
  EXPECT_EQ(violations(Json::object()), 1U);
  EXPECT_EQ(violations({{"kind", "audit_verify"}, {"top", 5}}), 1U);
  EXPECT_EQ(violations({{"kind", "match_batch"}, {"top", 101}}), 1U);
  EXPECT_EQ(violations({{"kind", "person_request"}}), 3U);
  EXPECT_EQ(violations({{"kind", "person_request"},
                        {"candidateId", to_text(region_.candidate)},
                        {"request", "erase"},
                        {"format", "vum"},
                        {"reason", "x"}}),
            1U);
}

TEST_F(JobsOverTheApi, NobodyIsRankedByOneWhileThatIsStopped) {
  region_.matching_switch->stop_matching("an audit", now().date());
  const auto refused = send(http::Method::post, "/v1/jobs", {{"kind", "match_batch"}});
  EXPECT_EQ(refused.status, 503);
  EXPECT_THAT(refused.body, HasSubstr("an audit"));
  sign_in(Role::auditor);
  EXPECT_EQ(send(http::Method::post, "/v1/jobs", {{"kind", "audit_verify"}}).status, 202);
}

}  // namespace
}  // namespace passend::test
