// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend {

/// Without blanks at both ends (also no-break spaces).
std::string_view trimmed(std::string_view text);

}  // namespace passend
