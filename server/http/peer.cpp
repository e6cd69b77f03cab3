// SPDX-License-Identifier: EUPL-1.2
#include "server/http/peer.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>

namespace passend::http {

std::string peer_address(const Socket& socket) {
  boost::system::error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return {};
  const void* address = endpoint.data();
  const int family = endpoint.data()->sa_family;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (family == AF_UNIX) return "127.0.0.1";
  if (family == AF_INET) {
    ::inet_ntop(family, &static_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
  } else if (family == AF_INET6) {
    ::inet_ntop(family, &static_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(), text.size());
  }
  return text.data();
}

}  // namespace passend::http
