// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace passend::fetch {

enum class Scheme : std::uint8_t { http, https };

/// The parts of an http or https address.
struct Url {
  Scheme scheme = Scheme::http;
  std::string host;    ///< A name or an address; of an IPv6 address what stands between the brackets.
  std::string port;    ///< Digits; the usual one of the scheme where none was given.
  std::string target;  ///< Path and query, beginning with a slash.
};

/// Reads an address in visible ASCII with neither user nor fragment. Throws invalid_input; its text says what is wrong
/// and goes on from "the address ...".
Url parse_url(std::string_view text);

/// "https://host:443/path?query"
std::string to_text(const Url& url);

/// Host and port, as in the header Host.
std::string authority(const Url& url);

/// Whether a host is this machine: localhost, ::1, 127.0.0.0/8.
bool is_loopback(std::string_view host);

/// Whether nobody on the way can read or change what is sent: TLS, or this machine.
bool is_protected(const Url& url);

}  // namespace passend::fetch
