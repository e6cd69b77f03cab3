// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "matcher/criteria/likeness.hpp"
#include "matcher/scan/outcome.hpp"
#include "matcher/scan/postings_scan.hpp"
#include "matcher/scan/question.hpp"

namespace passend::scan {

/// The criterion occupation of both sides. The lists of an occupation's kin are gone through from the least like to the
/// most like, so that the last value written to a row is its best.
class OccupationColumn {
 public:
  /// Best degree by wish alone, and by wish or experience; basis points.
  struct Block {
    BlockArray<std::uint16_t> wanted;
    BlockArray<std::uint16_t> any;
  };

  OccupationColumn(const Question& question, const pool::CandidateSegment& segment);

  void fill(std::uint32_t block, Block& best) const;
  /// `state` is the row's byte of list_states().
  Outcome demand(const Block& best, std::uint32_t row_of_block, std::uint8_t state) const;
  Outcome supply(const Block& best, std::uint32_t row_of_block, std::uint8_t state) const;

 private:
  const pool::CandidateSegment& segment_;
  bool vacancy_states_ = false;
  int demand_rate_bp_ = 0;
  int supply_rate_bp_ = 0;
  std::vector<ListValue> wanted_;  ///< Ascending value.
  std::vector<ListValue> any_;     ///< Likewise.
};

inline Outcome OccupationColumn::demand(const Block& best, std::uint32_t row_of_block, std::uint8_t state) const {
  using pool::ListKnowledge;
  const auto wanted = knowledge(state, pool::KnowledgeOf::wanted_occupations);
  const auto past = knowledge(state, pool::KnowledgeOf::experience);
  const bool nothing_known = wanted == ListKnowledge::not_known && past == ListKnowledge::not_known;
  if (!vacancy_states_ || nothing_known) return Outcome::of(criteria::unknown(), demand_rate_bp_);
  const int degree = best.any[row_of_block];
  if (degree >= criteria::near_enough_bp) return Outcome::of(criteria::met(degree), demand_rate_bp_);
  const auto complete = [](ListKnowledge known) {
    return known == ListKnowledge::known || known == ListKnowledge::none;
  };
  const bool may_hold_more = !complete(wanted) || !complete(past);
  return Outcome::of(may_hold_more ? criteria::unknown() : criteria::not_met(degree), demand_rate_bp_);
}

inline Outcome OccupationColumn::supply(const Block& best, std::uint32_t row_of_block, std::uint8_t state) const {
  using pool::ListKnowledge;
  const auto wanted = knowledge(state, pool::KnowledgeOf::wanted_occupations);
  if (wanted == ListKnowledge::none) return Outcome::of(criteria::met(), supply_rate_bp_);
  if (wanted == ListKnowledge::not_known || !vacancy_states_) return Outcome::of(criteria::unknown(), supply_rate_bp_);
  const int degree = best.wanted[row_of_block];
  if (degree >= criteria::near_enough_bp) return Outcome::of(criteria::met(degree), supply_rate_bp_);
  return Outcome::of(wanted == ListKnowledge::partial ? criteria::unknown() : criteria::not_met(degree),
                     supply_rate_bp_);
}

}  // namespace passend::scan
