// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::search {

/// Why a competence is offered to add.
enum class Offer : std::uint8_t { essential, optional, related };

struct RelatedRequest {
  std::vector<taxonomy::ConceptIndex> occupations;  ///< Of the vacancy, or wanted and past ones of the person.
  std::vector<taxonomy::ConceptIndex> chosen;       ///< Competences and credentials that are there already.
  std::size_t limit = 20;
};

struct OfferedCompetence {
  taxonomy::ConceptIndex target = 0;
  Offer offer = Offer::related;      ///< The strongest reason.
  taxonomy::ConceptIndex because{};  ///< The occupation that asks for it, or the chosen one it is related to.
};

/// Competences and credentials that may be missing, best first, none that is chosen. What an occupation calls essential
/// weighs 8000, optional 4000, what is related to a chosen one half its similarity; the weights of all reasons add up,
/// and of two alike the one that fewer occupations ask for stands in front.
std::vector<OfferedCompetence> related_competences(const taxonomy::Taxonomy& taxonomy, const RelatedRequest& request);

}  // namespace passend::search
