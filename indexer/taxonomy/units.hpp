// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace passend::taxonomy {

/// Whose compounds a text is split by.
enum class Splitting : std::uint8_t { none, dutch, german };

/// "nl" and "de"; others have no compounds that are written as one word.
Splitting splitting_of(std::string_view language);

/// The least piece of a title that means something by itself: a word, or a part of a compound, without its ending.
struct Unit {
  std::string text;        ///< Without its ending: what is compared.
  std::string form;        ///< As it stands: what is shown.
  std::uint32_t word = 0;  ///< Which word of the text it is part of, from 0; words of grammar are not counted.
};

/// The units of a text in normalised form, in order: words without those of grammar ("van", "en"), compounds as their
/// parts to the last one ("vrachtwagenchauffeur": vracht, wagen, chauffeur), each without the ending of its plural or
/// inflection. An ending is cut by rule, not by a dictionary: a unit need not be a word.
std::vector<Unit> units_of(std::string_view normalised, Splitting splitting);

}  // namespace passend::taxonomy
