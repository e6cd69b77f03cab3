// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string_view>

#include "server/http/message.hpp"

namespace passend::http {

enum class Transport : std::uint8_t { plain, tls };

/// Adds what every response carries: API-Version, Content-Type and the security headers of the Dutch government API
/// rules (standards: NLGov REST API Design Rules 2.2, transport). Cache-Control is no-store unless the response says
/// otherwise. Strict-Transport-Security comes with TLS alone: it has no meaning on plain HTTP (RFC 6797 section 7.2).
/// A header that could split the response becomes an answer 500 without it.
void add_standard_headers(Response& response, std::string_view api_version, Transport transport = Transport::plain);

}  // namespace passend::http
