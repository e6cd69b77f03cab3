// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace passend::http {

/// The header in which a proxy on this machine says who asked it. It must be one header: a client can send the one
/// that the proxy leaves alone.
enum class ProxyHeader : std::uint8_t {
  none,             ///< No header is believed.
  x_forwarded_for,  ///< X-Forwarded-For
  forwarded,        ///< Forwarded (RFC 7239)
};

/// Who asks, for counting: the address that the last hop of `header` names when the peer is on this machine, the peer
/// otherwise. Of IPv6 the first 64 bits, which is what one subscriber has. The peer itself when the header is absent or
/// has no address.
std::string client_address(const Request& request, ProxyHeader header);

/// 127.0.0.0/8, ::1 or the first mapped into IPv6.
bool is_loopback(std::string_view address);

}  // namespace passend::http
