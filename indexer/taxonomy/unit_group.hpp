// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace passend::taxonomy {

/// The code of an ISCO-08 unit group, 0..9999, as its four digits: 110 is "0110".
std::string unit_group_text(std::uint32_t code);

/// The other way round; absent for anything but four digits.
std::optional<std::uint32_t> unit_group_code(std::string_view text);

}  // namespace passend::taxonomy
