// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend::text {

/// Whether a word of a text, as it is written there, is a code: a number, an abbreviation, the name of a certificate, a
/// school type, a driving licence or a programming language ("IG", "vca", "CE", "C++", "BHV", "3D", "2.500"). A code is
/// one thing: it is never stemmed, split, translated or taken for a misspelling of something else.
///
/// That is: it holds a digit, + or #; it is one letter; it is one of the abbreviations of Dutch working life that
/// codes.cpp lists, in any case; it is written in two to five capitals and is no Dutch word; or it has two to five
/// letters and no vowel. Where a whole text is in capitals the caller asks about the small form.
bool is_code(std::string_view written);

}  // namespace passend::text
