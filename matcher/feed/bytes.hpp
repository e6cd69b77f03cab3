// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "indexer/base/error.hpp"

/// How the files of the feed are put together. Values stand as they do in memory.
namespace passend::feed {

static_assert(std::endian::native == std::endian::little, "the files of the feed are little-endian");

template <class T>
void put(std::string& bytes, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// Seven bits a byte, the lowest first; small numbers take one byte.
inline void put_small(std::string& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

/// Takes values off the front. Throws storage_corrupt when there are not enough bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) throw Error(ErrorCode::storage_corrupt, "a file of the feed ends too early");
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  template <class T>
  T value() {
    T value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::uint64_t small() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      number |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return number;
    }
    throw Error(ErrorCode::storage_corrupt, "a file of the feed holds a number that is none");
  }
  /// A number of items that cannot be more than there are bytes left.
  std::uint64_t count() {
    const auto number = small();
    if (number > rest_.size()) throw Error(ErrorCode::storage_corrupt, "a file of the feed ends too early");
    return number;
  }
  bool at_end() const { return rest_.empty(); }
  std::size_t left() const { return rest_.size(); }

 private:
  std::string_view rest_;
};

}  // namespace passend::feed
