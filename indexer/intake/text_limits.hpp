// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/base/trim.hpp"

namespace passend::intake {

/// Lower-case ASCII letters and digits only: the form in which column names, keys and words are compared.
/// Letters with diacritics are folded first ("Één" -> "een").
std::string comparable(std::string_view text);

/// How many insertions, deletions, replacements and swaps of neighbours make one of the other; for "did you mean".
std::size_t edit_distance(std::string_view left, std::string_view right);

}  // namespace passend::intake
