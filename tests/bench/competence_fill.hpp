// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "indexer/base/random.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::bench {

/// The bars speak of 14 competences a person. The generator leaves one list in nine blank and gives the others 12 on
/// average; what is missing is drawn from the demands of the person's own occupations and their kin. One sequence
/// serves all records: give them in the order in which they are made.
class CompetenceFill {
 public:
  CompetenceFill(const taxonomy::Taxonomy& taxonomy, std::uint64_t seed) : taxonomy_(taxonomy), random_(seed) {}

  void fill(SearchProfile& profile);

 private:
  std::vector<taxonomy::ConceptIndex> near_by(const SearchProfile& profile) const;
  /// Whether the person did not have it yet.
  bool add(SearchProfile& profile, taxonomy::ConceptIndex competence);

  const taxonomy::Taxonomy& taxonomy_;
  Random random_;
};

}  // namespace passend::bench
