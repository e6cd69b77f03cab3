// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/taxonomy/taxonomy.hpp"
#include "matcher/search/search.hpp"
#include "matcher/search/word_list.hpp"

/// Occupations, competences and credentials while somebody types.
namespace passend::search {

inline constexpr std::size_t max_suggestions = 50;
inline constexpr std::size_t max_suggest_words = 8;  ///< What is typed beyond these does not count.

/// How often a concept occurs in the records of the region, by its primary URI. Only the order of magnitude counts.
using UsageOf = std::function<std::uint64_t(std::string_view uri)>;

struct SuggestRequest {
  std::string text;                          ///< What was typed so far, at most 512 bytes.
  std::vector<taxonomy::ConceptKind> kinds;  ///< Empty: occupations, competences and credentials.
  std::size_t limit = 10;                    ///< 1..50
};

struct Suggestion {
  taxonomy::ConceptIndex target = 0;
  std::string label;         ///< Preferred label in Dutch.
  std::vector<Run> matched;  ///< The label that answered, marked.
};

/// The labels of the taxonomy in memory: distinct words in order, and for each the labels that hold it. A typed word
/// answers to a word of a label that is equal, begins with it, holds it as a part of a compound or holds it anywhere
/// (from three letters on); only when nothing answers to all of the words, to one that is nearly it. Safe for any
/// number of threads; the taxonomy must outlive it.
class Suggester {
 public:
  explicit Suggester(const taxonomy::Taxonomy& taxonomy, const UsageOf& usage_of = {});
  ~Suggester();

  /// Best first, each concept once: an equal label always in front, then by a cost of how it answers, how much the
  /// concept is used, whether the label is the preferred one, its language and its length. The same request always
  /// gets the same answer. Throws invalid_input for text that is no text or too long and a limit outside 1..50.
  std::vector<Suggestion> suggest(const SuggestRequest& request) const;

  /// How many concepts it knows.
  std::size_t concepts() const;

  /// The words of all labels: what a misspelled word of a search may have meant. Nothing in it comes from a person.
  const WordList& words() const;

  struct State;

 private:
  std::unique_ptr<const State> state_;
};

}  // namespace passend::search
