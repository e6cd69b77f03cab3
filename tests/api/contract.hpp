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
  std::string body_type;    ///< Media type of the body; empty without body.
  std::string body_schema;  ///< Name of the component; empty without body.
  int success = 200;        ///< Status of the answer when all goes well.
  Json description;
};

const Json& openapi();
std::vector<Operation> operations();

/// The path with the ids of the region in place of its parameters.
std::string target_of(const Operation& operation, const RegionServer& region);

/// Whether it changes a record, which takes the ETag of that record.
bool takes_version(const Operation& operation);

/// Asks for it as a client would, with the body and the version that it takes. What it changes or erases is put back
/// first.
Reply ask(const Operation& operation, const std::string& target, const RegionServer& region);
Reply ask(const Operation& operation, const std::string& target, const RegionServer& region, const Json& body);

/// A body that the operation answers with success: the example of the document.
Json example_of(const Operation& operation);

/// The same about a person and a vacancy that are there.
Json example_for(const Operation& operation, const RegionServer& region);

/// What a node of the document stands for: a reference and an `allOf` of one are followed.
const Json& resolved(const Json& node);

/// What is wrong with a body by a schema of the document; empty when it is valid.
std::string violations_of(const Json& body, const Json& schema);

/// Whether an answer was asked for whole, or with the members alone that `fields` names.
enum class Members : std::uint8_t { all, chosen };

/// What in a reply is not as the document has it: headers, media type, body by the schema of its status; and, of every
/// reply, the headers that keep a browser from misusing it and the agreement of a problem with its status. Empty:
/// nothing. Of chosen members none is required.
std::string faults_of(const Operation& operation, const Reply& reply, Members members = Members::all);

/// Whether the operation has the parameter `fields`.
bool takes_fields(const Operation& operation);
/// Names that it takes: the members of its answer, with those below them.
std::vector<std::string> fields_of(const Operation& operation);

/// The same as an expectation of a test.
void expect_as_described(const Operation& operation, const Reply& reply);

}  // namespace passend::test
