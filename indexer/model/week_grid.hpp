// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "indexer/model/values.hpp"

namespace passend {

inline constexpr std::size_t dayparts_per_week = 28;

/// 28 characters '0' or '1', Monday morning first.
std::string to_text(WeekGrid grid);
std::optional<WeekGrid> parse_week_grid(std::string_view text);

}  // namespace passend
