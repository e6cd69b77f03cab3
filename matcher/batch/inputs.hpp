// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"

namespace passend::batch {

/// Most places of one list.
inline constexpr std::uint32_t largest_top = 1'000;

/// Everything that decides what comes out of a batch, byte for byte. What has the same inputs may be put together: the
/// parts of a run that was interrupted, and the partitions of several machines.
struct Inputs {
  std::string engine_version;
  std::string weights;  ///< criteria::encode: every number, with its name.
  std::string taxonomy_hash;
  std::string postcodes_hash;
  std::int64_t pool_position = 0;
  std::string roster_hash;  ///< Of everybody and every vacancy that takes part.
  Date day;
  std::uint64_t seed = 0;  ///< Key of the order among equals.
  std::uint32_t top = 50;  ///< Places of each list, 1..largest_top.
  bool operator==(const Inputs&) const = default;
};

/// One line per input, "pool position: 812".
std::string to_text(const Inputs& inputs);
/// Reads what to_text() wrote; anything else is absent.
std::optional<Inputs> parse_inputs(std::string_view text);
/// SHA-256 of the text: 64 hexadecimal digits.
std::string fingerprint(const Inputs& inputs);
/// "pool position: 812 then, 830 now", one per input that is not the same.
std::vector<std::string> differences(const Inputs& then, const Inputs& now);

/// Part `index` of `count` of the vacancies by position; 1..count.
struct Partition {
  std::uint32_t index = 1;
  std::uint32_t count = 1;
  bool operator==(const Partition&) const = default;
  bool is_whole() const { return count == 1; }
};

/// "2/4"
std::string to_text(const Partition& partition);
/// Absent when it is not i/n with 1 <= i <= n <= 65535.
std::optional<Partition> parse_partition(std::string_view text);

/// Positions [begin, end) of vacancies.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Range&) const = default;
  std::uint32_t size() const { return end - begin; }
};

Range range_of(const Partition& partition, std::uint32_t vacancies);

}  // namespace passend::batch
