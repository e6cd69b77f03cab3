// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/extract/reading.hpp"

namespace passend::extract {

/// One number or two with "tot", "of", a dash or a slash between them.
struct NumberRange {
  std::int64_t low_thousandths = 0;
  std::int64_t high_thousandths = 0;
  std::size_t first = 0;  ///< Words [first, last).
  std::size_t last = 0;
  bool and_more = false;     ///< "5+"
  bool unit_within = false;  ///< "32u": the last word holds the word for an hour.
};

/// In digits ("0,4" "1.5" "5+" "32u"), or in words from two to twelve; absent when the word is no number.
std::optional<std::int64_t> number_of(std::string_view word);

/// The range that begins with the word `first`, within its sentence.
std::optional<NumberRange> number_range(const Reading& reading, std::size_t first);

}  // namespace passend::extract
