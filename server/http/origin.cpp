// SPDX-License-Identifier: EUPL-1.2
#include "server/http/origin.hpp"

#include "indexer/base/error.hpp"

namespace passend::http {

void refuse_foreign_origin(const Request& request) {
  const auto site = request.header("Sec-Fetch-Site");
  const bool is_own_site = !site || *site == "same-origin" || *site == "none";
  // The gate has held Host against the list of our own names; a proxy may speak https.
  const std::string host(request.header("Host").value_or(""));
  const auto origin = request.header("Origin");
  const bool is_own_origin =
      !origin || equal_without_case(*origin, "http://" + host) || equal_without_case(*origin, "https://" + host);
  if (is_own_site && is_own_origin) return;
  throw Error(ErrorCode::forbidden, "A page of another site made this request; only Passend's own pages may.");
}

}  // namespace passend::http
