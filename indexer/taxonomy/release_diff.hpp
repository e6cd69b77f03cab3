// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::taxonomy {

/// What became of an occupation, competence or credential from one compiled taxonomy to the next.
enum class ConceptChange : std::uint8_t {
  added,    ///< None of its URIs was known.
  retired,  ///< None of its URIs is known any more.
  merged,   ///< The next one says which concept stands for it (Property::replaces).
  renamed   ///< Another preferred label.
};
std::string_view to_text(ConceptChange change);

/// How a successor is known.
enum class SuccessorBasis : std::uint8_t {
  none,
  declared,    ///< The source says so.
  equal_label  ///< Proposed: the one concept of that kind with the same label, occupations in the same ISCO unit group.
};
std::string_view to_text(SuccessorBasis basis);

struct ChangedConcept {
  ConceptChange change = ConceptChange::added;
  ConceptKind kind = ConceptKind::occupation;
  std::string uri;    ///< The primary one before; of an added concept the one now.
  std::string label;  ///< In Dutch if there is one; before, of an added concept now.
  SuccessorBasis basis = SuccessorBasis::none;
  std::string successor_uri{};    ///< Of a merged concept, and of a retired one for which there is a proposal.
  std::string successor_label{};  ///< Also the new label of a renamed concept.
};

struct ReleaseDiff {
  std::vector<ChangedConcept> changes;  ///< By change, kind and URI.
  std::size_t unchanged = 0;
  std::vector<ConceptKind> vanished_kinds;  ///< There were concepts of this kind and there are none now.

  std::size_t count(ConceptChange change) const;
};

/// Old URI, each of the concept's, to the primary URI of what stands for it now.
using Successors = std::map<std::string, std::string, std::less<>>;

ReleaseDiff release_diff(const Taxonomy& before, const Taxonomy& after);

enum class Proposals : std::uint8_t { leave, accept };
Successors successors_of(const ReleaseDiff& diff, const Taxonomy& before, Proposals proposals);

}  // namespace passend::taxonomy
