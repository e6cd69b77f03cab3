// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "server/api/input.hpp"
#include "server/http/message.hpp"

namespace passend::api {

struct Paging {
  std::uint64_t page = 1;        ///< 1..100000
  std::uint64_t page_size = 25;  ///< 1..100
};

/// Reads page and pageSize; the query wins over the body.
Paging read_paging(Input& input);

/// The Link header of one page of `total` items (RFC 8288; relations first, prev, next, last), relative to the path.
http::Field link_header(const http::Request& request, const Paging& paging, std::uint64_t total);

}  // namespace passend::api
