// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace passend {

/// Base64 with padding (RFC 4648 section 4).
std::string to_base64(std::string_view bytes);

/// The bytes of a text that to_base64 could have written; absent for any other.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace passend
