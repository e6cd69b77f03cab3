// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "server/api/input.hpp"
#include "server/api/paging.hpp"
#include "server/api/services.hpp"
#include "server/auth/caller.hpp"

/// The read log, for those who hold others to account: who was shown whom, when and why. People stand in it by their
/// ids alone. Who asks stands in the audit from then on, and in the read log for each person on the page.
namespace passend::api {

struct ReadRowsInput {
  store::ReadFilter filter;
  Paging paging;
};
ReadRowsInput read_read_rows(Input& input);

/// GET /v1/reads
struct GetReadRows {
  const Services& services;
  /// Somebody who acts for one organisation sees the looks of that one.
  store::ReadPage operator()(const ReadRowsInput& input, const auth::Caller& caller) const;
};
http::Response write_read_rows(const store::ReadPage& page, const ReadRowsInput& input, const Services& services);
inline const Paging& paging_of(const ReadRowsInput& input) {
  return input.paging;
}
inline std::uint64_t total_of(const store::ReadPage& page, const ReadRowsInput&) {
  return static_cast<std::uint64_t>(page.total);
}
inline std::int64_t anchor_of(const store::ReadPage& page, const ReadRowsInput&) {
  return page.up_to;
}

}  // namespace passend::api
