// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/word_list.hpp"

#include <algorithm>
#include <limits>

#include "indexer/base/error.hpp"

namespace passend::search {
namespace {

constexpr std::size_t longest_word = 64;  ///< Of what was typed and of what is compared, in bytes.

/// The rows of the table of edits for the letters of a word from its first on; row d is that of its first d letters.
class EditRows {
 public:
  EditRows(std::string_view typed, int most_edits) : typed_(typed), most_edits_(most_edits) {
    rows_.resize(longest_word + 2, std::vector<int>(typed.size() + 1));
    for (std::size_t i = 0; i <= typed.size(); ++i) rows_[0][i] = static_cast<int>(i);
    best_beginning_.resize(longest_word + 2, std::numeric_limits<int>::max());
    best_beginning_[0] = rows_[0].back();
  }

  /// Fills the row of the first `depth` letters from the rows before; whether any word that goes on can be near.
  bool extend(std::string_view word, std::size_t depth) {
    const std::vector<int>& before = rows_[depth - 1];
    std::vector<int>& row = rows_[depth];
    row[0] = static_cast<int>(depth);
    int least = row[0];
    for (std::size_t i = 1; i <= typed_.size(); ++i) {
      const bool same = typed_[i - 1] == word[depth - 1];
      row[i] = std::min({before[i] + 1, row[i - 1] + 1, before[i - 1] + (same ? 0 : 1)});
      const bool swapped = depth > 1 && i > 1 && typed_[i - 1] == word[depth - 2] && typed_[i - 2] == word[depth - 1];
      if (swapped) row[i] = std::min(row[i], rows_[depth - 2][i - 2] + 1);
      least = std::min(least, row[i]);
    }
    best_beginning_[depth] = std::min(best_beginning_[depth - 1], row.back());
    return least <= most_edits_;
  }

  int whole(std::size_t depth) const { return rows_[depth].back(); }
  /// Between what was typed and the nearest beginning of at most `depth` letters.
  int beginning(std::size_t depth) const { return best_beginning_[depth]; }

 private:
  std::string_view typed_;
  int most_edits_;
  std::vector<std::vector<int>> rows_;
  std::vector<int> best_beginning_;
};

std::size_t shared_beginning(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace

WordList::WordList(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  starts_.reserve(words.size() + 1);
  for (const std::string& word : words) {
    starts_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_.append(word).push_back('\n');
  }
  starts_.push_back(static_cast<std::uint32_t>(text_.size()));
}

WordRange WordList::beginning_with(std::string_view letters) const {
  const auto bound = [&](auto is_before) {
    WordNumber low = 0, high = static_cast<WordNumber>(size());
    while (low < high) {
      const WordNumber middle = low + (high - low) / 2;
      if (is_before(word(middle).substr(0, letters.size()))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  return {bound([&](std::string_view start) { return start < letters; }),
          bound([&](std::string_view start) { return start <= letters; })};
}

bool WordList::contains(std::string_view wanted) const {
  const WordNumber first = beginning_with(wanted).begin;
  return first < size() && word(first) == wanted;
}

WordNumber WordList::find(std::string_view wanted) const {
  const WordNumber first = beginning_with(wanted).begin;
  if (first < size() && word(first) == wanted) return first;
  throw Error(ErrorCode::internal, "a word is looked up that the list does not have");
}

void WordList::visit_holding(std::string_view letters,
                             const std::function<void(WordNumber, std::size_t)>& visit) const {
  if (letters.empty()) return;
  for (std::size_t at = text_.find(letters); at != std::string::npos;) {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), at);
    const auto number = static_cast<WordNumber>(after - starts_.begin() - 1);
    const std::size_t place = at - starts_[number];
    if (place == 0) {
      at = text_.find(letters, at + 1);
      continue;
    }
    visit(number, place);
    at = text_.find(letters, *after);
  }
}

void WordList::visit_near(std::string_view typed, int most_edits, Reach reach,
                          const std::function<void(WordNumber, int)>& visit) const {
  if (typed.empty() || typed.size() > longest_word) return;
  EditRows rows(typed, most_edits);
  std::string_view before;
  std::size_t filled = 0;  // Rows 0..filled hold for `before`.
  for (WordNumber number = 0; number < size();) {
    const std::string_view here = word(number).substr(0, longest_word);
    std::size_t depth = std::min(filled, shared_beginning(before, here));
    bool can_be_near = true;
    while (can_be_near && depth < here.size()) can_be_near = rows.extend(here, ++depth);
    filled = depth;
    before = here;
    if (can_be_near) {
      const int edits = reach == Reach::whole_word ? rows.whole(depth) : rows.beginning(depth);
      if (edits <= most_edits) visit(number, edits);
      ++number;
      continue;
    }
    // Nothing longer is nearer: all that begin like this have the same answer.
    const WordNumber end = beginning_with(here.substr(0, depth)).end;
    const int edits = reach == Reach::beginning ? rows.beginning(depth) : std::numeric_limits<int>::max();
    for (; number < end; ++number) {
      if (edits <= most_edits) visit(number, edits);
    }
  }
}

}  // namespace passend::search
