// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace passend::text {

/// The form under which the gender and number variants of a Dutch occupation are one: the masculine singular, since
/// that is what labels have. "kapster", "kappers": kapper; "docente": docent; "directrice": directeur; "vaklieden":
/// vakman. Takes and gives normalised words. Only what the lexicon knows, or can read as a compound, is put in the
/// place of a word: "minister" and "verpleegkundige" stay what they are, and so does "secretaresse", whose work is not
/// that of a secretaris.
std::string occupation_base(std::string_view word);

/// The other forms of the same: every word of the lexicon, the given one left out, that has the same base; by alphabet.
std::vector<std::string> occupation_forms(std::string_view word);

}  // namespace passend::text
