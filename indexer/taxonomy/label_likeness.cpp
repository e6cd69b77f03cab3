// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/label_likeness.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::size_t gram_bytes = 4;
constexpr std::uint64_t word_weight = 3;
constexpr std::uint64_t gram_weight = 1;
/// A word or sequence that more labels hold brings no two of them together, though it counts in their lengths.
constexpr std::size_t most_holders = 600;

struct Piece {
  std::uint32_t number = 0;
  std::uint64_t weight = 0;
};

/// The labels of one language, cut into numbered pieces.
class LabelSet {
 public:
  void add(DraftIndex owner, const std::string& label) {
    std::map<std::string, std::uint64_t> pieces;
    for (const std::string& word : text::tokens(label)) {
      pieces["=" + word] = word_weight;
      const std::string padded = " " + word + " ";
      for (std::size_t i = 0; i + gram_bytes <= padded.size(); ++i) pieces[padded.substr(i, gram_bytes)] = gram_weight;
    }
    std::vector<Piece>& row = rows_.emplace_back();
    for (const auto& [piece, weight] : pieces) {
      const auto [found, is_new] = numbers_.try_emplace(piece, static_cast<std::uint32_t>(holders_.size()));
      if (is_new) holders_.emplace_back();
      holders_[found->second].push_back(static_cast<std::uint32_t>(owners_.size()));
      row.push_back({found->second, weight});
    }
    owners_.push_back(owner);
  }

  void compare(int least_bp, std::vector<AlikeLabels>& result) {
    std::vector<std::uint64_t> lengths;
    for (auto& row : rows_) {
      std::uint64_t squares = 0;
      for (Piece& piece : row) {
        piece.weight *= inverse_frequency(holders_[piece.number].size(), rows_.size());
        squares += piece.weight * piece.weight;
      }
      lengths.push_back(std::max<std::uint64_t>(1, square_root(squares)));
    }
    std::vector<std::uint64_t> products(rows_.size(), 0);
    std::vector<std::uint32_t> met;
    for (std::uint32_t a = 0; a < rows_.size(); ++a) {
      for (const Piece& piece : rows_[a]) meet(a, piece, products, met);
      for (const std::uint32_t b : met) {
        const std::uint64_t product = std::exchange(products[b], 0);
        const auto likeness =
            static_cast<int>(std::min<std::uint64_t>(10000, product * 10000 / (lengths[a] * lengths[b])));
        if (likeness >= least_bp) result.push_back({owners_[a], owners_[b], likeness});
      }
      met.clear();
    }
  }

 private:
  /// Adds what one piece says to the products with all labels before `a`. The weight of a piece is the same in each.
  void meet(std::uint32_t a, const Piece& piece, std::vector<std::uint64_t>& products,
            std::vector<std::uint32_t>& met) {
    const auto& holders = holders_[piece.number];
    if (holders.size() > most_holders) return;
    for (const std::uint32_t b : holders) {
      if (b >= a) break;
      if (products[b] == 0) met.push_back(b);
      products[b] += piece.weight * piece.weight;
    }
  }

  std::vector<DraftIndex> owners_;
  std::vector<std::vector<Piece>> rows_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::vector<std::uint32_t>> holders_;
};

}  // namespace

std::vector<AlikeLabels> alike_labels(const Draft& draft, const std::vector<DraftIndex>& competences, int least_bp) {
  std::map<std::string, LabelSet> languages;
  for (const DraftIndex index : competences) {
    std::set<std::string> seen;
    for (const DraftLabel& label : draft[index].labels) {
      if (label.type == LabelType::preferred && seen.insert(label.language).second) {
        languages[label.language].add(index, label.text);
      }
    }
  }
  std::vector<AlikeLabels> result;
  for (auto& [language, labels] : languages) labels.compare(least_bp, result);
  return result;
}

}  // namespace passend::taxonomy
