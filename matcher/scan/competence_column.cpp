// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/competence_column.hpp"

#include <algorithm>

#include "matcher/criteria/competence_answer.hpp"

namespace passend::scan {
namespace {

std::optional<Proficiency> level_of(unsigned level) {
  return level == 0 ? std::nullopt : std::optional(static_cast<Proficiency>(level));
}

}  // namespace

CompetenceColumn::CompetenceColumn(const Question& question, const pool::CandidateSegment& segment)
    : segment_(segment), rate_bp_(question.rate_bp(criteria::Side::demand, Criterion::competences)) {
  const auto& demanded = question.vacancy.competences;
  demands_.resize(demanded.items.size());
  for (std::size_t i = 0; i < demands_.size(); ++i) {
    demands_[i].required = demanded.items[i].importance == Importance::required;
    required_placed_ |= demands_[i].required;
    total_weight_ += static_cast<std::uint64_t>(item_weight(demanded.items[i], question.circumstances));
  }
  enough_ = total_weight_ * criteria::coverage_threshold_bp;
  required_unplaced_ = demanded.unplaced && demanded.strongest_unplaced == Importance::required;
  for (const auto& answer : question.vacancy.competence_answers) {
    const auto& item = demanded.items[answer.demand];
    const auto weight = static_cast<std::uint64_t>(item_weight(item, question.circumstances));
    for (unsigned level = 0; level < competence_levels; ++level) {
      const auto list = segment.posting_list(pool::PostingKind::competence, answer.competence, level);
      if (!list) continue;
      const auto value = criteria::answer_value(level_of(level), item.level, answer.similarity_bp);
      demands_[answer.demand].lists.push_back(
          {*list, weight * static_cast<std::uint64_t>(value.degree_bp), value.benefit_bp});
    }
  }
  for (auto& demand : demands_) {
    std::sort(demand.lists.begin(), demand.lists.end(), [](const List& a, const List& b) {
      return a.points != b.points ? a.points > b.points : a.list < b.list;
    });
  }
  for (unsigned i = 0; i < verdicts_.size(); ++i) {
    verdicts_[i] = judge((i & 4U) != 0, (i & 8U) != 0, static_cast<pool::ListKnowledge>(i & 3U));
  }
}

criteria::Verdict CompetenceColumn::judge(bool required_met, bool enough, pool::ListKnowledge held) const {
  using criteria::Verdict;
  if (held == pool::ListKnowledge::not_known) return Verdict::unknown;
  const bool has_required = !required_placed_ || required_met;
  // What is missing may be among what the taxonomy could not place.
  if (!has_required && held != pool::ListKnowledge::partial) return Verdict::not_met;
  if (!has_required || required_unplaced_ || total_weight_ == 0) return Verdict::unknown;
  return required_placed_ || enough ? Verdict::met : Verdict::not_met;
}

void CompetenceColumn::fill(std::uint32_t block, Block& result) const {
  result.totals.clear();
  bool first_required = true;
  for (std::size_t i = 0; i < demands_.size(); ++i) {
    const auto& demand = demands_[i];
    for (const auto& list : demand.lists) {
      result.totals.add(segment_.postings(list.list, block), list.points, static_cast<std::uint32_t>(i + 1));
    }
    if (!demand.required) continue;
    RowSet& rows = first_required ? result.required_met : result.meets_one;
    rows.clear();
    for (const auto& list : demand.lists) {
      if (list.benefit_bp < criteria::item_threshold_bp) continue;
      for (const auto row : segment_.postings(list.list, block)) rows.insert(row);
    }
    if (!first_required) result.required_met.keep_those_in(result.meets_one);
    first_required = false;
  }
}

}  // namespace passend::scan
