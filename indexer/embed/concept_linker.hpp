// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/embed/near_concepts.hpp"

namespace passend::embed {

/// What the embedding said of a concept, and what that changed.
struct Contribution {
  std::string_view label;        ///< The nearest label, as its source writes it.
  std::int32_t likeness_bp = 0;  ///< As in Near.
  std::int32_t added_bp = 0;     ///< To the confidence.
};

struct HelpedLink {
  taxonomy::Link link;                    ///< With the confidence after the help.
  std::optional<Contribution> embedding;  ///< Absent where it said nothing.
};

struct HelpedLinks {
  std::vector<HelpedLink> links;
  Help help;
};

struct HelpedRequest {
  taxonomy::ConceptKind kind = taxonomy::ConceptKind::occupation;
  std::size_t limit = 1;
};

/// Taxonomy::link with the embedding as one more contribution, for each text. A concept that the words give confidence
/// p and the embedding the likeness e gets p + (1 - p) * weight * e, at most what similar text may have; concepts that
/// only the embedding finds take part from a likeness of one half. Texts that are a label or a reading of one, and
/// kinds whose labels are not embedded, are not sent and answered as ever.
std::vector<HelpedLinks> link_with_help(const NearConcepts& concepts, std::span<const std::string> texts,
                                        const HelpedRequest& request);

}  // namespace passend::embed
