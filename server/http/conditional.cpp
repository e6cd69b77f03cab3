// SPDX-License-Identifier: EUPL-1.2
#include "server/http/conditional.hpp"

#include "indexer/base/hash.hpp"
#include "server/http/field_value.hpp"

namespace passend::http {
namespace {

constexpr std::size_t digits_of_a_tag = 32;

/// By the weak comparison, which takes W/"x" for "x". Our tags hold no comma, so a list may be cut at each.
bool names(std::string_view list, std::string_view tag) {
  if (trim(list) == "*") return true;
  while (!list.empty()) {
    std::string_view item = cut(list, ',');
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item == tag) return true;
  }
  return false;
}

}  // namespace

Response answer_conditionally(const Request& request, Response response) {
  if (response.status != 200) return response;
  response.fields.push_back({"ETag", '"' + sha256_hex(response.body).substr(0, digits_of_a_tag) + '"'});
  return answer_304_if_known(request, std::move(response));
}

Response answer_304_if_known(const Request& request, Response response) {
  const auto etag = response.header("ETag");
  if (response.status != 200 || !etag) return response;
  const std::string tag(*etag);
  for (const Field& field : request.fields) {
    if (!equal_without_case(field.name, "If-None-Match") || !names(field.value, tag)) continue;
    response.status = 304;
    response.body.clear();
    break;
  }
  return response;
}

}  // namespace passend::http
