// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "tests/api/region_server.hpp"

/// Records that are changed over the API: by version, once, and with what the server keeps.
namespace passend::test {
namespace {

const Json vacancy_body{{"title", "Medewerker magazijn"}, {"location", {{"postcode", "1211"}}}};

std::string if_match(const std::string& tag) {
  return "If-Match: " + tag + "\r\n";
}

class Changes : public testing::Test {
 protected:
  Reply send(const char* method, const std::string& target, const Json& body, const std::string& fields = "") const {
    return ask(region_.port, method, target, body.is_null() ? "" : body.dump(), fields);
  }
  /// The path of a new vacancy.
  std::string post() const { return send("POST", "/v1/vacancies", vacancy_body).header("Location"); }

  RegionServer region_;
};

TEST_F(Changes, APostedVacancyIsThereUnderItsLocation) {
  const Reply posted = send("POST", "/v1/vacancies", vacancy_body);
  ASSERT_EQ(posted.status, 201) << posted.body;
  const Reply found = region_.get(posted.header("Location"));
  EXPECT_EQ(found.body, posted.body);
  EXPECT_EQ(found.header("ETag"), posted.header("ETag"));
  const Json record = Json::parse(found.body);
  EXPECT_EQ(record["title"], vacancy_body["title"]);
  EXPECT_EQ(record["status"], "open");
  EXPECT_EQ(record["source"]["system"], "passend");
  EXPECT_TRUE(record.contains("posted"));
}

TEST_F(Changes, AreOfTheVersionThatWasRead) {
  const std::string path = post();
  const std::string first = region_.get(path).header("ETag");
  EXPECT_EQ(send("PATCH", path, {{"status", "closed"}}).status, 428);
  const Reply changed = send("PATCH", path, {{"status", "closed"}}, if_match(first));
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_NE(changed.header("ETag"), first);
  EXPECT_EQ(send("PATCH", path, {{"status", "open"}}, if_match(first)).status, 412);
  EXPECT_EQ(send("DELETE", path, nullptr, if_match(first)).status, 412);
  EXPECT_EQ(Json::parse(region_.get(path).body)["status"], "closed");
  EXPECT_EQ(send("DELETE", path, nullptr, if_match(changed.header("ETag"))).status, 204);
  EXPECT_EQ(region_.get(path).status, 404);
}

TEST_F(Changes, ANullInAPatchRemovesAndWhatIsNotNamedStays) {
  const std::string path = post();
  const Reply patched =
      send("PATCH", path, {{"location", nullptr}, {"positions", 3}}, if_match(region_.get(path).header("ETag")));
  const Json record = Json::parse(patched.body);
  EXPECT_FALSE(record.contains("location")) << record;
  EXPECT_EQ(record["positions"], 3);
  EXPECT_EQ(record["title"], vacancy_body["title"]);
}

TEST_F(Changes, ARequestThatIsSentAgainIsCarriedOutOnce) {
  const std::string key = "Idempotency-Key: 7b1d\r\n";
  const Reply first = send("POST", "/v1/vacancies", vacancy_body, key);
  const Reply again = send("POST", "/v1/vacancies", vacancy_body, key);
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.header("Location"), first.header("Location"));
  EXPECT_EQ(again.body, first.body);
  Json other = vacancy_body;
  other["title"] = "Kok";
  EXPECT_EQ(send("POST", "/v1/vacancies", other, key).status, 409);
  EXPECT_EQ(send("POST", "/v1/vacancies", vacancy_body, "Idempotency-Key: a b\r\n").status, 400);
}

TEST_F(Changes, NameEveryRuleThatTheyBreak) {
  const Reply reply = send(
      "POST", "/v1/vacancies",
      {{"id", "0"}, {"title", "Kok, BSN 123456782"}, {"hours", {{"minimum", 40}, {"maximum", 20}}}, {"colour", "red"}});
  EXPECT_EQ(reply.status, 400);
  for (const char* place : {"/id", "/title"}) EXPECT_NE(reply.body.find(place), std::string::npos) << reply.body;
  EXPECT_EQ(reply.body.find("123456782"), std::string::npos);
  const Reply record = send("POST", "/v1/vacancies",
                            {{"hours", {{"minimum", 40}, {"maximum", 20}}}, {"colour", "red"}, {"status", "lost"}});
  for (const char* place : {"/title", "/hours/minimum", "/colour", "/status"}) {
    EXPECT_NE(record.body.find(place), std::string::npos) << record.body;
  }
}

TEST_F(Changes, AVacancyOfAnEmployerThatIsNotThereIsRefused) {
  Json body = vacancy_body;
  body["employerId"] = to_text(EmployerId::random());
  EXPECT_EQ(send("POST", "/v1/vacancies", body).status, 400);
  body["employerId"] = to_text(region_.employer);
  const Json record = Json::parse(send("POST", "/v1/vacancies", body).body);
  EXPECT_EQ(record["employerName"], region_.get_ok("/v1/employers/" + to_text(region_.employer))["name"]);
  const Json listed = region_.get_ok("/v1/employers/" + to_text(region_.employer) + "/vacancies?pageSize=100");
  std::set<std::string> ids;
  for (const Json& vacancy : listed["vacancies"]) ids.insert(vacancy["vacancyId"].get<std::string>());
  EXPECT_TRUE(ids.contains(record["id"].get<std::string>()));
}

}  // namespace
}  // namespace passend::test
