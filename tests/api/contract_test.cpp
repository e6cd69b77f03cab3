// SPDX-License-Identifier: EUPL-1.2
#include "tests/api/contract.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "server/api/audit.hpp"
#include "server/api/codes.hpp"
#include "server/api/openapi_document.hpp"
#include "server/api/routes.hpp"

namespace passend::test {
namespace {

TEST(Contract, DescribesEveryRouteAndNoOther) {
  const RegionServer region;
  std::set<std::string> routes;
  const http::Router router = api::make_router(*region.services, auth::without_sign_in(), {});
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
  expect_codes<vum_mediator::Demand>("ExchangeDemand");
  expect_codes<api::AuditSubject>("AuditSubject");
  expect_codes<api::Deed>("AuditAction");
}

/// The records of the store's JSON Schemas stand in the contract with the same members.
TEST(Contract, KnowsTheMembersOfTheRecords) {
  const auto names = [](const Json& schema) {
    std::set<std::string> found;
    for (const auto& [name, property] : schema["properties"].items()) found.insert(name);
    return found;
  };
  for (const auto& [file, component] : std::map<std::string, std::string>{{"vacancy", "VacancyRecord"},
                                                                          {"search-profile", "SearchProfileRecord"},
                                                                          {"employer", "EmployerRecord"},
                                                                          {"detail-profile", "DetailProfile"},
                                                                          {"selection", "SelectionRecord"},
                                                                          {"proposal", "ProposalRecord"},
                                                                          {"contact-moment", "ContactMomentRecord"}}) {
    const Json schema = Json::parse(read_file(PASSEND_SOURCE_DIR "/schemas/json/" + file + ".schema.json"));
    const Json& described = openapi()["components"]["schemas"][component];
    EXPECT_EQ(names(schema), names(described)) << component;
    EXPECT_EQ(schema["required"], described["required"]) << component;
  }
}

TEST(Contract, EveryAnswerIsAsDescribed) {
  const RegionServer region;
  for (const Operation& operation : operations()) {
    region.put_back();  // Something was erased, too.
    const std::string target = target_of(operation, region);
    const Reply reply = ask(operation, target, region);
    EXPECT_EQ(reply.status, operation.success) << operation.id << '\n' << reply.body;
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

TEST(Contract, HoldsForAnExplanationOfEveryVacancy) {
  const RegionServer region;
  std::set<std::string> kinds;
  auto person = region.people.begin();
  for (std::uint32_t row = 0; row < region.engine->pool().vacancy_rows(); ++row, ++person) {
    const Json explanation = region.get_ok("/v1/vacancies/" + to_text(region.engine->pool().vacancy_id(row)) +
                                           "/candidates/" + to_text(person->first) + "/explanation");
    EXPECT_EQ(violations_of(explanation, openapi()["components"]["schemas"]["Explanation"]), "");
    for (const char* side : {"demand", "supply"}) {
      for (const Json& criterion : explanation[side]["criteria"]) {
        for (const Json& evidence : criterion["evidence"]) kinds.insert(evidence["kind"].get<std::string>());
      }
    }
  }
  EXPECT_TRUE(kinds.contains("not_asked") && kinds.contains("related_concept")) << kinds.size();
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

/// A GET with more headers, each ended by CRLF.
Reply get_with(const RegionServer& region, const std::string& target, const std::string& headers) {
  RawClient client(region.port);
  client.send("GET " + target + " HTTP/1.1\r\nHost: localhost:" + std::to_string(region.port) + "\r\n" + headers +
              "\r\n");
  return client.read_reply().value();
}

TEST(Contract, IsServedToEveryOrigin) {
  const RegionServer region;
  const std::string other_site = "Origin: https://example.org\r\nSec-Fetch-Site: cross-site\r\n";
  const Reply json = get_with(region, "/v1/openapi.json", other_site);
  EXPECT_EQ(json.status, 200);
  EXPECT_EQ(json.header("Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(Json::parse(json.body), openapi());
  const Reply yaml = get_with(region, "/v1/openapi.yaml", other_site + "Accept: application/yaml\r\n");
  EXPECT_EQ(yaml.status, 200);
  EXPECT_EQ(yaml.header("Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(yaml.body, read_file(PASSEND_SOURCE_DIR "/schemas/openapi/passend.yaml"));
  EXPECT_EQ(get_with(region, "/v1/openapi.yaml", "Accept: application/json\r\n").status, 406);
  EXPECT_EQ(get_with(region, "/v1/status", other_site).status, 403);
}

TEST(Contract, WhatIsAtHandIsNotSentAgain) {
  const RegionServer region;
  int tagged = 0;
  for (const Operation& operation : operations()) {
    if (!operation.description["responses"].contains("304")) continue;
    ++tagged;
    const std::string target = target_of(operation, region);
    const std::string tag = region.get(target).header("ETag");
    const Reply unchanged = get_with(region, target, "If-None-Match: \"other\", " + tag + "\r\n");
    EXPECT_EQ(unchanged.status, 304) << operation.id;
    expect_as_described(operation, unchanged);
    EXPECT_EQ(unchanged.header("ETag"), tag);
    EXPECT_EQ(unchanged.header("Content-Length"), "");
    EXPECT_EQ(get_with(region, target, "If-None-Match: \"other\"\r\n").status, 200) << operation.id;
  }
  EXPECT_EQ(tagged, 16);
}

TEST(Contract, TheTagOfARecordGoesWithItsLanguage) {
  const RegionServer region;
  const std::string target = "/v1/candidates/" + to_text(region.candidate);
  EXPECT_NE(region.get(target + "?language=nl").header("ETag"), region.get(target + "?language=en").header("ETag"));
}

TEST(Contract, HoldsForEveryKindOfRefusal) {
  const RegionServer region;
  for (const Operation& operation : operations()) {
    const std::string target = target_of(operation, region);
    const Reply refused_type =
        get_with(region, operation.method == "GET" ? target : "/v1/status", "Accept: text/html\r\n");
    EXPECT_EQ(refused_type.status, 406) << operation.id;
    expect_as_described(operation, refused_type);
    const bool is_put = openapi()["paths"].value(target.substr(3), Json::object()).contains("put");
    const Reply refused_method = ask(region.port, is_put ? "DELETE" : "PUT", target);
    EXPECT_EQ(refused_method.status, 405) << operation.id;
    expect_as_described(operation, refused_method);
    const Reply trailing_slash = ask(region.port, operation.method, target + "/");
    EXPECT_EQ(trailing_slash.status, 404) << operation.id;
    expect_as_described(operation, trailing_slash);
    if (operation.method != "POST") continue;
    RawClient client(region.port);
    client.send("POST " + target + " HTTP/1.1\r\nHost: localhost:" + std::to_string(region.port) +
                "\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}");
    const Reply refused_body = client.read_reply().value();
    EXPECT_EQ(refused_body.status, 415) << operation.id;
    expect_as_described(operation, refused_body);
  }
}

}  // namespace
}  // namespace passend::test
