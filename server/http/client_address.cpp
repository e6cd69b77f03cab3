// SPDX-License-Identifier: EUPL-1.2
#include "server/http/client_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <optional>

#include "server/http/field_value.hpp"

namespace passend::http {
namespace {

constexpr std::size_t bytes_of_a_subscriber = 8;

/// The usual form of an address, cut to what one subscriber has; absent for anything else.
std::optional<std::string> normal_address(std::string_view text) {
  const std::string given(text);
  std::array<char, INET6_ADDRSTRLEN> written{};
  in_addr v4{};
  if (::inet_pton(AF_INET, given.c_str(), &v4) == 1) {
    return ::inet_ntop(AF_INET, &v4, written.data(), written.size());
  }
  in6_addr v6{};
  if (::inet_pton(AF_INET6, given.c_str(), &v6) != 1) return std::nullopt;
  if (IN6_IS_ADDR_V4MAPPED(&v6)) return ::inet_ntop(AF_INET, &v6.s6_addr[12], written.data(), written.size());
  std::fill(std::begin(v6.s6_addr) + bytes_of_a_subscriber, std::end(v6.s6_addr), std::uint8_t{0});
  return ::inet_ntop(AF_INET6, &v6, written.data(), written.size());
}

/// "192.0.2.1", "192.0.2.1:80", "2001:db8::1" or "[2001:db8::1]:80" without the port.
std::string_view without_port(std::string_view node) {
  if (node.starts_with('[')) {
    const std::size_t end = node.find(']');
    return end == std::string_view::npos ? std::string_view() : node.substr(1, end - 1);
  }
  const bool has_port = std::count(node.begin(), node.end(), ':') == 1;
  return has_port ? node.substr(0, node.find(':')) : node;
}

std::string_view after_last(std::string_view text, char separator) {
  const std::size_t place = text.rfind(separator);
  return trim(place == std::string_view::npos ? text : text.substr(place + 1));
}

/// The value of "for" in the last element. A node is never longer quoted than its separators allow: no comma or
/// semicolon stands in an address.
std::string_view forwarded_for(std::string_view value) {
  for (std::string_view rest = after_last(value, ','); !rest.empty();) {
    std::string_view pair = cut(rest, ';');
    const std::string_view name = cut(pair, '=');
    if (!equal_without_case(name, "for")) continue;
    pair = trim(pair);
    const bool is_quoted = pair.size() >= 2 && pair.front() == '"' && pair.back() == '"';
    return is_quoted ? pair.substr(1, pair.size() - 2) : pair;
  }
  return {};
}

/// Of several lines the last, which the last hop has written.
std::string_view last_value(const Request& request, std::string_view name) {
  std::string_view value;
  for (const Field& field : request.fields) {
    if (equal_without_case(field.name, name)) value = field.value;
  }
  return value;
}

std::string_view last_hop(const Request& request, ProxyHeader header) {
  switch (header) {
    case ProxyHeader::none:
      return {};
    case ProxyHeader::x_forwarded_for:
      return after_last(last_value(request, "X-Forwarded-For"), ',');
    case ProxyHeader::forwarded:
      return forwarded_for(last_value(request, "Forwarded"));
  }
  return {};
}

}  // namespace

bool is_loopback(std::string_view address) {
  return address == "::1" || address.starts_with("127.") || address.starts_with("::ffff:127.");
}

std::string client_address(const Request& request, ProxyHeader header) {
  if (is_loopback(request.peer)) {
    if (auto named = normal_address(without_port(last_hop(request, header)))) return *named;
  }
  return normal_address(request.peer).value_or(request.peer);
}

}  // namespace passend::http
