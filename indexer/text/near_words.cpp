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

/// The distances between the start of the known words and every start of the typed word, a row per letter.
using Row = std::array<std::uint8_t, longest_corrected + 1>;

class Search {
 public:
  Search(std::span<const KnownWord> known, std::vector<std::string_view> typed, int allowed)
      : known_(known), typed_(std::move(typed)), allowed_(allowed) {}

  std::vector<NearWord> run() {
    Row row{};
    for (std::size_t i = 0; i <= typed_.size(); ++i) row[i] = static_cast<std::uint8_t>(i);
    Branch root{0, known_.size(), 0, {}, row, row};
    enter(root);
    return std::move(found_);
  }

 private:
  /// The known words [begin, end), which share their first `offset` bytes.
  struct Branch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t offset = 0;
    std::string_view last;  ///< The last shared character.
    Row row;                ///< Of the shared start.
    Row row_before;         ///< Of the same without its last character.
  };

  void enter(const Branch& branch) {
    std::size_t i = branch.begin;
    // A word that ends here stands first.
    if (i < branch.end && known_[i].word.size() == branch.offset) keep(known_[i++], branch.row[typed_.size()]);
    while (i < branch.end) {
      const std::string_view character = character_at(known_[i].word, branch.offset);
      const auto first = known_.begin() + static_cast<std::ptrdiff_t>(i);
      const auto last = known_.begin() + static_cast<std::ptrdiff_t>(branch.end);
      const auto next = std::partition_point(first, last, [&](const KnownWord& word) {
        return std::string_view(word.word).substr(branch.offset).starts_with(character);
      });
      const auto end = static_cast<std::size_t>(next - known_.begin());
      Branch below{i, end, branch.offset + character.size(), character, {}, branch.row};
      if (next_row(branch, below) <= allowed_) enter(below);
      i = end;
    }
  }

  /// Fills in the row of a branch; answers the least distance in it.
  int next_row(const Branch& above, Branch& below) const {
    below.row[0] = static_cast<std::uint8_t>(std::min(255, above.row[0] + 1));
    int least = below.row[0];
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
      const bool same = typed_[i - 1] == below.last;
      int distance = std::min({above.row[i] + 1, below.row[i - 1] + 1, above.row[i - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && !above.last.empty() && typed_[i - 1] == above.last && typed_[i - 2] == below.last;
      if (swapped) distance = std::min(distance, above.row_before[i - 2] + 1);
      below.row[i] = static_cast<std::uint8_t>(distance);
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
