// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend::http {

/// Without the blanks and tabs at both ends (OWS of RFC 9110).
std::string_view trim(std::string_view text);

/// Cuts the part before the separator off `rest` and trims it; all of it when there is no separator.
std::string_view cut(std::string_view& rest, char separator);

}  // namespace passend::http
