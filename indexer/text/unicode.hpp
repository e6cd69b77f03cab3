// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace passend::text {

/// Where the first byte stands that is not well-formed UTF-8 (Unicode 15, table 3-7); absent when all is well.
std::optional<std::size_t> invalid_utf8_offset(std::string_view bytes);

/// The form in which two labels are compared: compatibility-composed, case-folded and without diacritics
/// (NFKC_Casefold, then é -> e, ø -> o, ĳ -> ij, ß -> ss), runs of white space one space, none at the ends. Ill-formed
/// bytes become U+FFFD.
std::string normalise(std::string_view utf8);

/// The words of a text in their normalised form, in order (Unicode word breaks, UAX #29): punctuation is dropped,
/// hyphens and slashes part words, a trailing run of + or # stays with its word ("c++", "c#").
std::vector<std::string> tokens(std::string_view utf8);

/// Text that is safe to store and show: composed (NFC), line ends as \n, tabs and no-break spaces as spaces, without
/// other control characters, soft hyphens, byte order marks, zero-width spaces and the characters that reverse the
/// direction of what follows.
std::string clean_text(std::string_view utf8);

}  // namespace passend::text
