// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/http/message.hpp"

namespace passend::http {

/// Throws forbidden for a request that a page of another site made. Every page a browser has open can talk to loopback,
/// so a browser's word on who asks (Sec-Fetch-Site, Fetch Metadata; Origin, RFC 6454) decides. Programs send neither.
void refuse_foreign_origin(const Request& request);

}  // namespace passend::http
