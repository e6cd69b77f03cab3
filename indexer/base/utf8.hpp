// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace passend {

/// Number of code points of well-formed UTF-8 (RFC 3629); absent when the bytes are not well formed.
std::optional<std::size_t> count_code_points(std::string_view bytes);

/// The same of bytes that are known to be well formed.
std::size_t code_points_in(std::string_view well_formed);

/// The longest prefix of at most `limit` code points of bytes that are known to be well formed.
std::string_view code_point_prefix(std::string_view well_formed, std::size_t limit);

/// The longest prefix of at most `limit` bytes that does not cut a code point.
std::string_view utf8_prefix(std::string_view bytes, std::size_t limit);

}  // namespace passend
