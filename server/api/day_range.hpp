// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

#include "indexer/base/date.hpp"
#include "server/api/input.hpp"
#include "server/api/paging.hpp"

namespace passend::api {

/// A stretch of whole days (UTC); absent: without an end.
struct DayRange {
  std::optional<Timestamp> from{};
  std::optional<Timestamp> before{};  ///< The first moment after the last day.
};

/// Reads the query parameters `from` and `until`, days that both count.
DayRange read_day_range(Input& input);

/// The stretch of a log that a filter lets through: the days, and with `upTo` which pages belong together.
template <class Filter>
void read_stretch(Input& input, Filter& filter) {
  const DayRange days = read_day_range(input);
  filter.from = days.from;
  filter.before = days.before;
  filter.up_to = read_up_to(input);
}

}  // namespace passend::api
