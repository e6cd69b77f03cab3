// SPDX-License-Identifier: EUPL-1.2
#include "server/http/descriptors.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <string>

#include "indexer/base/log.hpp"

namespace passend::http {

std::size_t affordable_connections(std::size_t wanted) {
  constexpr rlim_t reserve = 256;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  const rlim_t needed = std::min<rlim_t>(wanted + reserve, limit.rlim_max);
  if (limit.rlim_cur < needed) {
    const rlimit raised{needed, limit.rlim_max};
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  }
  // However few there are, half of them go to connections.
  const rlim_t left = limit.rlim_cur > 2 * reserve ? limit.rlim_cur - reserve : limit.rlim_cur / 2;
  if (left >= wanted) return wanted;
  log(LogLevel::warning, "the limit of open files leaves room for " + std::to_string(left) + " connections, not " +
                             std::to_string(wanted) + "; raise it with `ulimit -n` or LimitNOFILE=");
  return static_cast<std::size_t>(left);
}

}  // namespace passend::http
