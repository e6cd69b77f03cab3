// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/endpoint.hpp"

#include <algorithm>
#include <charconv>

#include "indexer/base/error.hpp"

namespace passend::embed {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::configuration, "the address of the embeddings endpoint " + why +
                                            "; give it like http://127.0.0.1:8081 or https://host/v1");
}

/// Visible ASCII without the characters that begin another part of a URL or end a line of a request.
bool is_plain(std::string_view part) {
  return std::all_of(part.begin(), part.end(), [](char byte) {
    return byte > ' ' && byte < 0x7F && std::string_view("?#@\\\"<>").find(byte) == std::string_view::npos;
  });
}

bool is_loopback(std::string_view host) {
  const bool is_address = host.find_first_not_of("0123456789.") == std::string_view::npos;
  return host == "localhost" || host == "::1" || (is_address && host.starts_with("127."));
}

std::string port_of(std::string_view port, Scheme scheme) {
  if (port.empty()) return scheme == Scheme::https ? "443" : "80";
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (error != std::errc() || end != port.data() + port.size() || number == 0) refuse("has a port that is none");
  return std::string(port);
}

std::string path_of(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.ends_with("/embeddings")) return std::string(path);
  return std::string(path) + (path.ends_with("/v1") ? "/embeddings" : "/v1/embeddings");
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

Endpoint parse_endpoint(std::string_view url, PlainHttp plain) {
  Endpoint endpoint;
  if (url.starts_with("https://")) {
    endpoint.scheme = Scheme::https;
  } else if (!url.starts_with("http://")) {
    refuse("begins with neither http:// nor https://");
  }
  url.remove_prefix(url.find("//") + 2);
  if (!is_plain(url)) refuse("holds a user, a query or characters that have no place there");
  const std::size_t slash = std::min(url.find('/'), url.size());
  const auto [host, port] = host_and_port(url.substr(0, slash));
  if (host.empty()) refuse("names no host");
  endpoint.host = host;
  endpoint.port = port_of(port, endpoint.scheme);
  endpoint.path = path_of(url.substr(slash));
  if (endpoint.scheme == Scheme::http && plain == PlainHttp::this_machine_only && !is_loopback(host)) {
    throw Error(
        ErrorCode::configuration,
        "'" + to_text(endpoint) +
            "' would send texts over the network in the open: use https, an address of this machine (127.0.0.1, "
            "::1, localhost), or allow it with --embedder-allow-plain-http where the network itself is safe");
  }
  return endpoint;
}

std::string authority(const Endpoint& endpoint) {
  const bool is_ipv6 = endpoint.host.find(':') != std::string::npos;
  return (is_ipv6 ? "[" + endpoint.host + "]" : endpoint.host) + ":" + endpoint.port;
}

std::string to_text(const Endpoint& endpoint) {
  return (endpoint.scheme == Scheme::https ? "https://" : "http://") + authority(endpoint) + endpoint.path;
}

}  // namespace passend::embed
