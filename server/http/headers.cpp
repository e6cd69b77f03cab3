// SPDX-License-Identifier: EUPL-1.2
#include "server/http/headers.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/http/problem.hpp"

namespace passend::http {
namespace {

// data: for the small images that the build of the front end writes into its style sheets.
constexpr std::string_view page_policy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";
constexpr std::string_view data_policy = "default-src 'none'; frame-ancestors 'none'";

bool splits_a_header(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool is_unsafe(const Response& response) {
  return splits_a_header(response.media_type) ||
         std::any_of(response.fields.begin(), response.fields.end(), [](const Field& field) {
           return field.name.empty() || splits_a_header(field.name) || splits_a_header(field.value);
         });
}

void add_if_absent(Response& response, std::string_view name, std::string_view value) {
  if (!response.header(name)) response.fields.push_back({std::string(name), std::string(value)});
}

}  // namespace

void add_standard_headers(Response& response, std::string_view api_version, Transport transport) {
  if (is_unsafe(response)) {
    log(LogLevel::error, "a response header held CR, LF or NUL and was not sent");
    response = render_problem(Error(ErrorCode::internal, "a response header held CR, LF or NUL"));
  }
  const bool is_page = response.media_type.starts_with("text/html");
  if (response.status != 304) add_if_absent(response, "Content-Type", response.media_type);
  add_if_absent(response, "API-Version", api_version);
  add_if_absent(response, "Cache-Control", "no-store");
  add_if_absent(response, "Content-Security-Policy", is_page ? page_policy : data_policy);
  if (transport == Transport::tls) add_if_absent(response, "Strict-Transport-Security", "max-age=31536000");
  add_if_absent(response, "X-Content-Type-Options", "nosniff");
  add_if_absent(response, "X-Frame-Options", "DENY");
  add_if_absent(response, "Referrer-Policy", "no-referrer");
  add_if_absent(response, "Cross-Origin-Resource-Policy",
                response.header("Access-Control-Allow-Origin") ? "cross-origin" : "same-origin");
}

}  // namespace passend::http
