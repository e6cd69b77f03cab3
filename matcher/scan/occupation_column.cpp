// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/occupation_column.hpp"

#include <algorithm>

#include "matcher/criteria/likeness.hpp"

namespace passend::scan {
namespace {

using pool::PostingKind;

void sort_by_value(std::vector<ListValue>& lists) {
  std::sort(lists.begin(), lists.end(), [](const ListValue& a, const ListValue& b) {
    return a.value != b.value ? a.value < b.value : a.list < b.list;
  });
}

void scatter(const pool::CandidateSegment& segment, const std::vector<ListValue>& lists, std::uint32_t block,
             BlockArray<std::uint16_t>& best) {
  best.fill(0);
  for (const auto& [list, value] : lists) {
    const auto degree = static_cast<std::uint16_t>(value);
    for (const auto row : segment.postings(list, block)) best[row] = degree;
  }
}

}  // namespace

OccupationColumn::OccupationColumn(const Question& question, const pool::CandidateSegment& segment)
    : segment_(segment),
      vacancy_states_(question.vacancy.occupation.has_value()),
      demand_rate_bp_(question.rate_bp(criteria::Side::demand, Criterion::occupation)),
      supply_rate_bp_(question.rate_bp(criteria::Side::supply, Criterion::occupation)) {
  if (!vacancy_states_) return;
  for (const auto& kin : question.vacancy.like_occupations) {
    if (const auto list = segment.posting_list(PostingKind::wanted_occupation, kin.concept_index, 0)) {
      wanted_.push_back({*list, static_cast<std::uint32_t>(kin.similarity_bp)});
    }
    if (const auto list = segment.posting_list(PostingKind::past_occupation, kin.concept_index, 0)) {
      any_.push_back(
          {*list, static_cast<std::uint32_t>(kin.similarity_bp * criteria::past_factor_bp / criteria::full_bp)});
    }
  }
  any_.insert(any_.end(), wanted_.begin(), wanted_.end());
  sort_by_value(wanted_);
  sort_by_value(any_);
}

void OccupationColumn::fill(std::uint32_t block, Block& best) const {
  scatter(segment_, wanted_, block, best.wanted);
  scatter(segment_, any_, block, best.any);
}

}  // namespace passend::scan
