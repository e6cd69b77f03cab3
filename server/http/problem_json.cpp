// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>
#include <typeinfo>

#include "indexer/base/log.hpp"
#include "server/http/problem.hpp"

namespace passend::http {

Response render_problem(const Error& error) {
  const ErrorInfo& info = error.info();
  const bool is_ours_to_mend = info.http_status == 500 || info.http_status == 507;
  if (is_ours_to_mend) log(LogLevel::error, std::string(info.name) + ": " + error.what());

  nlohmann::ordered_json problem;
  problem["type"] = "urn:passend:error:" + std::string(info.name);
  problem["title"] = info.title;
  problem["status"] = info.http_status;
  problem["detail"] = is_ours_to_mend ? "The failure stands in the log of the server; its administrator can mend it."
                                      : std::string(error.what());
  problem["code"] = info.name;
  for (const Violation& violation : error.violations()) {
    problem["violations"].push_back({{"field", violation.field}, {"rule", violation.rule}});
  }

  Response response;
  response.status = info.http_status;
  response.media_type = "application/problem+json";
  // A name of a field comes from the request and need not be UTF-8.
  response.body = problem.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  if (info.http_status == 401) {
    // RFC 6750 section 3: why only when there was a token.
    const bool had_token = error.code() == ErrorCode::invalid_token;
    response.fields.push_back({"WWW-Authenticate", had_token ? "Bearer realm=\"passend\", error=\"invalid_token\""
                                                             : "Bearer realm=\"passend\""});
  }
  if (info.http_status == 503 || info.http_status == 429) response.fields.push_back({"Retry-After", "1"});
  return response;
}

Error error_being_handled() {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const std::exception& unexpected) {
    return Error(ErrorCode::internal, std::string("unexpected exception of type ") + typeid(unexpected).name());
  } catch (...) {
    return Error(ErrorCode::internal, "unexpected exception of unknown type");
  }
}

}  // namespace passend::http
