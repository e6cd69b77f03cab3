// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>

#include "matcher/criteria/rules.hpp"
#include "matcher/scan/prepared_segment.hpp"
#include "matcher/scan/question.hpp"

namespace passend::scan {

/// What one criterion of one side says of every entry of one dictionary. The entries of a small one are all judged at
/// once, those of a large one when they are first asked for; by this question or by one that asked the same before.
class AspectTable {
 public:
  AspectTable(const Question& question, const PreparedSegment& prepared, criteria::Side side, Criterion criterion);

  const pool::AspectColumn& column() const { return column_; }
  /// Of a table that is_complete(): a function from a number to its outcome, all it needs in hand.
  auto reader() const {
    return [outcomes = table_->outcomes(), unknown = unknown_](std::uint32_t number) {
      return Outcome{outcomes[number].load(std::memory_order_relaxed)}.or_if_unknown(unknown);
    };
  }
  /// The same for loops that look at verdicts only: what counts for an unknown is left out.
  auto verdict_reader() const {
    return [outcomes = table_->outcomes()](std::uint32_t number) {
      return Outcome{outcomes[number].load(std::memory_order_relaxed)};
    };
  }
  bool is_complete() const { return table_->is_complete(); }
  /// `scratch` is memory to judge in.
  Outcome of_entry(std::uint32_t number, pool::CandidateFacts& scratch) const {
    const auto known = table_->find(number);
    return (known ? *known : judge(number, scratch)).or_if_unknown(unknown_);
  }

 private:
  Outcome judge(std::uint32_t number, pool::CandidateFacts& scratch) const;
  void judge_interests(const InterestIndex& index);
  void judge_examples(const ItemIndex& index);
  void complete();

  const Question& question_;
  const pool::CandidateSegment& segment_;
  pool::Aspect aspect_;
  pool::AspectColumn column_;
  criteria::Judge judge_;
  Outcome unknown_;
  std::shared_ptr<JudgedTable> table_;
};

}  // namespace passend::scan
