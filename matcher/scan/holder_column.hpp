// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>

#include "matcher/criteria/rules.hpp"
#include "matcher/scan/judged_table.hpp"
#include "matcher/scan/postings_scan.hpp"
#include "matcher/scan/question.hpp"

namespace passend::scan {

/// A demand that people who worked in an occupation near the vacancy's meet in a way of their own: experience, and
/// education where experience may stand for it. These holders are judged one by one; of all others it matters only what
/// is known of their experience (and for education, which dictionary entry they have).
class HolderColumn {
 public:
  /// `criterion` is experience or education.
  HolderColumn(const Question& question, const pool::CandidateSegment& segment, Criterion criterion);

  void find_holders(std::uint32_t block, RowSet& holders) const;
  /// `row` counts through the segment; `scratch` is memory to judge in.
  Outcome demand(const RowSet& holders, std::uint32_t row, pool::CandidateFacts& scratch) const;

 private:
  Outcome judge(const pool::CandidateFacts& facts) const;
  Outcome judge_holder(std::uint32_t row, pool::CandidateFacts& scratch) const;
  Outcome judge_other(std::uint32_t number, pool::ListKnowledge known, pool::CandidateFacts& scratch) const;
  std::uint32_t education_of(std::uint32_t row) const { return segment_.aspect(pool::Aspect::education)[row]; }

  const Question& question_;
  const pool::CandidateSegment& segment_;
  Criterion criterion_;
  std::vector<std::uint32_t> lists_;
  /// By dictionary entry (one for all, but for education) and knowledge.
  std::unique_ptr<JudgedTable> others_;
};

}  // namespace passend::scan
