// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace passend::search {

using WordNumber = std::uint32_t;

/// A range of words, [begin, end).
struct WordRange {
  WordNumber begin = 0;
  WordNumber end = 0;
};

/// What a near word is compared with: all of the word that was typed, or its beginning while typing goes on.
enum class Reach : std::uint8_t { whole_word, beginning };

/// Distinct normalised words in byte order, in one run of text. Immutable, safe for any number of threads.
class WordList {
 public:
  explicit WordList(std::vector<std::string> words);

  std::size_t size() const { return starts_.size() - 1; }
  std::string_view word(WordNumber number) const {
    return std::string_view(text_).substr(starts_[number], starts_[number + 1] - starts_[number] - 1);
  }
  bool contains(std::string_view word) const;
  /// The number of a word that is in the list.
  WordNumber find(std::string_view word) const;
  WordRange beginning_with(std::string_view letters) const;

  /// Every word that holds the letters anywhere but at its beginning, once, with the place of the first such byte.
  void visit_holding(std::string_view letters, const std::function<void(WordNumber, std::size_t place)>& visit) const;

  /// Every word within so many edits (a letter too many, missing, other, or two neighbours swapped; optimal string
  /// alignment, in bytes) of what was typed, with the number of edits. The list is walked as the tree that its common
  /// beginnings make, and a branch is left as soon as no word of it can be near enough.
  void visit_near(std::string_view typed, int most_edits, Reach reach,
                  const std::function<void(WordNumber, int edits)>& visit) const;

 private:
  std::string text_;  ///< Each word followed by a line end.
  std::vector<std::uint32_t> starts_;
};

}  // namespace passend::search
