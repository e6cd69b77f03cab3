// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/pool/facts.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::pool {

/// An immutable snapshot of both sides, ready for matching: labels and URIs are resolved to the taxonomy, postcodes to
/// areas. A request holds one snapshot to its end; a newer one is another object.
class Pool {
 public:
  const std::vector<CandidateFacts>& candidates() const { return candidates_; }  ///< Ascending id.
  const std::vector<VacancyFacts>& vacancies() const { return vacancies_; }      ///< Open ones only; ascending id.
  const CandidateFacts* find(CandidateId id) const;
  const VacancyFacts* find(VacancyId id) const;
  std::int64_t position() const { return position_; }  ///< Of the change feed.
  const taxonomy::Taxonomy& taxonomy() const { return *taxonomy_; }
  const geo::PostcodeTable& postcodes() const { return *postcodes_; }

 private:
  friend class Builder;
  std::vector<CandidateFacts> candidates_;
  std::vector<VacancyFacts> vacancies_;
  std::int64_t position_ = 0;
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy_;
  std::shared_ptr<const geo::PostcodeTable> postcodes_;
};

}  // namespace passend::pool
