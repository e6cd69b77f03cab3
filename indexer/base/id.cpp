// SPDX-License-Identifier: EUPL-1.2
#include "indexer/base/id.hpp"

#include <openssl/rand.h>

#include <cstring>

#include "indexer/base/error.hpp"

namespace passend {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_hex(std::string& text, std::uint64_t value) {
  for (int shift = 60; shift >= 0; shift -= 4) text += hex_digits[(value >> shift) & 0xF];
}

std::optional<std::uint64_t> parse_hex(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char digit : digits) {
    const char lower = (digit >= 'A' && digit <= 'F') ? static_cast<char>(digit - 'A' + 'a') : digit;
    const auto position = hex_digits.find(lower);
    if (position == std::string_view::npos) return std::nullopt;
    value = (value << 4) | position;
  }
  return value;
}

}  // namespace

std::string to_text(const Id128& id) {
  std::string text;
  text.reserve(32);
  append_hex(text, id.high);
  append_hex(text, id.low);
  return text;
}

std::optional<Id128> parse_id128(std::string_view text) {
  if (text.size() != 32) return std::nullopt;
  const auto high = parse_hex(text.substr(0, 16));
  const auto low = parse_hex(text.substr(16));
  if (!high || !low) return std::nullopt;
  return Id128{*high, *low};
}

Id128 random_id128() {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), bytes.size()) != 1) {
    throw Error(ErrorCode::internal, "the operating system gave no random bytes");
  }
  Id128 id;
  std::memcpy(&id.high, bytes.data(), 8);
  std::memcpy(&id.low, bytes.data() + 8, 8);
  return id;
}

}  // namespace passend
