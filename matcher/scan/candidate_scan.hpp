// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "matcher/scan/aspect_table.hpp"
#include "matcher/scan/aspects.hpp"
#include "matcher/scan/block_lanes.hpp"
#include "matcher/scan/competence_column.hpp"
#include "matcher/scan/distance_column.hpp"
#include "matcher/scan/holder_column.hpp"
#include "matcher/scan/occupation_column.hpp"
#include "matcher/scan/prepared_segment.hpp"

namespace passend::scan {

/// A row of a block with its expected scores.
struct ScoredRow {
  std::uint32_t row = 0;  ///< In the segment.
  std::uint16_t combined_bp = 0;
  std::uint16_t demand_bp = 0;
  std::uint16_t supply_bp = 0;
};

/// So many degrees of all supply criteria stay in the first-level cache.
inline constexpr std::size_t rows_at_a_time = 512;

/// Memory for one block, used again and again by one thread at a time. Large: it belongs on the heap.
struct Workspace {
  BlockLanes lanes;
  BlockBytes verdicts{};  ///< By row of the block; between calls all are 0.
  OccupationColumn::Block occupation;
  CompetenceColumn::Block competences;
  RowSet experience_holders;
  RowSet education_holders;
  std::uint32_t filled = 0;  ///< Bit per Criterion: its part above holds the block.
  pool::CandidateFacts scratch;
  std::vector<std::uint32_t> rows;
  std::vector<std::uint64_t> sums;
  std::vector<std::uint16_t> demand_bp;
  std::array<std::array<std::uint16_t, rows_at_a_time>, supply_criteria.size()> degrees;
};

/// Which rows of a block to score.
struct Wanted {
  Lane lane = Lane::fits;
  std::uint32_t least_combined_bp = 0;  ///< Rows that come out lower may be left out.
};

/// One vacancy against one segment, block by block; blocks may go to any threads. Lanes first, from the requirements of
/// both sides alone, for every row; then scores, for the rows of one lane only.
class CandidateScan {
 public:
  /// All three outlive it.
  CandidateScan(const Question& question, const pool::CandidatePart& part, const PreparedSegment& prepared);

  std::uint32_t rows_in(std::uint32_t block) const { return segment_.rows_in(block); }
  void find_lanes(std::uint32_t block, Workspace& work) const;
  /// Adds to `scored`, by ascending row. After find_lanes() of the same block.
  void score(std::uint32_t block, const Wanted& wanted, Workspace& work, std::vector<ScoredRow>& scored) const;
  std::optional<int> distance_m(std::uint32_t row) const { return distance_.distance_m(row); }

 private:
  using Tables = std::array<std::unique_ptr<AspectTable>, criterion_count>;
  /// Null for a criterion that does not read a dictionary alone.
  const AspectTable* table_of(criteria::Side side, Criterion criterion) const {
    return (side == criteria::Side::demand ? demand_tables_ : supply_tables_)[static_cast<std::size_t>(criterion)]
        .get();
  }
  void fill(Criterion criterion, std::uint32_t block, Workspace& work) const;
  void judge_demand(Criterion criterion, std::uint32_t block, Workspace& work) const;
  void judge_supply(Criterion criterion, std::uint32_t block, Workspace& work) const;
  void score_demand(std::uint32_t block, const Wanted& wanted, Workspace& work) const;
  void add_demand(const criteria::PlannedCriterion& planned, std::uint32_t block, Workspace& work) const;
  static void keep(std::uint64_t least, std::uint64_t to_come, Workspace& work);
  void score_supply(std::uint32_t block, const Wanted& wanted, Workspace& work, std::vector<ScoredRow>& scored) const;
  /// Calls `use` with a function from a row of the segment to its Outcome.
  template <class Use>
  void with_column(criteria::Side side, Criterion criterion, Workspace& work, Use use) const;
  template <class Use>
  void with_verdicts(criteria::Side side, Criterion criterion, Workspace& work, Use use) const;

  const Question& question_;
  const pool::CandidatePart& part_;
  const PreparedSegment& prepared_;
  const pool::CandidateSegment& segment_;
  criteria::SidePlan plan_;
  OccupationColumn occupation_;
  CompetenceColumn competences_;
  DistanceColumn distance_;
  std::optional<HolderColumn> experience_;
  std::optional<HolderColumn> education_;
  Tables demand_tables_;
  Tables supply_tables_;
};

}  // namespace passend::scan
