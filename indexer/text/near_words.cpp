// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/near_words.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "indexer/text/codes.hpp"

namespace passend::text {
namespace {

constexpr std::size_t shortest_corrected = 4;
constexpr std::size_t shortest_with_two = 8;
/// Longer ones are no words that someone mistyped.
constexpr std::size_t longest_corrected = 48;

/// The bytes of the character that starts at an offset of well-formed UTF-8; of anything else, one byte.
std::string_view character_at(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  const std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return text.substr(offset, size);
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t i = 0; i < text.size(); i += characters.back().size()) characters.push_back(character_at(text, i));
  return characters;
}

/// The distances between the start of the known words and every start of the typed word. Only the cells that can lie
/// within the allowed distance are filled in, and one that cannot on either side of them.
using Row = std::array<std::uint8_t, longest_corrected + 2>;

class Search {
 public:
  Search(std::span<const KnownWord> known, std::vector<std::string_view> typed, int allowed)
      : known_(known), typed_(std::move(typed)), allowed_(allowed) {}

  std::vector<NearWord> run() {
    Branch root;
    root.end = known_.size();
    for (std::size_t i = 0; i <= std::min(typed_.size(), width() + 1); ++i) root.row[i] = static_cast<std::uint8_t>(i);
    enter(root);
    return std::move(found_);
  }

 private:
  /// The known words [begin, end), which share their first `offset` bytes, `depth` characters.
  struct Branch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t offset = 0;
    std::size_t depth = 0;
    std::string_view last;  ///< The last shared character.
    Row row{};              ///< Of the shared start.
    Row row_before{};       ///< Of the same without its last character.
  };

  std::size_t width() const { return static_cast<std::size_t>(allowed_); }

  void enter(const Branch& branch) {
    std::size_t i = branch.begin;
    // A word that ends here stands first.
    if (i < branch.end && known_[i].word.size() == branch.offset) {
      if (branch.depth + width() >= typed_.size()) keep(known_[i], branch.row[typed_.size()]);
      ++i;
    }
    while (i < branch.end) {
      const std::string_view character = character_at(known_[i].word, branch.offset);
      Branch below;
      below.begin = i;
      below.end = end_of_character(i, branch, character);
      below.offset = branch.offset + character.size();
      below.depth = branch.depth + 1;
      below.last = character;
      below.row_before = branch.row;
      i = below.end;
      if (below.depth <= typed_.size() + width() && next_row(branch, below) <= allowed_) enter(below);
    }
  }

  /// Where the words end that have this character next: in growing steps, since most are few.
  std::size_t end_of_character(std::size_t begin, const Branch& branch, std::string_view character) const {
    const auto has_it = [&](const KnownWord& word) {
      return word.word.compare(branch.offset, character.size(), character) == 0;
    };
    std::size_t step = 1;
    while (begin + step < branch.end && has_it(known_[begin + step])) {
      begin += step;
      step *= 2;
    }
    const auto first = known_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = known_.begin() + static_cast<std::ptrdiff_t>(std::min(begin + step, branch.end));
    return static_cast<std::size_t>(std::partition_point(first, last, has_it) - known_.begin());
  }

  /// Fills in the row of a branch; answers the least distance in it.
  int next_row(const Branch& above, Branch& below) const {
    const std::size_t depth = below.depth;
    const std::size_t from = depth > width() ? depth - width() : 1;
    const std::size_t to = std::min(typed_.size(), depth + width());
    const auto beyond = static_cast<std::uint8_t>(allowed_ + 1);
    below.row[from - 1] = from == 1 ? static_cast<std::uint8_t>(std::min<std::size_t>(depth, beyond)) : beyond;
    below.row[to + 1] = beyond;
    int least = below.row[from - 1];
    for (std::size_t i = from; i <= to; ++i) {
      const bool same = typed_[i - 1] == below.last;
      int distance = std::min({above.row[i] + 1, below.row[i - 1] + 1, above.row[i - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && depth > 1 && typed_[i - 1] == above.last && typed_[i - 2] == below.last;
      if (swapped) distance = std::min(distance, above.row_before[i - 2] + 1);
      below.row[i] = static_cast<std::uint8_t>(std::min<int>(distance, beyond));
      least = std::min(least, distance);
    }
    return least;
  }

  void keep(const KnownWord& word, int distance) {
    if (distance > 0 && distance <= allowed_ && !is_code(word.word))
      found_.push_back({word.word, word.frequency, distance});
  }

  std::span<const KnownWord> known_;
  std::vector<std::string_view> typed_;
  int allowed_ = 0;
  std::vector<NearWord> found_;
};

}  // namespace

int allowed_distance(std::string_view word) {
  if (is_code(word)) return 0;
  const std::size_t letters = characters_of(word).size();
  if (letters < shortest_corrected || letters > longest_corrected) return 0;
  return letters < shortest_with_two ? 1 : 2;
}

std::vector<NearWord> near_words(std::string_view word, std::span<const KnownWord> known, std::size_t most) {
  const int allowed = allowed_distance(word);
  if (allowed == 0 || most == 0) return {};
  std::vector<NearWord> found = Search(known, characters_of(word), allowed).run();
  const auto order = [](const NearWord& left, const NearWord& right) {
    return std::tie(left.distance, right.frequency, left.word) < std::tie(right.distance, left.frequency, right.word);
  };
  const std::size_t count = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(), order);
  found.resize(count);
  return found;
}

}  // namespace passend::text
