// SPDX-License-Identifier: EUPL-1.2
#include "tests/api/contract.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "indexer/base/error.hpp"
#include "server/api/openapi_document.hpp"

namespace passend::test {
namespace {

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
      if (operation.description.contains("requestBody")) {
        const Json& content = operation.description["requestBody"]["content"];
        operation.body_type = content.begin().key();
        const std::string reference = content.begin().value()["schema"]["$ref"];
        operation.body_schema = reference.substr(reference.rfind('/') + 1);
      }
      for (const int status : {204, 202, 201}) {
        if (operation.description["responses"].contains(std::to_string(status))) operation.success = status;
      }
      found.push_back(std::move(operation));
    }
  }
  return found;
}

bool takes_version(const Operation& operation) {
  const Json parameters = operation.description.value("parameters", Json::array());
  return std::any_of(parameters.begin(), parameters.end(),
                     [](const Json& parameter) { return resolved(parameter)["name"] == "If-Match"; });
}

Reply ask(const Operation& operation, const std::string& target, const RegionServer& region, const Json& body) {
  std::string fields;
  region.put_back();
  if (takes_version(operation)) {
    fields = "If-Match: " + region.get(target.substr(0, target.find('?'))).header("ETag") + "\r\n";
  }
  return ask(region.port, operation.method, target, body.is_null() ? "" : body.dump(), fields);
}

Reply ask(const Operation& operation, const std::string& target, const RegionServer& region) {
  return ask(operation, target, region, operation.body_type.empty() ? Json() : example_for(operation, region));
}

std::string target_of(const Operation& operation, const RegionServer& region) {
  std::string target = operation.path;
  replace(target, "{candidateId}", to_text(region.candidate));
  replace(target, "{vacancyId}", to_text(region.vacancy));
  replace(target, "{employerId}", to_text(region.employer));
  replace(target, "{runId}", to_text(region.run));
  replace(target, "{selectionId}", to_text(region.selection));
  replace(target, "{proposalId}", to_text(region.proposal));
  replace(target, "{contactMomentId}", to_text(region.contact_moment));
  replace(target, "{exchangeId}", to_text(region.exchange_candidate));
  replace(target, "{jobId}", to_text(region.job));
  return target;
}

Json example_of(const Operation& operation) {
  return operation.description.at("requestBody").at("content").at(operation.body_type).at("example");
}

namespace {

void name_records_of(const RegionServer& region, Json& node) {
  if (!node.is_structured()) return;
  for (auto& [name, value] : node.items()) {
    if (name == "candidate") value = to_text(region.candidate);
    if (name == "vacancy") value = to_text(region.vacancy);
    name_records_of(region, value);
  }
}

}  // namespace

Json example_for(const Operation& operation, const RegionServer& region) {
  Json example = example_of(operation);
  name_records_of(region, example);
  return example;
}

const Json& resolved(const Json& node) {
  if (node.contains("$ref")) {
    return resolved(openapi().at(Json::json_pointer(node["$ref"].get<std::string>().substr(1))));
  }
  return node.contains("allOf") && node["allOf"].size() == 1 ? resolved(node["allOf"][0]) : node;
}

namespace {

/// Where a pattern says the same as a format, the pattern alone: valijson ends the process over a format of what is no
/// text.
Json without_formats_beside_patterns(Json node) {
  if (node.is_object() && node.contains("pattern")) node.erase("format");
  if (node.is_structured()) {
    for (auto& [name, inner] : node.items()) inner = without_formats_beside_patterns(std::move(inner));
  }
  return node;
}

/// With nothing required.
Json with_members_optional(Json node) {
  if (node.is_object() && node.contains("required") && node["required"].is_array()) node.erase("required");
  if (node.is_structured()) {
    for (auto& [name, inner] : node.items()) inner = with_members_optional(std::move(inner));
  }
  return node;
}

/// Compiled once each: there are thousands of answers and a hundred schemas.
const valijson::Schema& compiled(const Json& schema, Members members) {
  static std::map<std::pair<std::string, Members>, valijson::Schema> known;
  const auto [place, is_new] = known.try_emplace({schema.dump(), members});
  if (is_new) {
    // References point into the components, so those stand beside the schema.
    static const Json components = without_formats_beside_patterns(openapi()["components"]);
    Json root{{"components", components}, {"allOf", {without_formats_beside_patterns(schema)}}};
    if (members == Members::chosen) root = with_members_optional(std::move(root));
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(root), place->second);
  }
  return place->second;
}

/// What every reply carries, whatever it says.
const std::map<std::string, std::string> headers_of_all{
    {"Cache-Control", "no-store"},
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"}};

std::string header_faults(const Operation& operation, const Json& response, const Reply& reply) {
  std::string faults;
  for (const auto& [name, header] : response["headers"].items()) {
    const std::string value = reply.header(name);
    if (value.empty()) faults += "lacks the header " + name + '\n';
    faults += violations_of(value, resolved(header)["schema"]);
  }
  for (const auto& [name, value] : headers_of_all) {
    if (reply.header(name) != value) faults += "the header " + name + " is '" + reply.header(name) + "'\n";
  }
  if (reply.header("API-Version") != openapi()["info"]["version"]) faults += "the header API-Version is another\n";
  const bool is_open =
      reply.status < 400 &&
      resolved(operation.description["responses"][std::to_string(operation.success)])["headers"].contains(
          "Access-Control-Allow-Origin");
  if (reply.header("Access-Control-Allow-Origin").empty() == is_open) faults += "it is open to the wrong origins\n";
  if (reply.header("Cross-Origin-Resource-Policy") != (is_open ? "cross-origin" : "same-origin")) {
    faults += "the header Cross-Origin-Resource-Policy is another\n";
  }
  return faults;
}

/// A problem says the status that it came with, and its code is one of the table of errors with that status.
std::string problem_faults(const Json& problem, int status) {
  const std::string code = problem.value("code", "");
  const auto errors = all_errors();
  const bool is_known = std::any_of(errors.begin(), errors.end(), [&](const ErrorInfo& error) {
    return error.name == code && error.http_status == status;
  });
  std::string faults;
  if (!is_known) faults += "no error of this status has the code '" + code + "'\n";
  if (problem.value("status", 0) != status) faults += "the problem says another status\n";
  if (problem.value("type", "") != "urn:passend:error:" + code) faults += "the type of the problem is another\n";
  return faults;
}

std::string violations_of(const Json& body, const Json& schema, Members members) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(compiled(schema, members), valijson::adapters::NlohmannJsonAdapter(body), &results)) return "";
  std::string text;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) text += part;
    text += ": " + error.description + '\n';
  }
  return text;
}

}  // namespace

std::string violations_of(const Json& body, const Json& schema) {
  return violations_of(body, schema, Members::all);
}

bool takes_fields(const Operation& operation) {
  const Json parameters = operation.description.value("parameters", Json::array());
  return std::any_of(parameters.begin(), parameters.end(),
                     [](const Json& parameter) { return resolved(parameter)["name"] == "fields"; });
}

namespace {

void collect_fields(const Json& node, const std::string& above, std::vector<std::string>& names) {
  const Json& schema = resolved(node);
  if (schema.contains("items")) return collect_fields(schema["items"], above, names);
  if (schema.contains("allOf")) {
    for (const Json& part : schema["allOf"]) collect_fields(part, above, names);
  }
  const Json properties = schema.value("properties", Json::object());
  for (const auto& [name, property] : properties.items()) {
    names.push_back(above + name);
    // Two storeys say enough.
    if (above.empty()) collect_fields(property, name + ".", names);
  }
}

}  // namespace

std::vector<std::string> fields_of(const Operation& operation) {
  std::vector<std::string> names;
  const Json& response = resolved(operation.description["responses"]["200"]);
  collect_fields(response["content"]["application/json"]["schema"], "", names);
  return names;
}

namespace {

/// Of a body in which each line is an answer.
std::string line_faults(const std::string& body, const Json& schema) {
  std::istringstream lines(body);
  std::string faults;
  for (std::string line; std::getline(lines, line);) {
    const Json one = Json::parse(line, nullptr, false);
    faults += one.is_discarded() ? "a line is no JSON\n" : violations_of(one, schema, Members::all);
  }
  return faults;
}

}  // namespace

std::string faults_of(const Operation& operation, const Reply& reply, Members members) {
  const std::string status = std::to_string(reply.status);
  const Json& responses = operation.description["responses"];
  const bool is_named = responses.contains(status);
  if (!is_named && reply.status < 400) return "the status " + status + " is not described\n";
  const Json& response = resolved(is_named ? responses[status] : responses["default"]);
  std::string faults = header_faults(operation, response, reply);
  if (!response.contains("content")) return faults + (reply.body.empty() ? "" : "there is a body\n");
  // The first, or another one that was asked for.
  const std::string sent = reply.header("Content-Type");
  const std::string type = response["content"].contains(sent) ? sent : response["content"].begin().key();
  if (reply.header("Content-Type") != type) return faults + "the media type is not " + type + '\n';
  if (!type.ends_with("json")) return faults;
  if (type == "application/x-ndjson") return faults + line_faults(reply.body, response["content"][type]["schema"]);
  const Json body = Json::parse(reply.body, nullptr, false);
  if (body.is_discarded()) return faults + "the body is no JSON\n";
  if (reply.status >= 400) faults += problem_faults(body, reply.status);
  return faults +
         violations_of(body, response["content"][type]["schema"], reply.status == 200 ? members : Members::all);
}

void expect_as_described(const Operation& operation, const Reply& reply) {
  EXPECT_EQ(faults_of(operation, reply), "") << operation.id << ' ' << reply.status << '\n'
                                             << reply.body.substr(0, 2000);
}

}  // namespace passend::test
