// SPDX-License-Identifier: EUPL-1.2
#include "server/web/security_txt.hpp"

#include <algorithm>
#include <array>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"

namespace passend::web {
namespace {

constexpr std::int32_t valid_days = 182;  // RFC 9116 advises less than a year.

void require_contact(std::string_view contact) {
  constexpr std::array<std::string_view, 3> schemes{"mailto:", "https://", "tel:"};
  const bool has_scheme = std::any_of(schemes.begin(), schemes.end(), [&](std::string_view scheme) {
    return contact.starts_with(scheme) && contact.size() > scheme.size();
  });
  const bool is_visible = std::all_of(contact.begin(), contact.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  if (has_scheme && is_visible) return;
  throw Error(ErrorCode::configuration,
              "The security contact must be an address that begins with mailto:, https:// or tel:, without spaces.");
}

http::Response security_txt(const std::string& contact) {
  http::Response response;
  response.media_type = "text/plain; charset=utf-8";
  response.body = "Contact: " + contact + "\nExpires: " + to_text(Date{now().date().days + valid_days}) +
                  "T00:00:00Z\nPreferred-Languages: nl, en\n";
  return response;
}

}  // namespace

http::Handler with_security_txt(http::Handler pages, std::string contact) {
  if (contact.empty()) return pages;
  require_contact(contact);
  return [pages, contact](const http::Request& request, const http::PathParameters& path) {
    const bool is_asked = request.segments == std::vector<std::string>{".well-known", "security.txt"};
    return is_asked ? security_txt(contact) : pages(request, path);
  };
}

}  // namespace passend::web
