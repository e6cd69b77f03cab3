// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/cookie.hpp"

#include "server/auth/random_token.hpp"
#include "server/http/field_value.hpp"

namespace passend::auth {
namespace {

constexpr std::string_view attributes = "; Path=/; Secure; HttpOnly; SameSite=Lax";

}  // namespace

std::optional<std::string> read_cookie(const http::Request& request, std::string_view name) {
  std::string_view rest = request.header("Cookie").value_or("");
  std::optional<std::string> found;
  while (!rest.empty()) {
    std::string_view pair = http::cut(rest, ';');
    if (http::cut(pair, '=') != name) continue;
    if (found) return std::nullopt;
    found = http::trim(pair);
  }
  return found && is_random_token(*found) ? found : std::nullopt;
}

http::Field set_cookie(std::string_view name, std::string_view value) {
  return {"Set-Cookie", std::string(name) + "=" + std::string(value) + std::string(attributes)};
}

http::Field clear_cookie(std::string_view name) {
  return {"Set-Cookie", std::string(name) + "=" + std::string(attributes) + "; Max-Age=0"};
}

}  // namespace passend::auth
