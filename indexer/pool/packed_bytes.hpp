// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"

/// Values as bytes, without names or padding: equal values give equal bytes. One list of fields per type,
/// `pack(archive, value)`, serves both ways.
namespace passend::pool {

/// Appends values to a string of bytes.
class PackWriter {
 public:
  explicit PackWriter(std::string& out) : out_(out) {}

  template <class T>
  void operator()(const T& value) {
    if constexpr (std::is_enum_v<T> || std::same_as<T, bool>) {
      out_.push_back(static_cast<char>(value));
    } else if constexpr (std::is_signed_v<T>) {
      const auto wide = static_cast<std::int64_t>(value);
      variable((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
    } else if constexpr (std::is_unsigned_v<T>) {
      variable(value);
    } else {
      pack(*this, value);
    }
  }
  void operator()(const Date& date) { (*this)(date.days); }

  /// A code takes one byte, 0 for absent.
  template <class T>
  void operator()(const std::optional<T>& value) {
    if constexpr (std::is_enum_v<T>) {
      out_.push_back(static_cast<char>(value ? static_cast<int>(*value) + 1 : 0));
    } else {
      out_.push_back(value ? 1 : 0);
      if (value) (*this)(*value);
    }
  }

  template <class T>
  void operator()(const std::vector<T>& items) {
    variable(items.size());
    if constexpr (std::same_as<T, std::uint64_t>) {  // Hashes: variable length would make them longer.
      if (!items.empty()) out_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
    } else {
      for (const auto& item : items) (*this)(item);
    }
  }

  template <class T, std::size_t n>
  void operator()(const std::array<T, n>& items) {
    for (const auto& item : items) (*this)(item);
  }

  /// Items of which each given member is below 65536, two bytes each: long lists, read back without a branch.
  template <class Item, class... Members>
  void table(const std::vector<Item>& items, Members Item::*... members) {
    variable(items.size());
    for (const auto& item : items) (two_bytes(item.*members), ...);
  }

 private:
  /// Seven bits a byte, lowest first (LEB128).
  void variable(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_.push_back(static_cast<char>(value | 0x80));
    out_.push_back(static_cast<char>(value));
  }
  template <class T>
  void two_bytes(T value) {
    const auto narrow = static_cast<std::uint16_t>(value);
    if (static_cast<T>(narrow) != value) throw Error(ErrorCode::internal, "a packed number does not fit 16 bits");
    out_.append(reinterpret_cast<const char*>(&narrow), sizeof narrow);
  }

  std::string& out_;
};

/// Reads what PackWriter wrote, into objects whose memory is used again. Throws pool_corrupt when the bytes end early
/// or stand for no value.
class PackReader {
 public:
  explicit PackReader(std::span<const std::byte> bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  template <class T>
  void operator()(T& value) {
    if constexpr (std::same_as<T, bool>) {
      value = byte() != 0;
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(byte());
    } else if constexpr (std::is_signed_v<T>) {
      const std::uint64_t folded = variable();
      value = static_cast<T>(static_cast<std::int64_t>(folded >> 1) ^ -static_cast<std::int64_t>(folded & 1));
    } else if constexpr (std::is_unsigned_v<T>) {
      value = static_cast<T>(variable());
    } else {
      pack(*this, value);
    }
  }
  void operator()(Date& date) { (*this)(date.days); }

  template <class T>
  void operator()(std::optional<T>& value) {
    const std::uint8_t first = byte();
    if (first == 0) return value.reset();
    if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(first - 1);
    } else {
      if (!value) value.emplace();
      (*this)(*value);
    }
  }

  template <class T>
  void operator()(std::vector<T>& items) {
    if constexpr (std::same_as<T, std::uint64_t>) {
      items.resize(count(sizeof(T)));
      if (!items.empty()) std::memcpy(items.data(), take(items.size() * sizeof(T)), items.size() * sizeof(T));
    } else {
      items.resize(count(1));
      for (auto& item : items) (*this)(item);
    }
  }

  template <class T, std::size_t n>
  void operator()(std::array<T, n>& items) {
    for (auto& item : items) (*this)(item);
  }

  template <class Item, class... Members>
  void table(std::vector<Item>& items, Members Item::*... members) {
    items.resize(count(sizeof...(members) * sizeof(std::uint16_t)));
    const std::byte* cell = take(items.size() * sizeof...(members) * sizeof(std::uint16_t));
    const auto next = [&cell] {
      std::uint16_t value = 0;
      std::memcpy(&value, cell, sizeof value);
      cell += sizeof value;
      return value;
    };
    for (auto& item : items)
      ((item.*members = static_cast<std::remove_reference_t<decltype(item.*members)>>(next())), ...);
  }

 private:
  [[noreturn]] static void refuse() {
    throw Error(ErrorCode::pool_corrupt, "packed facts break off; build the pool anew with `passend pool build`");
  }
  const std::byte* take(std::size_t size) {
    if (size > static_cast<std::size_t>(end_ - at_)) refuse();
    const auto* taken = at_;
    at_ += size;
    return taken;
  }
  std::uint8_t byte() { return static_cast<std::uint8_t>(*take(1)); }
  std::uint64_t variable() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t part = byte();
      value |= static_cast<std::uint64_t>(part & 0x7FU) << shift;
      if (part < 0x80) return value;
    }
    refuse();
  }
  /// A number of items that can still follow.
  std::size_t count(std::size_t bytes_an_item) {
    const std::uint64_t items = variable();
    if (items > static_cast<std::size_t>(end_ - at_) / bytes_an_item) refuse();
    return static_cast<std::size_t>(items);
  }

  const std::byte* at_;
  const std::byte* end_;
};

}  // namespace passend::pool
