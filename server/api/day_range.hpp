// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

#include "indexer/base/date.hpp"
#include "server/api/input.hpp"

namespace passend::api {

/// A stretch of whole days (UTC); absent: without an end.
struct DayRange {
  std::optional<Timestamp> from{};
  std::optional<Timestamp> before{};  ///< The first moment after the last day.
};

/// Reads the query parameters `from` and `until`, days that both count.
DayRange read_day_range(Input& input);

}  // namespace passend::api
