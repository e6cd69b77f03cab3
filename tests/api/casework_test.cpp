// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "server/api/proposals.hpp"
#include "server/api/routes.hpp"
#include "tests/api/region_server.hpp"

/// Shortlists, contacts and proposals between a mediator, a person and an employer.
namespace passend::test {
namespace {

using auth::Role;

class Casework : public testing::Test {
 protected:
  Casework()
      : router_(api::make_router(*region_.services, {[this](const http::Request&) { return principal_; }, {}}, {})) {
    for (const VacancyId id : region_.vacancies) {
      const auto vacancy = region_.store->vacancy(id, store::Scope::vacancies_only());
      if (vacancy->record.status != VacancyStatus::open || !vacancy->record.employer_id) continue;
      vacancy_ = id;
      employer_ = *vacancy->record.employer_id;
      break;
    }
  }

  void sign_in(Role role, const std::string& subject) {
    principal_.emplace();
    principal_->subject = subject;
    principal_->roles.add(role);
    if (role == Role::job_seeker) principal_->candidate = region_.candidate;
    if (role == Role::employer) principal_->employer = employer_;
  }

  http::Response send(http::Method method, const std::string& target, const Json& body = nullptr,
                      const std::string& tag = "") {
    http::Request request = request_to(method, target, body);
    if (!tag.empty()) request.fields.push_back({"If-Match", tag});
    return router_.answer(request);
  }
  http::Response get(const std::string& target) { return send(http::Method::get, target); }
  Json get_ok(const std::string& target) {
    const auto response = get(target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    return Json::parse(response.body);
  }

  std::string post(const std::string& target, const Json& body) {
    const auto response = send(http::Method::post, target, body);
    EXPECT_EQ(response.status, 201) << response.body;
    return std::string(response.header("Location").value_or(""));
  }

  std::string tag_of(const std::string& path) { return std::string(get(path).header("ETag").value_or("\"1-\"")); }

  int step(const std::string& path, const char* to) {
    return send(http::Method::patch, path, {{"step", to}, {"reason", "zo afgesproken"}}, tag_of(path)).status;
  }

  RegionServer region_;
  std::optional<auth::Principal> principal_;
  http::Router router_;
  VacancyId vacancy_;
  EmployerId employer_;
};

TEST_F(Casework, AProposalGoesFromTheMediatorOverThePersonToTheEmployer) {
  sign_in(Role::jobhunter, "one");
  const Json body{{"candidate", to_text(region_.candidate)},
                  {"vacancy", to_text(vacancy_)},
                  {"reason", "Drie jaar ervaring."},
                  {"run", to_text(region_.run)}};
  const std::string path = post("/v1/proposals", body);
  EXPECT_EQ(send(http::Method::post, "/v1/proposals", body).status, 409) << "under way already";
  EXPECT_EQ(step(path, "sent"), 409) << "the person did not agree yet";

  sign_in(Role::employer, "firm");
  const std::string of_vacancy = "/v1/vacancies/" + to_text(vacancy_) + "/proposals";
  EXPECT_EQ(get(path).status, 404);
  EXPECT_TRUE(get_ok(of_vacancy)["proposals"].empty());

  sign_in(Role::job_seeker, "person");
  const Json mine = get_ok("/v1/candidates/" + to_text(region_.candidate) + "/proposals")["proposals"];
  ASSERT_EQ(mine.size(), 1U);
  EXPECT_EQ(mine[0]["vacancy"]["vacancyId"], to_text(vacancy_));
  EXPECT_EQ(step(path, "placed"), 409);
  EXPECT_EQ(step(path, "agreed"), 200);

  sign_in(Role::jobhunter, "one");
  EXPECT_EQ(step(path, "sent"), 200);
  sign_in(Role::employer, "firm");
  const Json received = get_ok(of_vacancy)["proposals"];
  ASSERT_EQ(received.size(), 1U);
  EXPECT_EQ(received[0]["candidate"]["candidateId"], to_text(region_.candidate));
  EXPECT_EQ(step(path, "agreed"), 409);
  EXPECT_EQ(step(path, "invited"), 200);
  EXPECT_EQ(step(path, "placed"), 200);
  const Json placed = get_ok(path);
  EXPECT_EQ(placed["proposedBy"], "one");
  EXPECT_EQ(placed["run"], to_text(region_.run));
}

TEST_F(Casework, NobodyIsProposedForAClosedVacancyOrIsProposedWhoIsNotThere) {
  sign_in(Role::jobhunter, "one");
  auto closed = region_.store->vacancy(vacancy_, store::Scope::vacancies_only())->record;
  closed.status = VacancyStatus::closed;
  region_.store->write({store::Record(closed)}, {"test", "close"});
  EXPECT_EQ(send(http::Method::post, "/v1/proposals",
                 {{"candidate", to_text(region_.candidate)}, {"vacancy", to_text(vacancy_)}})
                .status,
            409);
  EXPECT_EQ(send(http::Method::post, "/v1/proposals",
                 {{"candidate", to_text(CandidateId::random())}, {"vacancy", to_text(region_.vacancy)}})
                .status,
            400);
}

TEST_F(Casework, AShortlistKeepsItsOrderAndNotesAndShowsWhoIsStillThere) {
  sign_in(Role::jobhunter, "one");
  const auto other = region_.people.begin()->first;
  const std::string path = post(
      "/v1/selections",
      {{"name", "Magazijn"},
       {"candidates",
        {{{"candidate", to_text(region_.candidate)}, {"note", "belt maandag"}}, {{"candidate", to_text(other)}}}}});
  Portfolio restricted = region_.people.at(other);
  restricted.search.own_say.restricted = true;
  region_.store->write({store::Replacement{restricted, 1}}, {"test", "restrict"});
  const Json people = get_ok(path + "/candidates")["candidates"];
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0]["note"], "belt maandag");
  EXPECT_TRUE(people[0].contains("candidate"));
  EXPECT_FALSE(people[1].contains("candidate"));
  const std::string tag = tag_of(path);
  const Json twice{
      {"candidates", {{{"candidate", to_text(region_.candidate)}}, {{"candidate", to_text(region_.candidate)}}}}};
  EXPECT_EQ(send(http::Method::patch, path, twice, tag).status, 400);
  EXPECT_EQ(send(http::Method::patch, path, {{"name", "Magazijn en kantoor"}}, tag).status, 200)
      << "who is gone may stay in it";
  EXPECT_EQ(get_ok("/v1/selections")["selections"].size(), 1U);
  sign_in(Role::jobhunter, "two");
  EXPECT_EQ(get(path).status, 404);
  EXPECT_TRUE(get_ok("/v1/selections")["selections"].empty());
}

TEST_F(Casework, AContactStandsWithItsEmployerNewestFirst) {
  sign_in(Role::employer_adviser, "adviser");
  const std::string list = "/v1/employers/" + to_text(employer_) + "/contact-moments";
  post(list, {{"day", "2026-10-01"}, {"kind", "telephone"}, {"subject", "vacancy"}});
  const std::string path = post(list, {{"kind", "visit"}, {"subject", "placement"}, {"notes", "Gaat goed."}});
  const Json moments = get_ok(list)["contactMoments"];
  ASSERT_EQ(moments.size(), 2U);
  EXPECT_EQ(moments[0]["notes"], "Gaat goed.");
  EXPECT_EQ(send(http::Method::patch, path, {{"employer", to_text(EmployerId::random())}}, tag_of(path)).status, 400)
      << "a contact stays with its employer";
  EXPECT_EQ(send(http::Method::delete_, path, nullptr, tag_of(path)).status, 204);
  EXPECT_EQ(get_ok(list)["contactMoments"].size(), 1U);
}

TEST_F(Casework, AnEmployerChangesItsOwnContactPersonsAndNotItsName) {
  sign_in(Role::employer, "firm");
  const std::string path = "/v1/employers/" + to_text(employer_) + "/record";
  const std::string tag = tag_of(path);
  EXPECT_EQ(send(http::Method::patch, path, {{"name", "Andere BV"}}, tag).status, 400);
  const auto changed = send(http::Method::patch, path, {{"contacts", {{{"name", "Balie"}}}}}, tag);
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(Json::parse(changed.body)["contacts"][0]["name"], "Balie");
}

TEST_F(Casework, DetailsAreOpenedWithAPurposeThatStandsInTheAudit) {
  sign_in(Role::jobhunter, "one");
  const Portfolio& person = region_.people.at(region_.candidate);
  const std::string target = "/v1/candidates/" + to_text(region_.candidate) + "/_details";
  EXPECT_EQ(send(http::Method::post, target, Json::object()).status, 400);
  const auto opened = send(http::Method::post, target, {{"purpose", "bellen over de vacature"}});
  ASSERT_EQ(opened.status, 200) << opened.body;
  const Json answer = Json::parse(opened.body);
  EXPECT_EQ(answer["details"]["name"], person.detail.name);
  EXPECT_EQ(answer["ownCaseload"], false);
  principal_->caseload = person.search.caseload;
  const Json own = Json::parse(send(http::Method::post, target, {{"purpose", "intake"}}).body);
  EXPECT_EQ(own["ownCaseload"], !person.search.caseload.empty());
  EXPECT_EQ(region_.get("/v1/candidates/" + to_text(region_.candidate)).body.find(person.detail.name),
            std::string::npos);
}

TEST_F(Casework, WhoIsShownManyPeopleIsNoticedAndNotStopped) {
  region_.services->tripwire = std::make_shared<api::Tripwire>(40);
  sign_in(Role::jobhunter, "one");
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(send(http::Method::post, "/v1/candidates/_search", {{"pageSize", 25}}).status, 200);
    EXPECT_EQ(region_.services->tripwire->alarms(), i == 0 ? 0U : 1U);
  }
}

TEST_F(Casework, OutsideTheOwnCaseloadOnlySoManyPeopleAreOpenedInADay) {
  region_.services->view_budget = std::make_shared<api::ViewBudget>(2);
  sign_in(Role::jobhunter, "one");
  int refused = 0;
  auto person = region_.people.begin();
  const auto open = [&](CandidateId id) {
    return send(http::Method::post, "/v1/candidates/" + to_text(id) + "/_details", {{"purpose", "zoeken"}}).status;
  };
  for (int i = 0; i < 4; ++i) refused += open((person++)->first) == 429 ? 1 : 0;
  EXPECT_EQ(refused, 2);
  EXPECT_EQ(open(region_.people.begin()->first), 200) << "the same person counts once a day";
  sign_in(Role::jobhunter, "two");
  EXPECT_EQ(open(std::next(region_.people.begin(), 5)->first), 200);
}

}  // namespace
}  // namespace passend::test
