// SPDX-License-Identifier: EUPL-1.2
#include "server/api/paging.hpp"

#include <algorithm>

namespace passend::api {

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
  std::string links;
  const auto add = [&](std::string_view relation, std::uint64_t page) {
    if (!links.empty()) links += ", ";
    links += "<" + path + "?page=" + std::to_string(page) + "&pageSize=" + std::to_string(paging.page_size) +
             ">; rel=\"" + std::string(relation) + "\"";
  };
  add("first", 1);
  if (paging.page > 1) add("prev", std::min(paging.page - 1, last));
  if (paging.page < last) add("next", paging.page + 1);
  add("last", last);
  return {"Link", links};
}

}  // namespace passend::api
