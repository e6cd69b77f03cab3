// SPDX-License-Identifier: EUPL-1.2
// Two municipalities in one installation: the second shows its people to the first, the third shows nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/index/indexer.hpp"
#include "indexer/pool/builder.hpp"
#include "server/api/routes.hpp"
#include "tests/api/region_server.hpp"

namespace passend::test {
namespace {

using auth::Role;
using testing::HasSubstr;

class Tenancy : public testing::Test {
 protected:
  /// The region as it is belongs to the town; the village and the island have the same person, vacancy and employer
  /// once more.
  Tenancy()
      : router_(api::make_router(*region_.services, {[this](const http::Request&) { return principal_; }, {}}, {})) {
    const std::string system = region_.people.begin()->second.search.source.system;
    region_.services->tenants = std::make_shared<const auth::Tenants>(
        std::vector<auth::Tenant>{{"town", "Gemeente Stad", "midden", {system, "test"}, {}},
                                  {"village", "Gemeente Dorp", "midden", {"csv:village"}, {"town"}},
                                  {"island", "Gemeente Eiland", "noord", {"csv:island"}, {}}});
    village_ = add("csv:village");
    island_ = add("csv:island");
    index::Indexer(region_.directory.path() / "index", *region_.store, *region_.taxonomy).follow({});
    region_.engine = std::make_shared<const engine::Engine>(
        pool::Builder(region_.taxonomy, region_.postcodes).build(*region_.store, {}), *region_.engine,
        region_.engine->circumstances().today);
    sign_in("town");
  }

  struct Copies {
    CandidateId candidate = CandidateId::random();
    VacancyId vacancy = VacancyId::random();
    EmployerId employer = EmployerId::random();
  };

  Copies add(const std::string& system) {
    const Copies copies;
    Portfolio person = region_.people.at(region_.candidate);
    person.search.id = person.detail.id = copies.candidate;
    person.search.source = {system, "person"};
    Employer employer = region_.store->employer(region_.employer, store::Scope::vacancies_only())->record;
    employer.id = copies.employer;
    employer.source = {system, "employer"};
    Vacancy vacancy = region_.store->vacancy(region_.vacancy, store::Scope::vacancies_only())->record;
    vacancy.id = copies.vacancy;
    vacancy.source = {system, "vacancy"};
    vacancy.employer_id = copies.employer;
    region_.store->write({store::Record(person), store::Record(employer), store::Record(vacancy)}, {"test", "share"});
    return copies;
  }

  void sign_in(const std::string& tenant, Role role = Role::jobhunter) {
    principal_ = auth::Principal{};
    principal_.subject = "somebody of " + tenant;
    principal_.tenant = tenant;
    principal_.roles = {role};
  }

  http::Response send(http::Method method, const std::string& target, const Json& body = {}) {
    http::Request request = request_to(method, target, body);
    request.fields.push_back({"If-Match", "\"1-\""});
    return router_.answer(request);
  }
  http::Response post(const std::string& target, const Json& body = Json::object()) {
    return send(http::Method::post, target, body);
  }
  int get(const std::string& target) { return send(http::Method::get, target).status; }

  static std::string candidate(const Copies& of) { return "/v1/candidates/" + to_text(of.candidate); }
  static std::string vacancy(const Copies& of) { return "/v1/vacancies/" + to_text(of.vacancy); }

  std::uint64_t found(const std::string& collection, const Json& body = Json::object()) {
    const auto response = post("/v1/" + collection + "/_search", body);
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body).value("total", std::uint64_t{0});
  }

  /// Everybody whom a match page counts.
  std::uint64_t counted(const std::string& path) {
    const auto response = post(path + "/_match");
    EXPECT_EQ(response.status, 200) << response.body;
    std::uint64_t sum = 0;
    const Json page = Json::parse(response.body);
    for (const auto& [lane, count] : page.at("counts").items()) sum += count.get<std::uint64_t>();
    return sum;
  }

  /// The result of a job once it has ended; of one that failed its error.
  Json result_of(const Json& job) {
    const auto response = post("/v1/jobs", job);
    EXPECT_EQ(response.status, 202) << response.body;
    const std::string path(response.header("Location").value_or(""));
    auto made = region_.jobs->find(*jobs::JobId::parse(path.substr(path.rfind('/') + 1)), principal_.subject);
    while (made && !jobs::has_ended(made->state)) {
      made = region_.jobs->wait_for_change(*made, std::chrono::seconds(30));
    }
    const bool is_done = made && made->state == jobs::JobState::done;
    const std::string body = send(http::Method::get, is_done ? path + "/result" : path).body;
    return Json::accept(body) ? Json::parse(body) : Json(body);
  }

  RegionServer region_;
  auth::Principal principal_;
  http::Router router_;
  Copies village_;
  Copies island_;
};

TEST_F(Tenancy, SeesThePeopleThatAreShownAndTheWorkOfTheRegion) {
  EXPECT_EQ(get(candidate(village_)), 200);
  EXPECT_EQ(get(vacancy(village_)), 200);
  EXPECT_EQ(get(candidate(island_)), 404);
  EXPECT_EQ(get(vacancy(island_)), 404);
  EXPECT_THAT(send(http::Method::get, candidate(village_)).body, HasSubstr("\"organisation\":\"Gemeente Dorp\""));
  sign_in("village");
  EXPECT_EQ(get("/v1/candidates/" + to_text(region_.candidate)), 404) << "the town shows its people to nobody";
  EXPECT_EQ(get("/v1/vacancies/" + to_text(region_.vacancy)), 200);
}

TEST_F(Tenancy, CountsAndFindsNobodyElse) {
  const std::size_t people = region_.people.size();
  EXPECT_EQ(found("candidates"), people + 1);
  EXPECT_EQ(counted("/v1/vacancies/" + to_text(region_.vacancy)), people + 1);
  const std::uint64_t work_of_region = found("vacancies");
  sign_in("village");
  EXPECT_EQ(found("candidates"), 1U);
  EXPECT_EQ(counted(vacancy(village_)), 1U);
  EXPECT_EQ(found("vacancies"), work_of_region);
  sign_in("island");
  EXPECT_EQ(found("candidates"), 1U);
  EXPECT_EQ(found("vacancies"), 1U);
  EXPECT_EQ(counted(candidate(island_)), 1U);
}

TEST_F(Tenancy, LearnsNothingByWhatResemblesARecordOfOthers) {
  EXPECT_EQ(post("/v1/candidates/_search", {{"like", to_text(island_.candidate)}}).status, 404);
  EXPECT_EQ(post("/v1/vacancies/_search", {{"like", to_text(island_.vacancy)}}).status, 404);
  EXPECT_EQ(found("candidates", {{"within", {to_text(island_.candidate), to_text(village_.candidate)}}}), 1U);
}

TEST_F(Tenancy, LeavesWhoSomebodyIsAndProposingThemToTheirOwnOrganisation) {
  const auto details = post(candidate(village_) + "/_details", {{"purpose", "to call them"}});
  EXPECT_EQ(details.status, 403);
  EXPECT_THAT(details.body, HasSubstr("ask it who they are"));
  const Json proposal{{"candidate", to_text(village_.candidate)}, {"vacancy", to_text(region_.vacancy)}};
  EXPECT_EQ(post("/v1/proposals", proposal).status, 403);
  EXPECT_EQ(post(candidate(village_) + "/_exchange").status, 403);
  sign_in("village");
  EXPECT_EQ(post(candidate(village_) + "/_exchange").status, 200);
  EXPECT_EQ(post(candidate(village_) + "/_details", {{"purpose", "to call them"}}).status, 200);
  EXPECT_EQ(post("/v1/proposals", proposal).status, 201);
}

TEST_F(Tenancy, ChangesWhatIsTheirOwn) {
  const std::string theirs = vacancy(village_) + "/record";
  EXPECT_EQ(get(theirs), 403);
  EXPECT_EQ(send(http::Method::patch, theirs, {{"title", "Other"}}).status, 403);
  EXPECT_EQ(send(http::Method::delete_, theirs).status, 403);
  EXPECT_EQ(
      send(http::Method::patch, "/v1/employers/" + to_text(village_.employer) + "/record", {{"name", "X"}}).status,
      403);
  const std::string moments = "/v1/employers/" + to_text(village_.employer) + "/contact-moments";
  EXPECT_EQ(post(moments, {{"kind", "visit"}, {"subject", "introduction"}}).status, 201)
      << "whoever speaks to an employer of the region writes it down";
  sign_in("village");
  EXPECT_EQ(send(http::Method::patch, theirs, {{"title", "Other"}}).status, 200);
}

TEST_F(Tenancy, GivesWhatIsMadeToTheOrganisationOfWhoMadeIt) {
  sign_in("village");
  const auto made = post("/v1/employers", {{"name", "Bakkerij Zonnedauw"}});
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_THAT(made.body, HasSubstr("passend:village"));
  const std::string path(made.header("Location").value_or(""));
  EXPECT_EQ(get(path), 200);
  sign_in("town");
  EXPECT_EQ(get(path), 403);
  EXPECT_EQ(get(path.substr(0, path.rfind('/'))), 200);
  sign_in("island");
  EXPECT_EQ(get(path), 404);
}

TEST_F(Tenancy, ReplaysARunOverWhatItsOrganisationSaw) {
  const auto page = Json::parse(post("/v1/vacancies/" + to_text(region_.vacancy) + "/_match").body);
  const std::string run = "/v1/runs/" + page.at("run").at("runId").get<std::string>();
  region_.recorder->flush();
  const auto replay = post(run + "/_replay");
  ASSERT_EQ(replay.status, 200) << replay.body;
  EXPECT_EQ(Json::parse(replay.body).at("verdict"), "proved") << replay.body;
  sign_in("village");
  EXPECT_EQ(get(run), 404);
  EXPECT_EQ(post(run + "/_replay").status, 404);
}

TEST_F(Tenancy, WorksInTheBackgroundOverWhatItsOrganisationSees) {
  sign_in("village");
  const Json batch = result_of({{"kind", "match_batch"}, {"top", 100}});
  ASSERT_TRUE(batch.is_string()) << batch;
  EXPECT_THAT(batch.get<std::string>(), HasSubstr(to_text(village_.candidate)));
  EXPECT_EQ(batch.get<std::string>().find(to_text(region_.candidate)), std::string::npos);
  sign_in("town", Role::functional_administrator);
  const auto request = [](CandidateId person) {
    return Json{
        {"kind", "person_request"}, {"candidateId", to_text(person)}, {"request", "export"}, {"reason", "asked"}};
  };
  EXPECT_EQ(result_of(request(region_.candidate)).value("candidateId", ""), to_text(region_.candidate));
  EXPECT_EQ(result_of(request(village_.candidate)).at("error").at("code"), "forbidden");
  EXPECT_EQ(result_of(request(island_.candidate)).at("error").at("code"), "not-found");
}

TEST_F(Tenancy, HasAnAuditOfItsOwnDeeds) {
  EXPECT_EQ(post("/v1/employers", {{"name", "Bakkerij van de stad"}}).status, 201);
  sign_in("village");
  EXPECT_EQ(post("/v1/employers", {{"name", "Bakkerij van het dorp"}}).status, 201);
  EXPECT_EQ(post("/v1/candidates/_search").status, 200);
  for (const std::string tenant : {"town", "village", "island"}) {
    sign_in(tenant, Role::auditor);
    for (const std::string list : {"audit", "reads"}) {
      const auto response = send(http::Method::get, "/v1/" + list);
      ASSERT_EQ(response.status, 200) << response.body;
      for (const std::string other : {"town", "village", "island"}) {
        const bool is_named = response.body.find("somebody of " + other) != std::string::npos;
        EXPECT_TRUE(other == tenant || !is_named) << tenant << " reads in the " << list << " of " << other;
      }
    }
  }
  sign_in("village", Role::auditor);
  EXPECT_THAT(send(http::Method::get, "/v1/audit").body, HasSubstr("jobhunter@village:somebody of village"));
  EXPECT_THAT(send(http::Method::get, "/v1/reads").body, HasSubstr("somebody of village"));
}

TEST_F(Tenancy, OfAPersonFollowsFromTheirOwnRecord) {
  sign_in("", Role::job_seeker);
  principal_.candidate = island_.candidate;
  EXPECT_EQ(get("/v1/me"), 200);
  EXPECT_EQ(found("vacancies"), 1U);
  EXPECT_EQ(get(vacancy(village_)), 404);
  sign_in("", Role::employer);
  principal_.employer = village_.employer;
  EXPECT_EQ(get(vacancy(village_) + "/record"), 200);
  EXPECT_EQ(found("vacancies"), 1U);
}

TEST_F(Tenancy, LetsInNobodyOfAnUnknownOrganisation) {
  for (const std::string tenant : {"", "elsewhere"}) {
    sign_in(tenant);
    const auto refused = post("/v1/candidates/_search");
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, HasSubstr("rganisation"));
  }
}

}  // namespace
}  // namespace passend::test
