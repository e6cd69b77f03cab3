// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "indexer/base/error.hpp"
#include "server/api/routes.hpp"
#include "server/http/pieces.hpp"
#include "server/http/target.hpp"
#include "tests/api/contract.hpp"

/// Nobody is shown unlogged: every operation of the contract, and every person in its answer.
namespace passend::test {
namespace {

using auth::Role;
using testing::IsEmpty;
using testing::IsSubsetOf;
using testing::SizeIs;

/// Every id of a person that stands anywhere in an answer.
void collect_people(const Json& node, const RegionServer& region, std::set<CandidateId>& found) {
  if (node.is_string()) {
    const auto id = CandidateId::parse(node.get<std::string>());
    if (id && region.people.contains(*id)) found.insert(*id);
  }
  if (node.is_structured()) {
    for (const Json& part : node) collect_people(part, region, found);
  }
}

class ReadsLogged : public testing::Test {
 protected:
  ReadsLogged() : router_(router_over(*region_.services)) {}

  http::Router router_over(const api::Services& services) {
    return api::make_router(services, {[this](const http::Request&) { return principal_; }, {}}, {});
  }

  void sign_in(Role role) {
    principal_ = auth::Principal{};
    principal_.subject = "this machine";  // Whose selection there is in the region.
    principal_.tenant = "Gemeente Voorbeeld";
    principal_.display_name = "Canary Display-Name";
    principal_.roles.add(role);
    if (role == Role::job_seeker) principal_.candidate = region_.candidate;
  }

  http::Request request(const std::string& method, const std::string& target, const std::string& body = {}) const {
    http::Request made;
    made.method = *http::parse_method(method);
    made.target = target;
    auto parsed = http::parse_target(target);
    made.segments = std::move(parsed.segments);
    made.query = std::move(parsed.query);
    made.fields = {{"Host", "localhost"}};
    if (!body.empty()) {
      made.fields.push_back({"Content-Type", "application/json"});
      made.body = body;
    }
    return made;
  }

  /// A request that the operation answers, about the records of the region as they were generated.
  http::Request request_of(const Operation& operation) {
    region_.put_back();
    Json body;
    if (!operation.body_type.empty()) body = example_for(operation, region_);
    // The examples name people who are not in the region.
    if (operation.id == "askQuestions") body["candidates"] = {to_text(region_.candidate)};
    const std::string target = target_of(operation, region_);
    auto made = request(operation.method, target, body.is_null() ? "" : body.dump());
    if (!body.is_null()) made.fields.back().value = operation.body_type;
    if (takes_version(operation)) {
      const auto before = router_.answer(request("GET", target));
      made.fields.push_back({"If-Match", std::string(before.header("ETag").value_or(""))});
    }
    return made;
  }

  /// Who may do it: of several, a jobhunter.
  void sign_in_for(const Operation& operation) {
    const std::set<std::string> of_auditor{"getRun", "replayRun", "listAudit", "listReads"};
    const bool is_of_auditor = of_auditor.contains(operation.id);
    const bool is_about_oneself = operation.path.starts_with("/v1/me");
    sign_in(is_about_oneself ? Role::job_seeker : is_of_auditor ? Role::auditor : Role::jobhunter);
  }

  std::vector<store::PersonRead> rows_after(std::int64_t number) { return region_.read_log->after(number, {}, 1000); }
  std::int64_t newest() {
    const auto rows = rows_after(0);
    return rows.empty() ? 0 : rows.back().number;
  }

  RegionServer region_;
  auth::Principal principal_;
  http::Router router_;
};

TEST_F(ReadsLogged, EveryPersonInTheAnswerOfEveryOperation) {
  std::set<std::string> showed;
  for (const Operation& operation : operations()) {
    sign_in_for(operation);
    const auto asked = request_of(operation);
    const std::int64_t before = newest();
    const auto response = router_.answer(asked);
    if (response.status >= 300 || response.media_type != "application/json" || response.body.empty()) continue;
    std::set<CandidateId> people;
    collect_people(Json::parse(response.body), region_, people);
    std::set<CandidateId> logged;
    for (const auto& row : rows_after(before)) {
      EXPECT_TRUE(logged.insert(row.person).second) << operation.id << " logged somebody twice";
      EXPECT_EQ(row.act.reader, "this machine");
      EXPECT_EQ(row.act.tenant, "Gemeente Voorbeeld");
      EXPECT_EQ(row.act.role, to_text(auth::roles_of(principal_.roles).front()));
      EXPECT_EQ(row.act.activity, "urn:passend:activity:" + row.act.name);
      EXPECT_FALSE(row.act.purpose.empty());
      EXPECT_LE(row.request.started, row.request.ended);
    }
    if (operation.path.starts_with("/v1/me")) {
      EXPECT_THAT(logged, IsEmpty()) << operation.id << " shows somebody to themselves";
      continue;
    }
    EXPECT_THAT(people, IsSubsetOf(logged)) << operation.id;
    if (!people.empty()) showed.insert(operation.id);
    if (operation.path.find("{candidateId}") != std::string::npos) {
      EXPECT_TRUE(logged.contains(region_.candidate)) << operation.id << " is about somebody";
    }
    if (operation.id == "openExchangeDetails") {
      EXPECT_THAT(logged, SizeIs(1)) << "somebody of another organisation, who is not in the region";
      continue;
    }
    if (people.empty() && operation.path.find("{candidateId}") == std::string::npos) {
      EXPECT_THAT(logged, IsEmpty()) << operation.id << " shows nobody";
    }
  }
  // Those that answer with people at all; a test that found none would prove nothing.
  for (const char* id : {"searchCandidates", "getCandidate", "matchVacancy", "getRun", "askQuestions", "openDetails",
                         "propose", "getProposal", "changeProposal", "listVacancyProposals", "addSelection",
                         "getSelection", "changeSelection", "listSelectedCandidates", "listAudit", "listReads"}) {
    EXPECT_TRUE(showed.contains(id)) << id;
  }
}

TEST_F(ReadsLogged, APageOfPeopleIsOneTraceWithASpanForEach) {
  sign_in(Role::jobhunter);
  auto asked = request("POST", "/v1/candidates/_search", R"({"pageSize":25})");
  asked.fields.push_back({"traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"});
  asked.fields.push_back({"X-Passend-Purpose", "Werkfit-traject"});
  ASSERT_EQ(router_.answer(asked).status, 200);
  const auto rows = rows_after(0);
  ASSERT_THAT(rows, SizeIs(25));
  for (const auto& row : rows) {
    EXPECT_EQ(to_text(row.request.trace), "4bf92f3577b34da6a3ce929d0e0e4736");
    EXPECT_EQ(row.request.parent, 0x00f067aa0ba902b7U);
    EXPECT_EQ(row.act.purpose, "Werkfit-traject");
  }
}

TEST_F(ReadsLogged, ThePurposeIsOneOfThePolicyWhenNoneIsGivenAndRefusedWhenItIsTooLong) {
  sign_in(Role::jobhunter);
  auto asked = request("GET", "/v1/candidates/" + to_text(region_.candidate));
  ASSERT_EQ(router_.answer(asked).status, 200);
  EXPECT_EQ(rows_after(0).at(0).act.purpose, "see_candidate");
  asked.fields.push_back({"X-Passend-Purpose", std::string(201, 'x')});
  EXPECT_EQ(router_.answer(asked).status, 400);
  EXPECT_THAT(rows_after(0), SizeIs(1));
}

TEST_F(ReadsLogged, WhoLooksAtThemselvesIsNoView) {
  sign_in(Role::job_seeker);
  for (const char* part : {"", "/_match"}) {
    const std::string target = "/v1/candidates/" + to_text(region_.candidate) + part;
    ASSERT_EQ(router_.answer(request(*part == 0 ? "GET" : "POST", target, *part == 0 ? "" : "{}")).status, 200);
  }
  EXPECT_THAT(rows_after(0), IsEmpty());
}

TEST_F(ReadsLogged, WhoIsNotThereIsNotLogged) {
  sign_in(Role::jobhunter);
  region_.withdraw(region_.candidate);
  const std::string target = "/v1/candidates/" + to_text(region_.candidate);
  EXPECT_EQ(router_.answer(request("GET", target)).status, 404);
  EXPECT_THAT(rows_after(0), IsEmpty());
}

TEST_F(ReadsLogged, NoNameOfWhoLooksStandsInTheFile) {
  sign_in(Role::jobhunter);
  ASSERT_EQ(router_.answer(request("POST", "/v1/candidates/_search", "{}")).status, 200);
  for (const auto& row : rows_after(0)) {
    for (const std::string& text : {row.act.reader, row.act.role, row.act.tenant, row.act.purpose, row.act.name}) {
      EXPECT_EQ(text.find("Canary"), std::string::npos) << text;
    }
  }
}

TEST_F(ReadsLogged, WhoIsWithdrawnWhileAFileIsMadeIsNotInIt) {
  sign_in(Role::jobhunter);
  auto asked = request("POST", "/v1/candidates/_search", R"({"page":2,"pageSize":100})");
  const Json second_page = Json::parse(router_.answer(asked).body)["hits"];
  ASSERT_GT(second_page.size(), 2U);
  const std::string withdrawn = second_page[1]["candidate"]["candidateId"];
  const std::string other = second_page[2]["candidate"]["candidateId"];
  asked.fields.push_back({"Accept", "text/csv"});
  asked.body = "{}";
  const std::int64_t before = newest();
  const auto response = router_.answer(asked);
  ASSERT_EQ(response.status, 200);
  EXPECT_THAT(rows_after(before), SizeIs(100)) << "those of the first piece";
  region_.withdraw(*CandidateId::parse(withdrawn));
  const std::string rest = response.pieces->next().value();
  EXPECT_EQ(response.pieces->next(), std::nullopt);
  EXPECT_NE(rest.find(other), std::string::npos);
  EXPECT_EQ(rest.find(withdrawn), std::string::npos);
  for (const auto& row : rows_after(before)) EXPECT_NE(to_text(row.person), withdrawn);
  EXPECT_THAT(rows_after(before), SizeIs(region_.people.size() - 1));
}

TEST_F(ReadsLogged, AFileIsForTheRolesOfItsPage) {
  for (const Role role : {Role::manager, Role::auditor, Role::employer, Role::functional_administrator}) {
    sign_in(role);
    auto asked = request("POST", "/v1/candidates/_search", "{}");
    asked.fields.push_back({"Accept", "application/x-ndjson"});
    EXPECT_EQ(router_.answer(asked).status, 403);
  }
  EXPECT_THAT(rows_after(0), IsEmpty());
}

/// A disk that refuses, from a moment on.
class FailingLog : public store::ReadLog {
 public:
  void append(const store::ReadAct&, const store::ReadSpan&, const std::vector<CandidateId>&) override {
    if (taken++ < takes) return;
    throw Error(ErrorCode::disk_full, "no room");
  }
  int takes = 0;
  int taken = 0;

  store::ReadPage of(CandidateId, std::int64_t, std::int64_t) override { return {}; }
  std::vector<store::PersonRead> after(std::int64_t, Timestamp, std::int64_t) override { return {}; }
  std::int64_t count_before(Timestamp) override { return 0; }
  std::int64_t prune(Timestamp) override { return 0; }
  std::int64_t passed_on(std::string_view) override { return 0; }
  void pass_on(std::string_view, std::int64_t) override {}
  std::vector<std::string> check() override { return {}; }
  store::ReadPage select(const store::ReadFilter&, std::int64_t, std::int64_t) override { return {}; }
};

TEST_F(ReadsLogged, NobodyIsShownWhileTheLogFails) {
  FailingLog failing;
  const auto& all = *region_.services;
  api::Services services{all.store,          failing,         all.searcher,  all.suggester, all.taxonomy, all.postcodes,
                         all.current_engine, all.index_state, all.readiness, all.version,   all.recorder, all.executor,
                         all.postcodes_hash};
  services.feed_directory = all.feed_directory;
  services.engine_for = all.engine_for;
  services.algorithm = all.algorithm;
  services.extractor = all.extractor;
  const http::Router router = router_over(services);
  std::size_t refused = 0;
  for (const Operation& operation : operations()) {
    if (operation.path.starts_with("/v1/me")) continue;
    sign_in_for(operation);
    const auto response = router.answer(request_of(operation));
    if (response.media_type != "application/json" && response.status < 300) continue;
    std::set<CandidateId> people;
    collect_people(Json::parse(response.body, nullptr, false), region_, people);
    EXPECT_THAT(people, IsEmpty()) << operation.id;
    refused += response.status == 503 ? 1 : 0;
  }
  EXPECT_GE(refused, 6U);
  sign_in(Role::jobhunter);
  const auto vacancy = router.answer(request("GET", "/v1/vacancies/" + to_text(region_.vacancy)));
  EXPECT_EQ(vacancy.status, 200) << "what shows nobody goes on";
  for (const char* type : {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}) {
    auto file = request("POST", "/v1/candidates/_search", "{}");
    file.fields.push_back({"Accept", type});
    EXPECT_EQ(router.answer(file).status, 503) << type;
    failing.takes = failing.taken + 1;
    const auto begun = router.answer(file);
    EXPECT_EQ(begun.status, 200) << type;
    EXPECT_THROW(begun.pieces->next(), Error) << "later it breaks off";
  }
}

}  // namespace
}  // namespace passend::test
