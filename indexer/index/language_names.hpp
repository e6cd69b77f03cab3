// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend::index {

/// The Dutch name of a language by its ISO 639-3 code, for the languages that are spoken most in the Netherlands, so
/// that a search for "Pools" finds who speaks it; empty for others, which the code still finds.
std::string_view dutch_language_name(std::string_view iso_639_3);

}  // namespace passend::index
