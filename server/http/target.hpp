// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace passend::http {

/// The two halves of a request target, decoded.
struct Target {
  std::vector<std::string> segments;  ///< "/a/b" has two, "/a/" has "a" and "", "/" has none.
  std::vector<std::pair<std::string, std::string>> query;
};

/// Splits first and decodes then (RFC 3986 section 2.4), so that no encoded character moves a border. Throws
/// invalid_input for a broken percent escape, and for an escape of a slash, a backslash or a control character, which
/// no path here has.
Target parse_target(std::string_view target);

}  // namespace passend::http
