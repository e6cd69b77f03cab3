// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/pool/facts.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::pool {

/// An immutable snapshot of both sides, ready for matching: labels and URIs are resolved to the taxonomy, postcodes to
/// areas. A request holds one snapshot to its end; a newer one is another object.
/// Candidates and vacancies stand in rows, numbered from 0 and valid for this snapshot only. A row is void when a later
/// change has taken its place: it counts for nothing and is found by no id.
class Pool {
 public:
  std::uint32_t candidate_rows() const { return static_cast<std::uint32_t>(candidates_.size()); }  ///< Void ones too.
  std::uint32_t vacancy_rows() const { return static_cast<std::uint32_t>(vacancies_.size()); }
  std::uint64_t candidate_count() const { return candidates_.size(); }  ///< Without the void ones.
  std::uint64_t vacancy_count() const { return vacancies_.size(); }     ///< Open ones only, without the void ones.
  bool candidate_is_void(std::uint32_t) const { return false; }
  bool vacancy_is_void(std::uint32_t) const { return false; }

  CandidateId candidate_id(std::uint32_t row) const { return candidates_[row].id; }
  VacancyId vacancy_id(std::uint32_t row) const { return vacancies_[row].id; }
  /// Everything that matching knows of one row.
  CandidateFacts candidate(std::uint32_t row) const { return candidates_[row]; }
  VacancyFacts vacancy(std::uint32_t row) const { return vacancies_[row]; }
  std::optional<std::uint32_t> find(CandidateId id) const;
  std::optional<std::uint32_t> find(VacancyId id) const;

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
