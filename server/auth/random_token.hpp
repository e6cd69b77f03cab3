// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

namespace passend::auth {

/// 256 bits from the operating system's random source, as 64 lower-case hexadecimal digits.
std::string random_token();

/// Whether a text has that form.
bool is_random_token(std::string_view text);

}  // namespace passend::auth
