// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace passend::auth {

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// "a=b&c=d", everything but unreserved characters escaped (RFC 3986): good for a query and for a form.
std::string encode_form(const Parameters& parameters);

/// An address with these parameters added to its query.
std::string with_query(std::string_view address, const Parameters& parameters);

}  // namespace passend::auth
