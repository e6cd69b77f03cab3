// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "indexer/pool/candidate_segment.hpp"
#include "matcher/criteria/side_plan.hpp"
#include "matcher/scan/interest_index.hpp"
#include "matcher/scan/item_index.hpp"
#include "matcher/scan/judged_table.hpp"
#include "matcher/scan/outcome.hpp"

namespace passend::scan {

/// The criteria of which people have wishes, in the order of the weights in SupplyPlan.
inline constexpr std::array supply_criteria{
    Criterion::occupation,        Criterion::distance,  Criterion::hours,  Criterion::working_times, Criterion::period,
    Criterion::contract,          Criterion::agreement, Criterion::sector, Criterion::interests,     Criterion::salary,
    Criterion::working_conditions};

/// The wishes of all people who weigh them alike (criteria::SidePlan in flat form).
struct alignas(64) SupplyPlan {
  std::array<std::uint32_t, supply_criteria.size()> weight{};
  std::uint32_t total_weight = 0;
  std::uint32_t constant = 0;  ///< Weight of "everything suits".
  std::uint32_t required = 0;  ///< Bit per position among knock_outs.
};

/// Distances are given in whole hundreds of metres; those below 51.2 km are remembered.
inline constexpr std::int32_t distance_step_m = 100;
inline constexpr std::uint32_t near_steps = 512;

/// How far a person with these means and limits goes, in 16 bits so that thousands stay in the first-level cache.
struct Reach {
  std::uint16_t bits = 0;

  static constexpr std::uint16_t no_limit = 0x7FFF;
  static Reach of(std::uint32_t first_failing_step, std::uint32_t undecided) {
    return {static_cast<std::uint16_t>(first_failing_step << 1 | undecided)};
  }
  /// In steps of distance: from here on the criterion fails.
  std::uint32_t first_failing_step() const { return bits >> 1; }
  /// 1: nearer than that it is open; 0: it is met.
  std::uint32_t undecided() const { return bits & 1U; }
};

/// What depends on the people of a segment and on the weights, but on no vacancy. Thread-safe.
class PreparedSegment {
 public:
  PreparedSegment(std::shared_ptr<const pool::CandidateSegment> segment, const criteria::Weights& weights);

  const pool::CandidateSegment& segment() const { return *segment_; }
  const SupplyPlan& plan(std::size_t row) const { return plans_[plan_numbers_[row]]; }
  /// The rows of a block that require this criterion of the work, less rows_per_block * block; ascending.
  std::span<const std::uint16_t> rows_that_require(Criterion criterion, std::uint32_t block) const {
    return required_rows_[block][knock_out_position(criterion)];
  }
  TableCache& tables() const { return *tables_; }
  const InterestIndex& interests() const { return interests_; }
  /// Null for an aspect that is no list of items.
  const ItemIndex* items(pool::Aspect aspect) const {
    return aspect == pool::Aspect::languages          ? &languages_
           : aspect == pool::Aspect::driving_licences ? &driving_licences_
           : aspect == pool::Aspect::credentials      ? &credentials_
                                                      : nullptr;
  }
  /// What distance comes to, by day or by night: entry = dictionary number of Aspect::mobility * near_steps + distance
  /// in steps of 100 m. An unknown has degree 0.
  JudgedTable& distances_by_day() const { return *distances_by_day_; }
  JudgedTable& distances_by_night() const { return *distances_by_night_; }
  /// By dictionary number of Aspect::mobility.
  const std::vector<Reach>& reach_by_day() const { return reach_by_day_; }
  const std::vector<Reach>& reach_by_night() const { return reach_by_night_; }
  bool is_of(const pool::CandidateSegment* segment) const { return segment_.get() == segment; }

 private:
  void number_plans(const criteria::Weights& weights);
  void list_required_rows();
  void measure_reach();

  std::shared_ptr<const pool::CandidateSegment> segment_;
  std::vector<SupplyPlan> plans_;
  std::vector<std::uint32_t> plan_numbers_;                                               ///< By row.
  std::vector<std::array<std::vector<std::uint16_t>, knock_outs.size()>> required_rows_;  ///< By block.
  InterestIndex interests_;
  ItemIndex languages_;
  ItemIndex driving_licences_;
  ItemIndex credentials_;
  std::unique_ptr<TableCache> tables_;
  std::unique_ptr<JudgedTable> distances_by_day_;
  std::unique_ptr<JudgedTable> distances_by_night_;
  std::vector<Reach> reach_by_day_;
  std::vector<Reach> reach_by_night_;
};

}  // namespace passend::scan
