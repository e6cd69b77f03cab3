// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>

#include "matcher/criteria/rules.hpp"
#include "matcher/scan/prepared_segment.hpp"
#include "matcher/scan/question.hpp"

namespace passend::scan {

/// What one criterion of one side says of every entry of one dictionary. An entry is judged when it is first asked for,
/// by this question or by one that asked the same: large dictionaries are read for a few survivors only.
class AspectTable {
 public:
  AspectTable(const Question& question, const PreparedSegment& prepared, criteria::Side side, Criterion criterion);

  const pool::AspectColumn& column() const { return column_; }
  /// `scratch` is memory to judge in.
  Outcome of_entry(std::uint32_t number, pool::CandidateFacts& scratch) const {
    const auto known = table_->find(number);
    const Outcome outcome = known ? *known : judge(number, scratch);
    return outcome.is_open() != 0 ? unknown_ : outcome;
  }

 private:
  Outcome judge(std::uint32_t number, pool::CandidateFacts& scratch) const;
  void judge_interests(const InterestIndex& index);

  const Question& question_;
  const pool::CandidateSegment& segment_;
  pool::Aspect aspect_;
  pool::AspectColumn column_;
  criteria::Judge judge_;
  Outcome unknown_;
  std::shared_ptr<JudgedTable> table_;
};

}  // namespace passend::scan
