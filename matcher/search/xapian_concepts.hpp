// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "matcher/search/search.hpp"

namespace passend::search {

inline constexpr std::size_t max_concepts = 50;

/// What was typed so far.
struct ConceptQuery {
  std::string text;                ///< Normalised.
  std::vector<std::string> words;  ///< The beginning of a word each.
  std::vector<std::string> kinds;  ///< Empty: all.
  std::size_t limit = 10;
};

/// Throws invalid_input for text that is no text or too long, an unknown kind or a limit outside 1..50.
ConceptQuery parse_concept_query(const std::string& text, const std::vector<std::string>& kinds, std::size_t limit);

/// Concepts with a label in which every word begins a word: equal labels first, then labels that begin with the text,
/// then preferred before other labels, then short before long.
std::vector<ConceptHit> find_concepts(const ConceptQuery& query, const Xapian::Database& database);

}  // namespace passend::search
