// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/feed_files.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace passend::feed {

std::string numbered(std::string_view prefix, std::uint64_t number, std::string_view ending) {
  const std::string digits = std::to_string(number);
  const std::string zeros(digits.size() < 10 ? 10 - digits.size() : 0, '0');
  return std::string(prefix) + zeros + digits + std::string(ending);
}

std::vector<std::uint64_t> numbers_of_looks(const std::filesystem::path& directory) {
  std::vector<std::uint64_t> numbers;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(directory, absent)) {
    const auto name = entry.path().filename().string();
    std::uint64_t number = 0;
    if (!name.starts_with("looks-")) continue;
    const auto digits = std::string_view(name).substr(6);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (name == numbered("looks-", number, ".log")) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace passend::feed
