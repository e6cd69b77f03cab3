// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace passend::text {

/// A word of a text and where it stands there.
struct Word {
  std::string form;       ///< Normalised: folded, without diacritics, never empty.
  std::size_t begin = 0;  ///< Bytes from the start of the text, [begin, end).
  std::size_t end = 0;
};

/// The words of a text in order, for indexing, querying and marking alike: Unicode word breaks (UAX #29), and a full
/// stop parts words unless digits stand on both sides ("Hilversum.Wij" is two words, "1.000" one). A trailing run of
/// + or # stays with its word, an @ parts words, and a word holds a letter or digit. Ill-formed bytes part words.
std::vector<Word> words(std::string_view utf8);

}  // namespace passend::text
