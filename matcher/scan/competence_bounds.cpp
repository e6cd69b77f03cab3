// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/competence_bounds.hpp"

#include <algorithm>
#include <cstring>

namespace passend::scan {
namespace {

/// Of the points asked, so many hundredths may be given away.
constexpr std::uint64_t given_percent = 60;
/// What the points asked come to in bytes; sums above are as good as any, and stop at 255.
constexpr std::uint64_t asked_bytes = 250;

/// From the least to the most that a list of a demand is worth: the last mark of a row stays. Four rows are loaded at
/// once.
void mark(std::span<const std::uint16_t> rows, std::uint8_t value, BlockBytes& marks) {
  constexpr std::size_t at_once = 4;
  std::size_t i = 0;
  for (; i + at_once <= rows.size(); i += at_once) {
    std::uint64_t four = 0;
    std::memcpy(&four, &rows[i], sizeof four);
    marks[four & 0xFFFF] = value;
    marks[four >> 16 & 0xFFFF] = value;
    marks[four >> 32 & 0xFFFF] = value;
    marks[four >> 48] = value;
  }
  for (; i < rows.size(); ++i) marks[rows[i]] = value;
}

}  // namespace

CompetenceBounds::CompetenceBounds(const pool::CandidateSegment& segment, const std::vector<DemandAnswers>& demands,
                                   const BlockKernel& kernel)
    : segment_(segment), kernel_(kernel), demands_(demands.size()) {
  for (std::size_t demand = 0; demand < demands.size(); ++demand) {
    auto answers = demands[demand];
    std::sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) { return a.points > b.points; });
    auto& groups = demands_[demand];
    for (const auto& answer : answers) {
      if (answer.points == 0) continue;
      if (groups.empty() || groups.back().points != answer.points) groups.push_back({answer.points, {}, 0});
      add_lists(answer.competence, groups.back());
    }
    if (!groups.empty()) most_points_ += groups.front().points;
    list_steps(demand);
  }
  std::stable_sort(steps_.begin(), steps_.end(),
                   [](const Step& a, const Step& b) { return a.postings * b.points > b.postings * a.points; });
}

/// The lists of a competence by level stand side by side.
void CompetenceBounds::add_lists(pool::Concept competence, Group& group) const {
  for (unsigned level = 0; level < competence_levels; ++level) {
    const auto list = segment_.posting_list(pool::PostingKind::competence, competence, level);
    if (!list) continue;
    group.postings += segment_.postings(*list, 0).size();
    if (!group.ranges.empty() && group.ranges.back().end == *list) {
      ++group.ranges.back().end;
    } else {
      group.ranges.push_back({*list, *list + 1});
    }
  }
}

/// From the least worth upwards. Where a later step spares more a point than the one before it, the two are one.
void CompetenceBounds::list_steps(std::size_t demand) {
  const auto& groups = demands_[demand];
  const auto first = steps_.size();
  for (std::size_t group = groups.size(); group-- > 0;) {
    const std::uint32_t below = group + 1 < groups.size() ? groups[group + 1].points : 0;
    Step step{demand, group, group + 1, groups[group].points - below, groups[group].postings};
    while (steps_.size() > first && steps_.back().postings * step.points <= step.postings * steps_.back().points) {
      step.until = steps_.back().until;
      step.points += steps_.back().points;
      step.postings += steps_.back().postings;
      steps_.pop_back();
    }
    steps_.push_back(step);
  }
}

std::vector<std::size_t> CompetenceBounds::groups_to_read(std::uint64_t least, std::uint64_t& given) const {
  std::vector<std::size_t> groups(demands_.size());
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = demands_[i].size();
  given = 0;
  for (const auto& step : steps_) {
    if (groups[step.demand] != step.until || (given + step.points) * 100 > least * given_percent) continue;
    groups[step.demand] = step.from;
    given += step.points;
  }
  return groups;
}

void CompetenceBounds::rows_that_may_have(std::uint64_t least, std::uint32_t block, Workspace& work,
                                          std::vector<std::uint16_t>& rows) const {
  std::uint64_t given = 0;
  const auto kept = groups_to_read(least, given);
  const std::uint64_t asked = least - given;
  work.totals.fill(0);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i] == 0) continue;
    const auto& groups = demands_[i];
    const std::uint64_t all_have = kept[i] < groups.size() ? groups[kept[i]].points : 0;
    for (std::size_t group = kept[i]; group-- > 0;) {
      const auto value = ((groups[group].points - all_have) * asked_bytes + asked - 1) / asked;
      const auto byte = static_cast<std::uint8_t>(std::min<std::uint64_t>(value, 255));
      for (const auto range : groups[group].ranges) {
        const auto postings = segment_.postings(range.first, range.end, block);
        mark(postings, byte, work.marks);
        work.postings += postings.size();
      }
    }
    kernel_.add_and_clear(work.totals, work.marks);
  }
  kernel_.rows_from(work.totals, static_cast<std::uint8_t>(asked_bytes), rows);
}

}  // namespace passend::scan
