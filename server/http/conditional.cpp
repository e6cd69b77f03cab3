// SPDX-License-Identifier: EUPL-1.2
#include "server/http/conditional.hpp"

#include <algorithm>

#include "indexer/base/hash.hpp"

namespace passend::http {
namespace {

constexpr std::size_t digits_of_a_tag = 32;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// By the weak comparison, which takes W/"x" for "x". Our tags hold no comma, so a list may be cut at each.
bool names(std::string_view list, std::string_view tag) {
  if (trimmed(list) == "*") return true;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    std::string_view item = trimmed(list.substr(0, end));
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item == tag) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

}  // namespace

Response answer_conditionally(const Request& request, Response response) {
  if (response.status != 200) return response;
  const std::string tag = '"' + sha256_hex(response.body).substr(0, digits_of_a_tag) + '"';
  response.fields.push_back({"ETag", tag});
  for (const Field& field : request.fields) {
    if (!equal_without_case(field.name, "If-None-Match") || !names(field.value, tag)) continue;
    response.status = 304;
    response.body.clear();
    break;
  }
  return response;
}

}  // namespace passend::http
