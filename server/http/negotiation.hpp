// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

#include "server/http/message.hpp"

namespace passend::http {

/// Which of the media types the Accept header likes best (RFC 9110 section 12.5.1): the first of those that it likes
/// equally, and of all without the header. Throws not_acceptable when it rules them all out.
std::size_t preferred(const Request& request, std::span<const std::string_view> media_types);

/// Throws unsupported_media_type unless the body is declared as JSON in UTF-8, without content coding.
void require_json_body(const Request& request);

}  // namespace passend::http
