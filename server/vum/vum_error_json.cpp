// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/log.hpp"
#include "indexer/base/utf8.hpp"
#include "server/vum/vum_error.hpp"

namespace passend::vum_source {
namespace {

constexpr std::size_t longest_details = 2000;

/// What is wrong with a call that the rest of Passend refused; empty for what does not happen to a call of VUM.
std::string details_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::malformed_document:
      return "Het bericht is geen JSON in UTF-8, noemt een attribuut twee keer of is dieper dan 32 niveaus";
    case ErrorCode::unsupported_media_type:
      return "Stuur het bericht als application/json in UTF-8, zonder Content-Encoding";
    case ErrorCode::not_acceptable:
      return "Het antwoord is application/json; de header Accept sluit dat uit";
    case ErrorCode::forbidden:
      return "Een pagina van een andere website mag hier geen vragen stellen";
    default:
      return {};
  }
}

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
  // VUM has no code of its own for somebody who asks too often.
  if (error.code() == ErrorCode::overloaded || error.code() == ErrorCode::storage_busy ||
      error.code() == ErrorCode::too_many_requests) {
    return render(VumError(503, "500.3", "Service niet beschikbaar"));
  }
  if (error.info().http_status < 500) return render(invalid_call(details_of(error.code())));
  log(LogLevel::error, "VUM: " + std::string(error.info().name) + ": " + error.what());
  return render(VumError(500, "500.1", "Interne serverfout"));
}

}  // namespace passend::vum_source
