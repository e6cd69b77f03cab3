// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/text_limits.hpp"

#include <algorithm>
#include <vector>

#include "indexer/text/unicode.hpp"

namespace passend::intake {
std::string comparable(std::string_view text) {
  // Nearly all names and words are ASCII, and every member of every JSON object comes by here.
  const bool ascii = std::none_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) != 0; });
  const std::string folded = ascii ? std::string(text) : text::normalise(text);
  std::string result;
  result.reserve(folded.size());
  for (char byte : folded) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) result.push_back(byte);
  }
  return result;
}

std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[right.size()];
}

}  // namespace passend::intake
