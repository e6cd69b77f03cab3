// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/api/region_server.hpp"

/// The OpenAPI document as something that can be asked.
namespace passend::test {

struct Operation {
  std::string id;
  std::string method;       ///< "GET"
  std::string path;         ///< With the prefix of its server: "/v1/vacancies/{vacancyId}/_match"
  std::string body_schema;  ///< Name of the component; empty without body.
  Json description;
};

const Json& openapi();
std::vector<Operation> operations();

/// The path with the ids of the region in place of its parameters.
std::string target_of(const Operation& operation, const RegionServer& region);

/// A body that the operation answers with 200: the example of the document.
Json example_of(const Operation& operation);

/// What a node of the document stands for: a reference and an `allOf` of one are followed.
const Json& resolved(const Json& node);

/// What is wrong with a body by a schema of the document; empty when it is valid.
std::string violations_of(const Json& body, const Json& schema);

/// What in a reply is not as the document has it: headers, media type, body by the schema of its status; and, of every
/// reply, the headers that keep a browser from misusing it and the agreement of a problem with its status. Empty:
/// nothing.
std::string faults_of(const Operation& operation, const Reply& reply);

/// The same as an expectation of a test.
void expect_as_described(const Operation& operation, const Reply& reply);

}  // namespace passend::test
