// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>

namespace passend::http {

/// How many connections this process can hold, at most `wanted`: each takes a descriptor, and 256 are left for the rest
/// of the program. Raises the soft limit of the process (RLIMIT_NOFILE) as far as that needs and the hard limit allows,
/// and says so in the log when fewer than wanted are left.
std::size_t affordable_connections(std::size_t wanted);

}  // namespace passend::http
