// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/holder_column.hpp"

#include "matcher/criteria/likeness.hpp"

namespace passend::scan {
namespace {

using pool::ListKnowledge;
using pool::PostingKind;

constexpr std::uint32_t knowledge_count = 4;

void set_knowledge(pool::KnownList<pool::OccupationTime>& list, ListKnowledge known) {
  list.known = known != ListKnowledge::not_known;
  list.unplaced = known == ListKnowledge::partial;
  list.items.clear();
}

}  // namespace

HolderColumn::HolderColumn(const Question& question, const pool::CandidateSegment& segment, Criterion criterion)
    : question_(question), segment_(segment), criterion_(criterion) {
  for (const auto& kin : question.vacancy.like_occupations) {
    if (kin.similarity_bp < criteria::near_enough_bp) continue;
    if (const auto list = segment.posting_list(PostingKind::past_occupation, kin.concept_index, 0)) {
      lists_.push_back(*list);
    }
  }
  const std::uint32_t entries = criterion == Criterion::education ? segment.aspect(pool::Aspect::education).entries : 1;
  others_ = std::make_unique<JudgedTable>(entries * knowledge_count);
}

void HolderColumn::find_holders(std::uint32_t block, RowSet& holders) const {
  holders.clear();
  for (const auto list : lists_) {
    for (const auto row : segment_.postings(list, block)) holders.insert(row);
  }
}

Outcome HolderColumn::judge(const pool::CandidateFacts& facts) const {
  const auto judge = criteria::rule_of(criterion_).demand.judge;
  return Outcome::of(judge(question_.pair_with(facts), nullptr), question_.rate_bp(criteria::Side::demand, criterion_));
}

Outcome HolderColumn::judge_holder(std::uint32_t row, pool::CandidateFacts& facts) const {
  segment_.read_experience(row, facts);
  if (criterion_ == Criterion::education) {
    segment_.read_aspect(pool::Aspect::education, education_of(row), facts);
  }
  return judge(facts);
}

Outcome HolderColumn::judge_other(std::uint32_t number, ListKnowledge known, pool::CandidateFacts& facts) const {
  set_knowledge(facts.experience, known);
  if (criterion_ == Criterion::education) segment_.read_aspect(pool::Aspect::education, number, facts);
  return judge(facts);
}

Outcome HolderColumn::demand(const RowSet& holders, std::uint32_t row, pool::CandidateFacts& scratch) const {
  if (holders.contains(row % pool::rows_per_block)) return judge_holder(row, scratch);
  const auto known = knowledge(segment_.list_states()[row], pool::KnowledgeOf::experience);
  const std::uint32_t number = criterion_ == Criterion::education ? education_of(row) : 0;
  const std::uint32_t entry = number * knowledge_count + static_cast<std::uint32_t>(known);
  if (const auto judged = others_->find(entry)) return *judged;
  const auto outcome = judge_other(number, known, scratch);
  others_->set(entry, outcome);
  return outcome;
}

}  // namespace passend::scan
