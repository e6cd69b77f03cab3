// SPDX-License-Identifier: EUPL-1.2
#include "indexer/base/utf8.hpp"

#include <algorithm>
#include <cstdint>

namespace passend {
namespace {

/// Whether the byte goes on with a code point that began before it.
bool continues(char byte) {
  return (static_cast<std::uint8_t>(byte) & 0xC0) == 0x80;
}

/// Bytes of the code point at the start of `bytes`; 0 when it is not well formed (overlong, surrogate, beyond U+10FFFF,
/// cut).
std::size_t sequence_length(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(bytes[i])) return 0;
  }
  const std::uint8_t second = byte(1);
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
  if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
  return length;
}

}  // namespace

std::optional<std::size_t> count_code_points(std::string_view bytes) {
  std::size_t count = 0;
  while (!bytes.empty()) {
    const std::size_t length = sequence_length(bytes);
    if (length == 0) return std::nullopt;
    bytes.remove_prefix(length);
    ++count;
  }
  return count;
}

std::size_t code_points_in(std::string_view well_formed) {
  return well_formed.size() -
         static_cast<std::size_t>(std::count_if(well_formed.begin(), well_formed.end(), continues));
}

std::string_view code_point_prefix(std::string_view well_formed, std::size_t limit) {
  if (well_formed.size() <= limit) return well_formed;
  std::size_t code_points = 0;
  for (std::size_t i = 0; i < well_formed.size(); ++i) {
    if (!continues(well_formed[i]) && code_points++ == limit) return well_formed.substr(0, i);
  }
  return well_formed;
}

std::string_view utf8_prefix(std::string_view bytes, std::size_t limit) {
  if (bytes.size() <= limit) return bytes;
  while (limit > 0 && continues(bytes[limit])) --limit;
  return bytes.substr(0, limit);
}

}  // namespace passend
