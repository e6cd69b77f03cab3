// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "server/api/input.hpp"
#include "server/http/message.hpp"

/// `?fields=`: the members of an answer that a client wants, and no others (NLGov REST API Design Rules). It only takes
/// away from what would have been answered without it.
namespace passend::api {

/// A member of an answer.
struct AnswerField {
  std::string name;
  std::vector<AnswerField> below;  ///< Of the object, or of each object of the list, that it is.
  bool is_open = false;            ///< What is below has names that nobody lists.
};

/// What one request wants of its answer.
class FieldSelection {
 public:
  FieldSelection() = default;
  /// Nothing below a member that is chosen: all of it.
  explicit FieldSelection(std::vector<AnswerField> chosen) : chosen_(std::move(chosen)) {}

  /// Leaves the chosen members in the body of a 200, in the order in which they stood, and names what is left in its
  /// ETag, if it has one, behind the version. Any other answer passes unchanged, as does all of them when nothing was
  /// chosen.
  http::Response applied_to(http::Response response) const;

 private:
  std::vector<AnswerField> chosen_;  ///< Empty: everything.
};

/// What can be chosen of the answers of each operation that has the parameter `fields` in the contract. Immutable, so
/// thread-safe.
class SelectableFields {
 public:
  /// Of an OpenAPI document in JSON, whose paths begin with /v1.
  explicit SelectableFields(std::string_view openapi_document);

  /// Reads `fields` when the operation of the request has it, and notes a violation for each name that is in no answer
  /// of it. An operation that has no such parameter refuses it as any unknown one.
  FieldSelection read(Input& input, const http::Request& request) const;

 private:
  struct Operation {
    http::Method method = http::Method::get;
    std::vector<std::string> path;  ///< Segments; "{...}" is any.
    std::vector<AnswerField> fields;
  };
  const Operation* find(const http::Request& request) const;

  std::vector<Operation> operations_;
};

}  // namespace passend::api
