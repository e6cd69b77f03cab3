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

/// What is wrong with a body by a schema of the document; empty when it is valid.
std::string violations_of(const Json& body, const Json& schema);

/// Checks a reply against the document: declared status, headers, media type and schema.
void expect_as_described(const Operation& operation, const Reply& reply);

}  // namespace passend::test
