// SPDX-License-Identifier: EUPL-1.2
#include "server/http/router.hpp"

#include <algorithm>
#include <optional>

#include "indexer/base/error.hpp"
#include "server/http/negotiation.hpp"
#include "server/http/origin.hpp"
#include "server/http/problem.hpp"
#include "server/http/target.hpp"

namespace passend::http {
namespace {

std::optional<PathParameters> match(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return std::nullopt;
  PathParameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i].starts_with('{')) {
      if (segments[i].empty()) return std::nullopt;
      parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), segments[i]);
    } else if (pattern[i] != segments[i]) {
      return std::nullopt;
    }
  }
  return parameters;
}

void add_method(std::string& allow, std::string_view method) {
  if (!allow.empty()) allow += ", ";
  allow += method;
}

Response refuse_method(const std::string& allow) {
  Response response = render_problem(Error(ErrorCode::method_not_allowed, "This resource answers to " + allow + "."));
  response.fields.push_back({"Allow", allow});
  return response;
}

}  // namespace

Router::Router(std::vector<Route> routes, Handler pages) : routes_(std::move(routes)), pages_(std::move(pages)) {
  for (const Route& route : routes_) patterns_.push_back(parse_target(route.pattern).segments);
}

Router::Found Router::find(const Request& request) const {
  const Method wanted = request.method == Method::head ? Method::get : request.method;
  Found found;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    auto parameters = match(patterns_[i], request.segments);
    if (!parameters) continue;
    add_method(found.allow, to_text(routes_[i].method));
    if (routes_[i].method == Method::get) add_method(found.allow, "HEAD");
    if (routes_[i].method != wanted || found.route != nullptr) continue;
    found.route = &routes_[i];
    found.parameters = std::move(*parameters);
  }
  return found;
}

bool Router::is_page(const Request& request) const {
  const auto& segments = request.segments;
  const bool has_empty_segment = std::any_of(segments.begin(), segments.end(), [](const auto& s) { return s.empty(); });
  return pages_ && !has_empty_segment && (segments.empty() || (segments.front() != "v1" && segments.front() != "vum"));
}

Plan Router::plan(const Request& request) const {
  const Found found = find(request);
  if (found.route != nullptr) return {found.route->runs_on, found.route->charge, found.route->pattern};
  return {.pattern = found.allow.empty() && is_page(request) ? "(page)" : "(none)"};
}

Response Router::answer(const Request& request) const {
  try {
    return dispatch(request, find(request));
  } catch (...) {
    return refuse(request, error_being_handled());
  }
}

Response Router::refuse(const Request& request, const Error& error) const {
  const Found found = find(request);
  const bool has_own_form = found.route != nullptr && found.route->render_error;
  return has_own_form ? found.route->render_error(request, error) : render_problem(error);
}

Response Router::dispatch(const Request& request, const Found& found) const {
  // A page holds nothing of anybody, so that other sites may link to it; what it then asks comes from itself.
  const bool is_link = found.route == nullptr && request.method == Method::get && is_page(request) &&
                       request.header("Sec-Fetch-Mode") == "navigate" && request.header("Sec-Fetch-Dest") == "document";
  if (!is_link && (found.route == nullptr || found.route->open_to != OpenTo::every_origin)) {
    refuse_foreign_origin(request);
  }
  if (found.route != nullptr) {
    const bool has_body =
        request.method == Method::post || request.method == Method::put || request.method == Method::patch;
    if (has_body) require_json_body(request);
    std::vector<std::string_view> media_types{found.route->media_type};
    for (const std::string& other : found.route->other_media_types) media_types.push_back(other);
    preferred(request, media_types);
    return found.route->handler(request, found.parameters);
  }
  if (!found.allow.empty()) return refuse_method(found.allow);
  if (!is_page(request)) {
    throw Error(ErrorCode::not_found, "There is nothing at this address; /v1/openapi.json lists what there is.");
  }
  if (request.method != Method::get && request.method != Method::head) return refuse_method("GET, HEAD");
  return pages_(request, {});
}

}  // namespace passend::http
