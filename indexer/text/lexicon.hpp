// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace passend::text {

/// What is known of a word as a part of other words.
struct LexiconEntry {
  std::uint8_t modifier = 0;  ///< 0: never stands before another word; else 1 + 16 log2(1 + count / 0.3).
  std::uint8_t head = 0;      ///< The same for standing last.
  bool whole = false;         ///< Looks like a compound and is none.
  std::uint16_t rule = 0;     ///< How its base form is made; 0: it is its own.
};

/// A set of normalised words with an entry each, read in place: a minimal acyclic automaton whose edges count the words
/// that they skip (Lucchesi and Kowaltowski, 1993), so that a word's number finds its entry. All integers
/// little-endian.
///
///     "PSLEX1\n\0"  u32 edges  u32 words  u32 rules  u32 zero
///     edges  x u64  byte of the letter, 1 bit last of its state, 1 bit ends a word, 24 bit first edge of the next
///                   state (0: none), 24 bit how many words the edges before it lead to
///     words  x u32  modifier, head, 15 bit rule, 1 bit whole
///     rules  x 8    bytes to cut, length to add (0-6), letters to add
///
/// A view: the bytes must outlive it.
class Lexicon {
 public:
  /// Throws malformed_document when the bytes are no lexicon. Edges are not followed: the bytes come from the program
  /// itself or from LexiconWriter.
  explicit Lexicon(std::string_view bytes);

  std::optional<LexiconEntry> find(std::string_view word) const;

  /// Calls visit(length, entry) for every word that the text begins with, shortest first.
  template <class Visit>
  void for_each_prefix(std::string_view text, Visit&& visit) const {
    std::uint32_t state = 0;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto step = follow(state, text[i]);
      if (!step) return;
      number += step->skipped;
      if (step->ends_word) visit(i + 1, entry(number++));
      if (step->next == 0) return;
      state = step->next;
    }
  }

  /// The base form of a word that has this entry: singular, without linking letters.
  std::string base(std::string_view word, const LexiconEntry& entry) const;

  std::size_t size() const { return words_; }

 private:
  struct Step {
    std::uint32_t next = 0;
    std::uint32_t skipped = 0;
    bool ends_word = false;
  };

  std::uint64_t edge(std::uint32_t index) const {
    std::uint64_t value = 0;
    std::memcpy(&value, edge_bytes_.data() + std::size_t{8} * index, sizeof value);
    return value;
  }

  std::optional<Step> follow(std::uint32_t state, char letter) const {
    for (std::uint32_t i = state; i < edges_; ++i) {
      const std::uint64_t value = edge(i);
      if (static_cast<char>(value & 0xFF) == letter) {
        return Step{static_cast<std::uint32_t>(value >> 16 & 0xFFFFFF), static_cast<std::uint32_t>(value >> 40),
                    (value >> 9 & 1) != 0};
      }
      if ((value >> 8 & 1) != 0) return std::nullopt;
    }
    return std::nullopt;
  }

  LexiconEntry entry(std::uint32_t number) const;

  std::string_view edge_bytes_;
  std::string_view entry_bytes_;
  std::string_view rule_bytes_;
  std::uint32_t edges_ = 0;
  std::uint32_t words_ = 0;
};

}  // namespace passend::text
