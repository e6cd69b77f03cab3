// SPDX-License-Identifier: EUPL-1.2
#include "tests/api/contract.hpp"

#include <gtest/gtest.h>

#include <set>

#include "indexer/base/error.hpp"
#include "server/api/codes.hpp"
#include "server/api/openapi_document.hpp"
#include "server/api/routes.hpp"

namespace passend::test {
namespace {

TEST(Contract, DescribesEveryRouteAndNoOther) {
  const RegionServer region;
  std::set<std::string> routes;
  const http::Router router = api::make_router(*region.services, {});
  for (const auto& route : router.routes()) {
    routes.insert(std::string(http::to_text(route.method)) + " " + route.pattern);
  }
  std::set<std::string> described;
  for (const Operation& operation : operations()) described.insert(operation.method + " " + operation.path);
  EXPECT_EQ(routes, described);
}

template <class Code>
void expect_codes(const char* schema) {
  std::set<std::string> in_code;
  for (const auto& [code, name] : CodeNames<Code>::names) in_code.emplace(name);
  const auto in_document = openapi()["components"]["schemas"][schema]["enum"].get<std::set<std::string>>();
  EXPECT_EQ(in_code, in_document) << schema;
}

TEST(Contract, ListsTheCodesOfTheProgram) {
  expect_codes<api::Language>("Language");
  expect_codes<api::ConceptKind>("ConceptKind");
  expect_codes<extract::TextKind>("TextKind");
  expect_codes<api::Facet>("VacancyFacet");
  expect_codes<search::Order>("SearchSort");
  expect_codes<search::Offer>("OfferReason");
  expect_codes<engine::Lane>("Lane");
  expect_codes<engine::Verdict>("Outcome");
  expect_codes<engine::Side>("Side");
  expect_codes<Criterion>("Criterion");
  expect_codes<Importance>("Importance");
  expect_codes<ContractType>("ContractType");
  expect_codes<AgreementType>("AgreementType");
  expect_codes<WorkLevel>("WorkLevel");
  expect_codes<DrivingLicence>("DrivingLicence");
  expect_codes<VacancyStatus>("VacancyStatus");
  expect_codes<LanguageLevel>("LanguageLevel");
  expect_codes<Proficiency>("Proficiency");
  expect_codes<EducationLevel>("EducationLevel");
  expect_codes<WorkingCondition>("WorkingCondition");
  expect_codes<insight::RelaxationStep::Kind>("RelaxationKind");
}

TEST(Contract, EveryAnswerIsAsDescribed) {
  const RegionServer region;
  for (const Operation& operation : operations()) {
    const std::string target = target_of(operation, region);
    const Reply reply = operation.method == "POST" ? region.post(target, example_of(operation)) : region.get(target);
    EXPECT_EQ(reply.status, 200) << operation.id << '\n' << reply.body;
    expect_as_described(operation, reply);
  }
}

TEST(Contract, HoldsForEveryRecordOfTheRegion) {
  const RegionServer region;
  const Json& schemas = openapi()["components"]["schemas"];
  for (const auto& [id, portfolio] : region.people) {
    EXPECT_EQ(violations_of(region.get_ok("/v1/candidates/" + to_text(id)), schemas["Candidate"]), "");
  }
  for (std::uint32_t row = 0; row < region.engine->pool().vacancy_rows(); ++row) {
    const std::string id = to_text(region.engine->pool().vacancy_id(row));
    EXPECT_EQ(violations_of(region.get_ok("/v1/vacancies/" + id), schemas["Vacancy"]), "");
    const Json matches =
        region.post_ok("/v1/vacancies/" + id + "/_match", {{"lane", "one_question_open"}, {"pageSize", 5}});
    EXPECT_EQ(violations_of(matches, schemas["VacancyMatchResult"]), "");
  }
}

TEST(Contract, HoldsForExplanationsInEveryLaneAndLanguage) {
  const RegionServer region;
  std::set<std::string> lanes;
  int number = 0;
  for (const auto& [id, portfolio] : region.people) {
    const char* language = std::array{"nl", "nl-simple", "en"}.at(number++ % 3);
    const Json explanation = region.get_ok("/v1/vacancies/" + to_text(region.vacancy) + "/candidates/" + to_text(id) +
                                           "/explanation?language=" + language);
    EXPECT_EQ(violations_of(explanation, openapi()["components"]["schemas"]["Explanation"]), "");
    EXPECT_EQ(explanation["language"], language);
    lanes.insert(explanation["lane"].get<std::string>());
  }
  EXPECT_TRUE(lanes.contains("fits") && lanes.contains("falls_short"));
}

TEST(Contract, HoldsForEveryFacetAndFilter) {
  const RegionServer region;
  const Json everything{{"municipalities", {"Hilversum", "Huizen"}},
                        {"places", Json::array()},
                        {"sectors", {87, 52}},
                        {"contractTypes", {"permanent", "fixed_term"}},
                        {"agreements", {"job"}},
                        {"workLevels", {"vmbo", "mbo_havo_vwo"}},
                        {"languages", {"nld"}},
                        {"drivingLicences", {"B", "AM"}},
                        {"occupationUris", Json::array()},
                        {"radius", {{"postcode", "1211AB"}, {"km", 30}}}};
  for (const char* kind : {"candidates", "vacancies"}) {
    const bool is_vacancies = std::string_view(kind) == "vacancies";
    const Json& schemas = openapi()["components"]["schemas"];
    Json body{{"filters", everything}, {"facets", schemas[is_vacancies ? "VacancyFacet" : "CandidateFacet"]["enum"]}};
    if (is_vacancies) body["filters"]["statuses"] = {"open", "closed"};
    const std::string target = "/v1/" + std::string(kind) + "/_search";
    const Json& result = schemas[is_vacancies ? "VacancySearchResult" : "CandidateSearchResult"];
    EXPECT_EQ(violations_of(region.post_ok(target, body), result), "");
    body.erase("filters");
    const Json all = region.post_ok(target, body);
    EXPECT_EQ(violations_of(all, result), "");
    EXPECT_EQ(all["facets"].size(), body["facets"].size());
    EXPECT_GT(all["total"], 20);
  }
}

TEST(Contract, IsServedToEveryOrigin) {
  const RegionServer region;
  RawClient client(region.port);
  client.send("GET /v1/openapi.json HTTP/1.1\r\nHost: localhost:" + std::to_string(region.port) +
              "\r\nOrigin: https://example.org\r\nSec-Fetch-Site: cross-site\r\n\r\n");
  const auto reply = client.read_reply();
  EXPECT_EQ(reply->status, 200);
  EXPECT_EQ(reply->header("Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(Json::parse(reply->body), openapi());
}

}  // namespace
}  // namespace passend::test
