// SPDX-License-Identifier: EUPL-1.2
// What an auditor reads: who did what, whether the chain is whole, and who looked at whom.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "server/api/routes.hpp"
#include "tests/api/region_server.hpp"

namespace passend::test {
namespace {

using auth::Role;

class Accountability : public testing::Test {
 protected:
  Accountability()
      : router_(api::make_router(*region_.services, {[this](const http::Request&) { return principal_; }, {}}, {})) {
    sign_in(Role::auditor);
  }

  void sign_in(Role role, const std::string& tenant = "") {
    principal_ = auth::Principal{};
    principal_.subject = "subject-of-" + std::string(to_text(role));
    principal_.tenant = tenant;
    principal_.roles.add(role);
  }

  http::Response get(const std::string& target, const std::string& purpose = "a complaint") {
    http::Request request = request_to(http::Method::get, target);
    request.fields.push_back({"X-Passend-Purpose", purpose});
    return router_.answer(request);
  }

  Json got(const std::string& target) {
    const auto response = get(target);
    EXPECT_EQ(response.status, 200) << target << '\n' << response.body;
    return Json::parse(response.body);
  }

  static std::vector<std::int64_t> numbers(const Json& page) {
    std::vector<std::int64_t> found;
    for (const Json& row : page["rows"]) found.push_back(row["number"]);
    return found;
  }

  /// The page that a Link leads to.
  static std::string next_of(const http::Response& response) {
    const std::string links(response.header("Link").value_or(""));
    const auto end = links.find(">; rel=\"next\"");
    if (end == std::string::npos) return {};
    const auto begin = links.rfind('<', end) + 1;
    return links.substr(begin, end - begin);
  }

  RegionServer region_;
  auth::Principal principal_;
  http::Router router_;
};

TEST_F(Accountability, TheAuditIsReadNewestFirstAndReadingItIsARow) {
  const Json first = got("/v1/audit?pageSize=5");
  EXPECT_GT(first["total"], 200) << "the region that was loaded";
  EXPECT_EQ(first["rows"][0]["number"], first["upTo"]);
  EXPECT_EQ(first["rows"][0]["actor"], "test");
  const Json again = got("/v1/audit?pageSize=5");
  EXPECT_EQ(again["total"], first["total"].get<int>() + 1);
  const Json& row = again["rows"][0];
  EXPECT_EQ(row["actor"], "auditor:subject-of-auditor");
  EXPECT_EQ(row["purpose"], "a complaint");
  EXPECT_EQ(row["action"], "read");
  EXPECT_EQ(row["about"], "audit");
  EXPECT_FALSE(row.contains("recordId"));
}

TEST_F(Accountability, PagesOfTheAuditBelongTogetherWhateverHappensMeanwhile) {
  std::vector<std::int64_t> seen;
  std::string target = "/v1/audit?about=vacancy&pageSize=25";
  int total = 0;
  while (!target.empty()) {
    const auto response = get(target);
    const Json page = Json::parse(response.body);
    total = page["total"];
    for (const std::int64_t number : numbers(page)) seen.push_back(number);
    region_.put_back();  // Somebody works on.
    target = next_of(response);
  }
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(total));
  EXPECT_TRUE(std::is_sorted(seen.rbegin(), seen.rend()));
  EXPECT_EQ(std::set<std::int64_t>(seen.begin(), seen.end()).size(), seen.size());
}

TEST_F(Accountability, TheAuditIsAskedByRecordActorDeedAndDay) {
  const std::string id = to_text(region_.candidate);
  const Json of_person = got("/v1/audit?recordId=" + id + "&about=portfolio");
  ASSERT_GE(of_person["total"], 1);
  for (const Json& row : of_person["rows"]) EXPECT_EQ(row["recordId"], id);
  EXPECT_EQ(got("/v1/audit?recordId=" + id + "&about=vacancy")["total"], 0);
  EXPECT_EQ(got("/v1/audit?actor=nobody")["total"], 0);
  EXPECT_EQ(got("/v1/audit?until=1999-12-31")["total"], 0);
  EXPECT_GT(got("/v1/audit?action=insert&from=2020-01-01")["total"], 100);
  EXPECT_GE(got("/v1/audit?actor=auditor%3Asubject-of-auditor&about=audit")["total"], 4);
  const auto refused = get("/v1/audit?from=2026-02-30&about=people&recordId=x");
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(Json::parse(refused.body)["violations"].size(), 3U) << refused.body;
  EXPECT_EQ(get("/v1/audit?from=2026-02-03&until=2026-02-02").status, 400);
  EXPECT_EQ(get("/v1/audit?about=audit&recordId=" + id).status, 400);
}

TEST_F(Accountability, TheChainIsVerifiedForWhoKeepsTheSystemToo) {
  sign_in(Role::functional_administrator);
  const Json report = got("/v1/audit/_verify");
  EXPECT_EQ(report["whole"], true);
  EXPECT_EQ(report["rows"], report["newest"]["number"]);
  EXPECT_TRUE(report["problems"].empty());
  EXPECT_EQ(get("/v1/audit").status, 403);
  EXPECT_EQ(get("/v1/reads").status, 403);
}

TEST_F(Accountability, TheReadLogSaysWhoLookedAndIsLoggedItself) {
  sign_in(Role::jobhunter, "Gemeente Voorbeeld");
  ASSERT_EQ(get("/v1/candidates/" + to_text(region_.candidate), "intake").status, 200);
  sign_in(Role::auditor, "Gemeente Voorbeeld");
  const std::string target = "/v1/reads?candidateId=" + to_text(region_.candidate);
  const Json page = got(target);
  ASSERT_EQ(page["total"], 1);
  const Json& row = page["rows"][0];
  EXPECT_EQ(row["candidateId"], to_text(region_.candidate));
  EXPECT_EQ(row["action"], "see_candidate");
  EXPECT_EQ(row["reader"], "subject-of-jobhunter");
  EXPECT_EQ(row["organisation"], "Gemeente Voorbeeld");
  EXPECT_EQ(row["purpose"], "intake");
  const Json again = got(target);
  ASSERT_EQ(again["total"], 2);
  EXPECT_EQ(again["rows"][0]["action"], "see_reads");
  EXPECT_EQ(again["rows"][0]["reader"], "subject-of-auditor");
  EXPECT_GE(got("/v1/audit?about=read_log")["total"], 2);
  EXPECT_EQ(got(target + "&reader=subject-of-jobhunter&action=see_candidate")["total"], 1);
  EXPECT_EQ(got(target + "&until=1999-12-31")["total"], 0);
  sign_in(Role::auditor, "Gemeente Elders");
  EXPECT_EQ(got(target)["total"], 0) << "the looks of another organisation";
}

TEST_F(Accountability, PagesOfTheReadLogBelongTogetherAlthoughReadingThemIsLogged) {
  sign_in(Role::jobhunter);
  for (int look = 0; look < 7; ++look) get("/v1/candidates/" + to_text(region_.candidate));
  sign_in(Role::auditor);
  std::size_t seen = 0;
  for (std::string target = "/v1/reads?pageSize=2"; !target.empty();) {
    const auto response = get(target);
    seen += Json::parse(response.body)["rows"].size();
    target = next_of(response);
    ASSERT_LE(seen, 7U);
  }
  EXPECT_EQ(seen, 7U);
}

}  // namespace
}  // namespace passend::test
