// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/log.hpp"
#include "indexer/base/utf8.hpp"
#include "server/vum/vum_error.hpp"

namespace passend::vum_source {
namespace {

constexpr std::size_t longest_details = 2000;

}  // namespace

http::Response render(const VumError& error) {
  nlohmann::json body{{"code", error.code}, {"message", error.what()}};
  if (!error.details.empty()) body["details"] = std::string(utf8_prefix(error.details, longest_details));
  http::Response response;
  response.status = error.status;
  response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (error.status == 503) response.fields.push_back({"Retry-After", "1"});
  return response;
}

http::Response render(const Error& error) {
  if (error.code() == ErrorCode::overloaded || error.code() == ErrorCode::storage_busy) {
    return render(VumError(503, "500.3", "Service niet beschikbaar"));
  }
  if (error.info().http_status < 500) return render(invalid_call(error.what()));
  log(LogLevel::error, "VUM: " + std::string(error.info().name) + ": " + error.what());
  return render(VumError(500, "500.1", "Interne serverfout"));
}

}  // namespace passend::vum_source
