// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/lexicon.hpp"

namespace passend::text {

/// Splits compound nouns. Immutable: any number of threads may ask one object.
///
/// The parts of a compound are the words of which it was made, two as a rule, in order and in their base form, without
/// linking letters: "kinderopvang" is kind + opvang, "vrachtwagenchauffeur" vrachtwagen + chauffeur. A part can be a
/// compound itself; asking again splits it further ("vrachtwagen": vracht + wagen).
class Compounds {
 public:
  /// The lexicon is a view; its bytes must outlive this object.
  explicit Compounds(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// The same, knowing more words: the labels of a taxonomy, say. Takes the words of five letters and more in
  /// normalised form (text::words) that the lexicon lacks, as words that stand in compounds now and then.
  Compounds with_words(std::span<const std::string> words) const;

  /// The parts of a word in normalised form; empty when it is no compound, not known, or longer than 64 bytes. A split
  /// that is not sure is none: the parts serve as further terms, and a false one does harm.
  std::vector<std::string> parts(std::string_view word) const;

  /// Whether a normalised word is one of the lexicon or of the added words, in whatever form.
  bool knows(std::string_view word) const { return find(word).has_value(); }

  /// The base form of a known noun in the plural or the genitive; any other word as it is.
  std::string base_form(std::string_view word) const;

 private:
  struct Choice;
  Choice best_split(std::string_view word, int depth) const;
  std::optional<LexiconEntry> find(std::string_view word) const;

  Lexicon lexicon_;
  std::shared_ptr<const std::string> more_bytes_;
  std::optional<Lexicon> more_;
};

/// With the Dutch and the German lexicon of the program, made at build time from Debian's word lists.
const Compounds& dutch_compounds();
const Compounds& german_compounds();

}  // namespace passend::text
