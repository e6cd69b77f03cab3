// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Names of the files of the feed.
namespace passend::feed {

/// "looks-0000000012.log"
std::string numbered(std::string_view prefix, std::uint64_t number, std::string_view ending);

/// Numbers of the files of looks in a directory, ascending; none when there is no directory.
std::vector<std::uint64_t> numbers_of_looks(const std::filesystem::path& directory);

}  // namespace passend::feed
