// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/http/message.hpp"

namespace passend::http {

/// Gives a 200 the strong validator ETag, made of its bytes, and turns it into a 304 without body when If-None-Match of
/// the request names that validator or is `*` (RFC 9110 section 13.1.2). Any other response passes unchanged.
Response answer_conditionally(const Request& request, Response response);

/// The second half of it, for a response that has its ETag already.
Response answer_304_if_known(const Request& request, Response response);

}  // namespace passend::http
