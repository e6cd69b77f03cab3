// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/phrases.hpp"

namespace passend::extract {

std::size_t length_of_match(const Reading& reading, std::size_t first, std::string_view phrase) {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const std::size_t blank = phrase.find(' ');
    const std::string_view expected = phrase.substr(0, blank);
    const std::string_view found = reading.form(first + count);
    if (count > 0 && reading.gap(first + count) >= Gap::comma) return 0;
    const bool equal =
        expected.ends_with('*') ? found.starts_with(expected.substr(0, expected.size() - 1)) : found == expected;
    if (!equal || found.empty()) return 0;
    ++count;
    phrase = blank == std::string_view::npos ? std::string_view() : phrase.substr(blank + 1);
  }
  return count;
}

}  // namespace passend::extract
