// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "server/http/stream.hpp"

namespace passend::http {

/// The address of the other end in its usual form; 127.0.0.1 for a Unix socket, whose other end is on this machine too.
/// Empty when it has gone already.
std::string peer_address(const Socket& socket);

}  // namespace passend::http
