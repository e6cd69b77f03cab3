// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Requests and responses as plain values: what the rest of the server knows of HTTP.
namespace passend::http {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options };

/// The method of this exact name (methods are case-sensitive, RFC 9110 section 9.1); absent for any other.
std::optional<Method> parse_method(std::string_view name);
std::string_view to_text(Method method);

struct Field {
  std::string name;
  std::string value;
};

struct Request {
  Method method = Method::get;
  std::string target;                                      ///< As sent, origin-form.
  std::vector<std::string> segments;                       ///< Of the path, percent-decoded; "/" has none.
  std::vector<std::pair<std::string, std::string>> query;  ///< Percent-decoded, in the order sent.
  std::vector<Field> fields;                               ///< In the order sent.
  std::string body;
  std::string peer;  ///< Address of the other end.
  /// False for one that is looked at once more, for an answer that is still being sent: not a new sign of life.
  bool is_sign_of_life = true;

  /// The value of a header field, its name compared without case; the first one if there are several.
  std::optional<std::string_view> header(std::string_view name) const;
};

class Bell;
class Pieces;

struct Response {
  int status = 200;
  std::vector<Field> fields;  ///< Without the ones that every response carries (headers.hpp).
  std::string media_type = "application/json";
  std::string body;                     ///< With `pieces`: its beginning.
  std::shared_ptr<Pieces> pieces = {};  ///< The rest of the body, made while it is sent (pieces.hpp).
  std::shared_ptr<Bell> bell = {};      ///< With `pieces`: it is a stream of events, which this wakes.

  /// The value of a header field, its name compared without case.
  std::optional<std::string_view> header(std::string_view name) const;
};

/// Whether two header names, or two tokens, are equal without regard to ASCII case.
bool equal_without_case(std::string_view left, std::string_view right);

/// The reason phrase of a status that Passend sends.
std::string_view reason_phrase(int status);

}  // namespace passend::http
