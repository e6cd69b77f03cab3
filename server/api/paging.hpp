// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>

#include "server/api/input.hpp"
#include "server/http/message.hpp"

namespace passend::api {

struct Paging {
  std::uint64_t page = 1;        ///< 1..100000
  std::uint64_t page_size = 25;  ///< 1..100
};

/// Reads page and pageSize; the query wins over the body.
Paging read_paging(Input& input);

/// The Link header of one page of `total` items (RFC 8288; relations first, prev, next, last), relative to the path and
/// with what else was asked in the query.
http::Field link_header(const http::Request& request, const Paging& paging, std::uint64_t total);

/// Of a log that grows while it is read: the query parameter `upTo`, the number of the newest row that counts.
std::optional<std::int64_t> read_up_to(Input& input);

/// The same header with `upTo`, so that its pages belong together.
http::Field link_header(http::Request request, const Paging& paging, std::uint64_t total, std::int64_t up_to);

}  // namespace passend::api
