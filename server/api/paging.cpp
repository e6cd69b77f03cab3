// SPDX-License-Identifier: EUPL-1.2
#include "server/api/paging.hpp"

#include <algorithm>

namespace passend::api {
namespace {

constexpr const char* up_to_name = "upTo";

/// As it may stand in a query (RFC 3986), and in a list of a header.
std::string escaped(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string made;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                          c == '.' || c == '_' || c == '~';
    made += is_plain ? std::string(1, c) : std::string{'%', digits[byte >> 4], digits[byte & 15]};
  }
  return made;
}

/// "&name=value" for each parameter but those of the page.
std::string rest_of_query(const http::Request& request) {
  std::string rest;
  for (const auto& [name, value] : request.query) {
    if (name != "page" && name != "pageSize") rest += "&" + escaped(name) + "=" + escaped(value);
  }
  return rest;
}

}  // namespace

Paging read_paging(Input& input) {
  Paging paging;
  if (const auto page = input.number("page", {1, 100'000}, Where::body_or_query)) {
    paging.page = static_cast<std::uint64_t>(*page);
  }
  if (const auto size = input.number("pageSize", {1, 100}, Where::body_or_query)) {
    paging.page_size = static_cast<std::uint64_t>(*size);
  }
  return paging;
}

http::Field link_header(const http::Request& request, const Paging& paging, std::uint64_t total) {
  const std::string path = request.target.substr(0, request.target.find('?'));
  const std::uint64_t last = std::max<std::uint64_t>(1, (total + paging.page_size - 1) / paging.page_size);
  const std::string rest = rest_of_query(request);
  std::string links;
  const auto add = [&](std::string_view relation, std::uint64_t page) {
    if (!links.empty()) links += ", ";
    links += "<" + path + "?page=" + std::to_string(page) + "&pageSize=" + std::to_string(paging.page_size) + rest +
             ">; rel=\"" + std::string(relation) + "\"";
  };
  add("first", 1);
  if (paging.page > 1) add("prev", std::min(paging.page - 1, last));
  if (paging.page < last) add("next", paging.page + 1);
  add("last", last);
  return {"Link", links};
}

std::optional<std::int64_t> read_up_to(Input& input) {
  return input.number(up_to_name, {0, INT64_MAX}, Where::query);
}

http::Field link_header(http::Request request, const Paging& paging, std::uint64_t total, std::int64_t up_to) {
  std::erase_if(request.query, [](const auto& parameter) { return parameter.first == up_to_name; });
  request.query.emplace_back(up_to_name, std::to_string(up_to));
  return link_header(request, paging, total);
}

}  // namespace passend::api
