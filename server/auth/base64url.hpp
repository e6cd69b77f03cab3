// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace passend::auth {

/// Base64 with the alphabet for URLs and without padding (RFC 4648 section 5, RFC 7515 section 2).
std::string to_base64url(std::string_view bytes);

/// The bytes of a text that to_base64url could have written; absent for any other: padding, blanks, other letters, an
/// impossible length, spare bits that are not zero.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace passend::auth
