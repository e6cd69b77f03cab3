// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>

#include "matcher/criteria/item_tally.hpp"
#include "matcher/scan/outcome.hpp"
#include "matcher/scan/postings_scan.hpp"
#include "matcher/scan/question.hpp"

namespace passend::scan {

/// Running totals of the rows of a block, each with the number of the demand that was added last: a list that comes
/// later for the same demand has a lesser value and finds its holders served.
class ImpactTotals {
 public:
  void clear() { totals_.fill(0); }
  /// Adds `points` to each row that demand number `demand` (1..65535) has not added to since clear(). The lists of a
  /// demand come by falling points, and the demands one after another.
  void add(std::span<const std::uint16_t> rows, std::uint64_t points, std::uint32_t demand) {
    const std::uint64_t step = (points << demand_bits) + demand;
    for (const auto row : rows) {
      const std::uint64_t old = totals_[row];
      const std::uint64_t last = old & demand_mask;
      totals_[row] = last == demand ? old : old - last + step;
    }
  }
  std::uint64_t operator[](std::size_t row) const { return totals_[row] >> demand_bits; }

 private:
  static constexpr unsigned demand_bits = 16;
  static constexpr std::uint64_t demand_mask = (1U << demand_bits) - 1;
  BlockArray<std::uint64_t> totals_;
};

/// The criterion competences. Per demand the lists of those who can answer it are gone through from the most to the
/// least that an answer is worth (impact order), so that the first list that holds a row decides.
class CompetenceColumn {
 public:
  struct Block {
    ImpactTotals totals;
    RowSet required_met;  ///< Rows that meet every required competence; of no meaning when none is.
    RowSet meets_one;
  };

  CompetenceColumn(const Question& question, const pool::CandidateSegment& segment);

  void fill(std::uint32_t block, Block& result) const;
  /// `state` is the row's byte of list_states().
  Outcome demand(const Block& result, std::uint32_t row_of_block, std::uint8_t state) const;
  /// The same without a degree, which takes a division.
  Outcome verdict_of(const Block& result, std::uint32_t row_of_block, std::uint8_t state) const;

 private:
  struct List {
    std::uint32_t list = 0;
    std::uint64_t points = 0;
    int benefit_bp = 0;
  };
  struct Demand {
    std::vector<List> lists;  ///< Falling points.
    bool required = false;
  };
  criteria::Verdict judge(bool required_met, bool enough, pool::ListKnowledge held) const;
  criteria::Verdict verdict(const Block& result, std::uint32_t row_of_block, std::uint8_t state) const;

  const pool::CandidateSegment& segment_;
  std::vector<Demand> demands_;
  std::uint64_t total_weight_ = 0;
  std::uint64_t enough_ = 0;        ///< Total from which the coverage suffices.
  bool required_placed_ = false;    ///< A required competence that the taxonomy knows.
  bool required_unplaced_ = false;  ///< One that it does not know.
  int rate_bp_ = 0;
  /// judge() of everything that can be: by knowledge, required_met << 2 and enough << 3.
  std::array<criteria::Verdict, 16> verdicts_{};
};

/// Without a branch: what somebody has is as good as random.
inline criteria::Verdict CompetenceColumn::verdict(const Block& result, std::uint32_t row_of_block,
                                                   std::uint8_t state) const {
  const auto held = static_cast<unsigned>(knowledge(state, pool::KnowledgeOf::competences));
  const unsigned required_met = result.required_met.contains(row_of_block) ? 1 : 0;
  const unsigned enough = result.totals[row_of_block] >= enough_ ? 1 : 0;
  return verdicts_[held | required_met << 2 | enough << 3];
}

inline Outcome CompetenceColumn::verdict_of(const Block& result, std::uint32_t row_of_block, std::uint8_t state) const {
  return {static_cast<std::uint16_t>(verdict(result, row_of_block, state))};
}

inline Outcome CompetenceColumn::demand(const Block& result, std::uint32_t row_of_block, std::uint8_t state) const {
  const auto known = verdict(result, row_of_block, state);
  const auto degree = total_weight_ == 0 ? 0 : static_cast<int>(result.totals[row_of_block] / total_weight_);
  return Outcome::of({known, degree}, rate_bp_);
}

}  // namespace passend::scan
