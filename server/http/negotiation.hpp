// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

#include "server/http/message.hpp"

namespace passend::http {

/// Throws not_acceptable when the Accept header rules the media type out (RFC 9110 section 12.5.1). No header accepts
/// all.
void require_acceptable(const Request& request, std::string_view media_type);

/// Throws unsupported_media_type unless the body is declared as JSON in UTF-8, without content coding.
void require_json_body(const Request& request);

}  // namespace passend::http
