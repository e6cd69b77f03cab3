// SPDX-License-Identifier: EUPL-1.2
#include "indexer/fetch/url.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "indexer/base/error.hpp"

namespace passend::fetch {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::invalid_input, why);
}

/// Visible ASCII without the characters that have no place in an address (RFC 3986) or name a user or a fragment.
bool is_plain(std::string_view part) {
  return std::all_of(part.begin(), part.end(), [](char byte) {
    return byte > ' ' && byte < 0x7F && std::string_view("#@\\\"<>^`{|}").find(byte) == std::string_view::npos;
  });
}

std::string port_of(std::string_view port, Scheme scheme) {
  if (port.empty()) return scheme == Scheme::https ? "443" : "80";
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc() || end != port.data() + port.size() || number == 0) refuse("has a port that is none");
  return std::to_string(number);
}

/// Splits "host:port" and "[::1]:port".
std::pair<std::string_view, std::string_view> host_and_port(std::string_view authority) {
  const std::size_t bracket = authority.starts_with('[') ? authority.find(']') : 0;
  if (bracket == std::string_view::npos) refuse("has a bracket that is not closed");
  const std::size_t colon = authority.find(':', bracket);
  const std::string_view port = colon == std::string_view::npos ? "" : authority.substr(colon + 1);
  if (bracket == 0) return {authority.substr(0, colon), port};
  if (colon != bracket + 1 && authority.size() != bracket + 1) refuse("has something behind its bracket");
  return {authority.substr(1, bracket - 1), port};
}

}  // namespace

Url parse_url(std::string_view text) {
  Url url;
  if (text.starts_with("https://")) {
    url.scheme = Scheme::https;
  } else if (!text.starts_with("http://")) {
    refuse("begins with neither http:// nor https://");
  }
  text.remove_prefix(text.find("//") + 2);
  if (!is_plain(text)) refuse("holds a user, a fragment or characters that have no place there");
  const std::size_t end = std::min(text.find_first_of("/?"), text.size());
  const auto [host, port] = host_and_port(text.substr(0, end));
  if (host.empty() || host.find_first_of("[]%") != std::string_view::npos) refuse("names no host");
  url.host = host;
  url.port = port_of(port, url.scheme);
  url.target = text.substr(end);
  if (!url.target.starts_with('/')) url.target.insert(0, "/");
  return url;
}

std::string authority(const Url& url) {
  const bool is_ipv6 = url.host.find(':') != std::string::npos;
  return (is_ipv6 ? "[" + url.host + "]" : url.host) + ":" + url.port;
}

std::string to_text(const Url& url) {
  return (url.scheme == Scheme::https ? "https://" : "http://") + authority(url) + url.target;
}

bool is_loopback(std::string_view host) {
  if (host == "localhost" || host == "::1") return true;
  in_addr address{};
  return host.starts_with("127.") && ::inet_pton(AF_INET, std::string(host).c_str(), &address) == 1;
}

bool is_protected(const Url& url) {
  return url.scheme == Scheme::https || is_loopback(url.host);
}

}  // namespace passend::fetch
