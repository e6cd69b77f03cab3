// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/model/values.hpp"
#include "indexer/pool/facts.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::pool {

/// How sure a link from free text must be before it takes part in a match, in basis points. A wrong link gives a wrong
/// reason, which is worse than a question; an exact label has 10000 and a variant of a label at least 9000. Titles of
/// vacancies carry words that are not part of the occupation ("leerkracht groep 5"), hence the lower floor: of 130
/// teaching and 136 care vacancies, links from 7000 up were right but for a handful, and twice as many as from 8500 up.
constexpr int minimum_link_confidence_bp(taxonomy::ConceptKind kind) {
  return kind == taxonomy::ConceptKind::occupation ? 7'000 : 8'500;
}

/// Finds the concept that a source meant. Remembers the labels it has seen, because the same few thousand come back in
/// every portfolio. One per thread.
class Resolver {
 public:
  explicit Resolver(const taxonomy::Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  /// By URI when the taxonomy knows it as this kind; else by label when that is sure enough; else absent.
  std::optional<Concept> resolve(const ConceptRef& reference, taxonomy::ConceptKind kind);
  /// The surest concept of that kind for a free text.
  std::optional<Concept> link(const std::string& text, taxonomy::ConceptKind kind);
  const taxonomy::Taxonomy& taxonomy() const { return taxonomy_; }

 private:
  const taxonomy::Taxonomy& taxonomy_;
  std::unordered_map<std::string, std::optional<Concept>> links_;  ///< Key: digit of the kind, then the text.
};

/// Hashes of the words of a text that carry meaning (four letters or more, compared without case and diacritics),
/// ascending and without repetition. The same on every machine.
std::vector<std::uint64_t> word_hashes(const std::string& text);

}  // namespace passend::pool
