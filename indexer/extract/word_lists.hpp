// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <array>
#include <string_view>

namespace passend::extract {

/// Whether a word stands in a short list; an entry that ends in * stands for all that begin so.
template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& list) {
  return !word.empty() && std::any_of(list.begin(), list.end(), [&](std::string_view entry) {
    return entry.ends_with('*') ? word.starts_with(entry.substr(0, entry.size() - 1)) : word == entry;
  });
}

}  // namespace passend::extract
