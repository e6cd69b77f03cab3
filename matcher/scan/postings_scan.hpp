// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "indexer/pool/candidate_segment.hpp"

namespace passend::scan {

/// By how many levels the postings of a competence are parted: not stated, and the values of Proficiency.
inline constexpr unsigned competence_levels = 5;

/// A value for each row of a block.
template <class Value>
using BlockArray = std::array<Value, pool::rows_per_block>;

/// The rows of a block as bits.
class RowSet {
 public:
  static constexpr std::size_t word_count = pool::rows_per_block / 64;
  using Words = std::array<std::uint64_t, word_count>;

  Words& words() { return words_; }
  const Words& words() const { return words_; }
  void clear() { words_.fill(0); }
  void insert(std::uint16_t row) { words_[row / 64U] |= std::uint64_t{1} << (row % 64U); }
  bool contains(std::size_t row) const { return (words_[row / 64U] >> (row % 64U) & 1U) != 0; }
  void keep_those_in(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  Words words_{};
};

/// A posting list with what its holders get.
struct ListValue {
  std::uint32_t list = 0;
  std::uint32_t value = 0;
};

}  // namespace passend::scan
