// SPDX-License-Identifier: EUPL-1.2
#include "tests/api/contract.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "server/api/openapi_document.hpp"

namespace passend::test {
namespace {

const Json& resolved(const Json& node) {
  return node.contains("$ref") ? openapi().at(Json::json_pointer(node["$ref"].get<std::string>().substr(1))) : node;
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t place = text.find(from);
  if (place != std::string::npos) text.replace(place, from.size(), to);
}

}  // namespace

const Json& openapi() {
  static const Json document = Json::parse(api::openapi_document());
  return document;
}

std::vector<Operation> operations() {
  std::vector<Operation> found;
  for (const auto& [path, item] : openapi()["paths"].items()) {
    const bool is_versioned = !item.contains("servers");
    for (const char* method : {"get", "post", "put", "patch", "delete"}) {
      if (!item.contains(method)) continue;
      Operation operation;
      operation.description = item[method];
      operation.id = operation.description["operationId"];
      for (const char* letter = method; *letter != 0; ++letter) {
        operation.method += static_cast<char>(std::toupper(*letter));
      }
      operation.path = (is_versioned ? "/v1" : "") + path;
      const auto schema = Json::json_pointer("/requestBody/content/application~1json/schema/$ref");
      if (operation.description.contains(schema)) {
        const std::string reference = operation.description[schema];
        operation.body_schema = reference.substr(reference.rfind('/') + 1);
      }
      found.push_back(std::move(operation));
    }
  }
  return found;
}

std::string target_of(const Operation& operation, const RegionServer& region) {
  std::string target = operation.path;
  replace(target, "{candidateId}", to_text(region.candidate));
  replace(target, "{vacancyId}", to_text(region.vacancy));
  replace(target, "{employerId}", to_text(region.employer));
  replace(target, "{runId}", to_text(region.run));
  return target;
}

Json example_of(const Operation& operation) {
  return operation.description.at(Json::json_pointer("/requestBody/content/application~1json/example"));
}

std::string violations_of(const Json& body, const Json& schema) {
  // References point into the components, so those stand beside the schema.
  const Json root{{"components", openapi()["components"]}, {"allOf", {schema}}};
  valijson::Schema parsed;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(root), parsed);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(parsed, valijson::adapters::NlohmannJsonAdapter(body), &results)) return "";
  std::string text;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) text += part;
    text += ": " + error.description + '\n';
  }
  return text;
}

void expect_as_described(const Operation& operation, const Reply& reply) {
  const std::string status = std::to_string(reply.status);
  const Json& responses = operation.description["responses"];
  const Json& response = resolved(responses.contains(status) ? responses[status] : responses["default"]);
  for (const auto& [name, header] : response["headers"].items()) {
    EXPECT_NE(reply.header(name), "") << operation.id << " lacks the header " << name;
  }
  EXPECT_EQ(reply.header("API-Version"), openapi()["info"]["version"]);
  if (!response.contains("content")) {
    EXPECT_EQ(reply.body, "") << operation.id;
    return;
  }
  const std::string type = reply.status < 400 ? response["content"].begin().key() : "application/problem+json";
  EXPECT_EQ(reply.header("Content-Type"), type) << operation.id;
  if (!type.ends_with("json")) return;
  const Json body = Json::parse(reply.body, nullptr, false);
  ASSERT_FALSE(body.is_discarded()) << operation.id << ": the body is no JSON";
  EXPECT_EQ(violations_of(body, response["content"][type]["schema"]), "") << operation.id << ' ' << status << '\n'
                                                                          << reply.body.substr(0, 2000);
}

}  // namespace passend::test
