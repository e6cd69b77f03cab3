// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace passend::auth {

/// Browsers take a cookie with the prefix __Host- over a secure connection alone, for this host alone and for all of
/// its paths, so that no other host can plant one (RFC 6265bis section 4.1.3.2).
inline constexpr std::string_view session_cookie = "__Host-passend";
inline constexpr std::string_view sign_in_cookie = "__Host-passend-sign-in";

/// The value of a cookie in the form of random_token; absent when there is none, several, or one of another form.
std::optional<std::string> read_cookie(const http::Request& request, std::string_view name);

/// A field Set-Cookie that no script can read and no other site's request carries, until the browser closes.
http::Field set_cookie(std::string_view name, std::string_view value);
/// One that takes a cookie away.
http::Field clear_cookie(std::string_view name);

}  // namespace passend::auth
