// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/model/boundary.hpp"
#include "indexer/pool/candidate_segment.hpp"
#include "indexer/pool/facts.hpp"
#include "indexer/pool/feed_mark.hpp"
#include "indexer/pool/parts.hpp"
#include "indexer/pool/vacancy_segment.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::pool {

/// An immutable snapshot of both sides, ready for matching: labels and URIs are resolved to the taxonomy, postcodes to
/// areas. A request holds one snapshot to its end; a newer one is another object that shares most of its bytes.
/// Candidates and vacancies stand in rows, numbered from 0 through all parts and valid for this snapshot only. A row is
/// void when a later change has taken its place: it counts for nothing and is found by no id. Rows below
/// candidate_rows() and vacancy_rows() only.
class Pool {
 public:
  std::uint32_t candidate_rows() const { return candidates_.rows(); }    ///< Void ones too.
  std::uint32_t vacancy_rows() const { return vacancies_.rows(); }       ///< Void ones too.
  std::uint64_t candidate_count() const { return candidates_.count(); }  ///< Without the void ones.
  std::uint64_t vacancy_count() const { return vacancies_.count(); }     ///< Open ones only, without the void ones.
  bool candidate_is_void(std::uint32_t row) const { return candidates_.is_void(row); }
  bool vacancy_is_void(std::uint32_t row) const { return vacancies_.is_void(row); }

  CandidateId candidate_id(std::uint32_t row) const;
  VacancyId vacancy_id(std::uint32_t row) const;
  Date candidate_updated(std::uint32_t row) const;              ///< CandidateFacts::updated, from its column.
  Date vacancy_updated(std::uint32_t row) const;                ///< VacancyFacts::updated, from its column.
  std::optional<Date> vacancy_closes(std::uint32_t row) const;  ///< VacancyFacts::closes, from its column.
  /// Everything that matching knows of one row.
  CandidateFacts candidate(std::uint32_t row) const;
  VacancyFacts vacancy(std::uint32_t row) const;
  /// The same into an object whose memory is used again.
  void read_candidate(std::uint32_t row, CandidateFacts& facts) const;
  void read_vacancy(std::uint32_t row, VacancyFacts& facts) const;
  std::optional<std::uint32_t> find(CandidateId id) const { return candidates_.find(id); }
  std::optional<std::uint32_t> find(VacancyId id) const { return vacancies_.find(id); }

  /// The segments that the rows stand in: what was built at once, then what changed since. Never void of both.
  const std::vector<CandidatePart>& candidate_parts() const { return candidates_.all(); }
  const std::vector<VacancyPart>& vacancy_parts() const { return vacancies_.all(); }

  /// Where the vacancy of a row stood in an earlier snapshot, when it stands unchanged in what both were built of;
  /// absent when it may have changed since.
  std::optional<std::uint32_t> row_before(std::uint32_t vacancy_row, const Pool& earlier) const;

  /// The same snapshot as an organisation sees it: search profiles and work of other source systems are void. It shares
  /// the bytes of this one, in the time of one look at each row.
  std::shared_ptr<const Pool> within(std::shared_ptr<const Boundary> boundary) const;
  /// Of within(); null: everything is here.
  const std::shared_ptr<const Boundary>& boundary() const { return boundary_; }

  std::int64_t position() const { return mark_.position; }  ///< Of the change feed.
  const taxonomy::Taxonomy& taxonomy() const { return *taxonomy_; }
  const geo::PostcodeTable& postcodes() const { return *postcodes_; }

 private:
  friend class Builder;
  void add_part(const Sections& sections, const std::shared_ptr<const void>& owner);

  Parts<CandidateSegment> candidates_;
  Parts<VacancySegment> vacancies_;
  FeedMark mark_;
  std::shared_ptr<const Boundary> boundary_;
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy_;
  std::shared_ptr<const geo::PostcodeTable> postcodes_;
};

}  // namespace passend::pool
