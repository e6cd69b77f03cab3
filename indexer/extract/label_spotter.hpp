// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/extract/reading.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::extract {

/// A label of the taxonomy in the text.
struct Spotted {
  taxonomy::ConceptIndex target = 0;
  std::size_t first = 0;  ///< Words [first, last) of the text.
  std::size_t last = 0;
  std::uint32_t words = 0;  ///< Of the label.
  bool reordered = false;   ///< In another order, with other words in between.
};

/// All labels of occupations, competences and credentials, to be found in running text. Words are compared without the
/// endings of inflection ("machines bedienen", "bedient machines"). The longest label at a place wins.
class LabelSpotter {
 public:
  explicit LabelSpotter(const taxonomy::Taxonomy& taxonomy);

  /// In the order of the text.
  std::vector<Spotted> spot(const Reading& reading) const;
  const taxonomy::Taxonomy& taxonomy() const { return taxonomy_; }
  std::size_t label_count() const { return labels_.size(); }

 private:
  using Word = std::uint32_t;
  struct Label {
    std::uint32_t begin = 0;  ///< In words_ and forms_.
    std::uint32_t length = 0;
    taxonomy::ConceptIndex target = 0;
    bool preferred = false;
  };
  struct Rank {
    bool preferred = false;
    std::size_t fewest_words = 0;  ///< Beside everyday ones, else the label says too little.
  };
  /// The verb of a label of two words: "bedien" of "machines bedienen".
  struct Pair {
    Word other = 0;
    taxonomy::ConceptIndex target = 0;
    bool operator<(const Pair& right) const {
      return other != right.other ? other < right.other : target < right.target;
    }
  };

  void add_label(taxonomy::ConceptIndex target, std::string_view label, const Rank& rank);
  void leave_out_ambiguous();
  std::span<const Word> words_of(const Label& label) const {
    return std::span(words_).subspan(label.begin, label.length);
  }
  Word word_id(std::string_view stem);
  const Label* longest_at(const std::vector<Word>& stems, std::size_t first, std::size_t end) const;
  void spot_pairs(const Reading& reading, const std::vector<Word>& stems, std::vector<Spotted>& spotted) const;

  const taxonomy::Taxonomy& taxonomy_;
  std::unordered_map<std::string, Word> vocabulary_;
  std::unordered_set<std::string> single_words_;              ///< Labels of one word, as they are written.
  std::vector<Word> words_;                                   ///< Of all labels, one after the other.
  std::vector<Label> labels_;                                 ///< In the order of their words.
  std::unordered_map<std::string, std::vector<Pair>> pairs_;  ///< By the thing, word for word.
};

/// A word without the endings of Dutch (and English) inflection; also for words of a label.
std::string stem(std::string_view form);

}  // namespace passend::extract
