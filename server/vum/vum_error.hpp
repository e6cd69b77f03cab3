// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <stdexcept>
#include <string>

#include "indexer/base/error.hpp"
#include "server/http/message.hpp"

/// Passend as a source (bron) of the VUM exchange, koppelvlak 3.0.0 (docs/vum.md).
namespace passend::vum_source {

/// An answer other than 200, with the codes of VUM. Messages are Dutch: they are read by the people of other parties.
struct VumError : std::runtime_error {
  VumError(int http_status, std::string vum_code, const std::string& message, std::string more = {})
      : std::runtime_error(message), status(http_status), code(std::move(vum_code)), details(std::move(more)) {}

  int status;
  std::string code;     ///< At most 10 characters.
  std::string details;  ///< Which attributes break which rules; empty: none. Never a value of the request.
};

inline VumError invalid_call(std::string details) {
  return {400, "400.01", "Ongeldige aanroep", std::move(details)};
}
inline VumError incomplete_call(std::string details) {
  return {400, "400.02", "Onvolledige aanroep", std::move(details)};
}

/// {code, message, details?}
http::Response render(const VumError& error);

/// An error of the rest of Passend in the words of VUM: a mistake of the asker 400.01, a server that is busy 503 with
/// 500.3, anything else 500 with 500.1. What went wrong inside the server stands in its log alone.
http::Response render(const Error& error);

}  // namespace passend::vum_source
