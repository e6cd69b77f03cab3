// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/candidate_scan.hpp"

#include <algorithm>

#include "matcher/criteria/geometric_mean.hpp"

namespace passend::scan {
namespace {

using criteria::Side;

constexpr std::uint32_t bit_of(Criterion criterion) {
  return 1U << static_cast<unsigned>(criterion);
}

bool any_experience_counts(const pool::VacancyFacts& vacancy) {
  const auto& items = vacancy.education.items;
  return std::any_of(items.begin(), items.end(), [](const auto& item) { return item.experience_counts; });
}

/// The least demand score that can still come to this combined score, supply being full at best.
std::uint32_t least_other_bp(std::uint32_t combined_bp) {
  return (combined_bp * combined_bp + criteria::full_bp - 1) / criteria::full_bp;
}

}  // namespace

CandidateScan::CandidateScan(const Question& question, const pool::CandidatePart& part, const PreparedSegment& prepared)
    : question_(question),
      part_(part),
      prepared_(prepared),
      segment_(*part.segment),
      plan_(criteria::demand_plan(question.vacancy, question.weights)),
      occupation_(question, segment_),
      competences_(question, segment_),
      distance_(question, prepared) {
  for (const auto& planned : plan_.criteria()) {
    const auto criterion = planned.criterion;
    if (criterion == Criterion::experience) {
      experience_.emplace(question, segment_, criterion);
    } else if (criterion == Criterion::education && any_experience_counts(question.vacancy)) {
      education_.emplace(question, segment_, criterion);
    } else if (aspect_read_by(criterion)) {
      demand_tables_[static_cast<std::size_t>(criterion)] =
          std::make_unique<AspectTable>(question, prepared, Side::demand, criterion);
    }
  }
  for (const auto criterion : supply_criteria) {
    if (!aspect_read_by(criterion)) continue;
    supply_tables_[static_cast<std::size_t>(criterion)] =
        std::make_unique<AspectTable>(question, prepared, Side::supply, criterion);
  }
}

template <class Use>
void CandidateScan::with_column(Side side, Criterion criterion, Workspace& work, Use use) const {
  const auto states = segment_.list_states();
  const auto in_block = [](std::uint32_t row) { return row % pool::rows_per_block; };
  if (criterion == Criterion::occupation && side == Side::demand) {
    use([&](std::uint32_t row) { return occupation_.demand(work.occupation, in_block(row), states[row]); });
  } else if (criterion == Criterion::occupation) {
    use([&](std::uint32_t row) { return occupation_.supply(work.occupation, in_block(row), states[row]); });
  } else if (criterion == Criterion::competences) {
    use([&](std::uint32_t row) { return competences_.demand(work.competences, in_block(row), states[row]); });
  } else if (criterion == Criterion::experience) {
    use([&](std::uint32_t row) { return experience_->demand(work.experience_holders, row, work.scratch); });
  } else if (criterion == Criterion::education && education_) {
    use([&](std::uint32_t row) { return education_->demand(work.education_holders, row, work.scratch); });
  } else if (criterion == Criterion::distance) {
    const auto unknown = Outcome::of(criteria::unknown(), question_.rate_bp(side, criterion));
    use([&](std::uint32_t row) { return distance_.outcome(row, unknown, work.scratch); });
  } else {
    const AspectTable& table = *table_of(side, criterion);
    table.column().visit([&](const auto* numbers) {
      if (table.is_complete()) {
        return use([numbers, read = table.reader()](std::uint32_t row) { return read(numbers[row]); });
      }
      use([&](std::uint32_t row) { return table.of_entry(numbers[row], work.scratch); });
    });
  }
}

/// Without degrees, where those take more work.
template <class Use>
void CandidateScan::with_verdicts(Side side, Criterion criterion, Workspace& work, Use use) const {
  if (criterion == Criterion::distance) {
    use([&](std::uint32_t row) { return distance_.verdict_of(row); });
  } else if (criterion == Criterion::competences) {
    const auto states = segment_.list_states();
    use([&](std::uint32_t row) {
      return competences_.verdict_of(work.competences, row % pool::rows_per_block, states[row]);
    });
  } else if (const auto* table = table_of(side, criterion); table != nullptr && table->is_complete()) {
    table->column().visit([&](const auto* numbers) {
      use([numbers, read = table->verdict_reader()](std::uint32_t row) { return read(numbers[row]); });
    });
  } else {
    with_column(side, criterion, work, use);
  }
}

void CandidateScan::fill(Criterion criterion, std::uint32_t block, Workspace& work) const {
  if ((work.filled & bit_of(criterion)) != 0) return;
  work.filled |= bit_of(criterion);
  if (criterion == Criterion::occupation) occupation_.fill(block, work.occupation);
  if (criterion == Criterion::competences) competences_.fill(block, work.competences);
  if (criterion == Criterion::experience) experience_->find_holders(block, work.experience_holders);
  if (criterion == Criterion::education && education_) education_->find_holders(block, work.education_holders);
}

/// Of every row.
void CandidateScan::judge_demand(Criterion criterion, std::uint32_t block, Workspace& work) const {
  fill(criterion, block, work);
  const std::uint32_t first = block * pool::rows_per_block;
  with_verdicts(Side::demand, criterion, work, [first, count = rows_in(block), &work](auto verdict_of) {
    for (std::uint32_t i = 0; i < count; ++i) work.verdicts[i] = static_cast<std::uint8_t>(verdict_of(first + i).bits);
  });
  work.lanes.take(Side::demand, criterion, work.verdicts);
}

/// Of the rows whose people require it.
void CandidateScan::judge_supply(Criterion criterion, std::uint32_t block, Workspace& work) const {
  const auto rows = prepared_.rows_that_require(criterion, block);
  if (rows.empty()) return;
  fill(criterion, block, work);
  const std::uint32_t first = block * pool::rows_per_block;
  with_verdicts(Side::supply, criterion, work, [first, rows, &work](auto verdict_of) {
    for (const auto row : rows) work.verdicts[row] = static_cast<std::uint8_t>(verdict_of(first + row).bits);
  });
  work.lanes.take(Side::supply, criterion, work.verdicts);
}

void CandidateScan::find_lanes(std::uint32_t block, Workspace& work) const {
  work.filled = 0;
  constexpr std::size_t words = RowSet::word_count;
  const std::span<const std::uint64_t> void_rows = part_.void_rows;
  work.lanes.clear(rows_in(block), void_rows.subspan(std::min(void_rows.size(), block * words)));
  for (const auto& planned : plan_.criteria()) {
    if (planned.importance == Importance::required) judge_demand(planned.criterion, block, work);
  }
  for (const auto criterion : supply_criteria) {
    if (criteria::rule_of(criterion).nature != criteria::Nature::soft) judge_supply(criterion, block, work);
  }
  work.lanes.settle();
}

void CandidateScan::score(std::uint32_t block, const Wanted& wanted, Workspace& work,
                          std::vector<ScoredRow>& scored) const {
  const std::uint32_t first = block * pool::rows_per_block;
  work.rows.clear();
  work.lanes.rows_in(wanted.lane).for_each([&](std::uint32_t row) { work.rows.push_back(first + row); });
  if (work.rows.empty()) return;
  score_demand(block, wanted, work);
  score_supply(block, wanted, work, scored);
}

/// Leaves in work.rows those that can still come to the least combined score, with their demand beside them. The first
/// two criteria, occupation and competences, weigh most and cost least: many rows go no further.
void CandidateScan::score_demand(std::uint32_t block, const Wanted& wanted, Workspace& work) const {
  const auto total = static_cast<std::uint64_t>(plan_.total_weight());
  const std::uint64_t least = std::uint64_t{least_other_bp(wanted.least_combined_bp)} * total;
  std::uint64_t to_come = total * criteria::full_bp;
  work.sums.assign(work.rows.size(), 0);
  for (const auto& planned : plan_.criteria()) {
    if (planned.weight == 0) continue;
    if (planned.criterion > Criterion::competences && to_come < total * criteria::full_bp) keep(least, to_come, work);
    add_demand(planned, block, work);
    to_come -= static_cast<std::uint64_t>(planned.weight) * criteria::full_bp;
  }
  keep(least, 0, work);
  work.demand_bp.resize(work.rows.size());
  for (std::size_t i = 0; i < work.rows.size(); ++i) {
    work.demand_bp[i] = static_cast<std::uint16_t>(work.sums[i] / total);
  }
}

/// Drops the rows that stay below `least` even with all that is to come.
void CandidateScan::keep(std::uint64_t least, std::uint64_t to_come, Workspace& work) {
  if (least <= to_come) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < work.rows.size(); ++i) {
    const bool stays = work.sums[i] + to_come >= least;
    work.rows[kept] = work.rows[i];
    work.sums[kept] = work.sums[i];
    kept += stays ? 1 : 0;
  }
  work.rows.resize(kept);
  work.sums.resize(kept);
}

void CandidateScan::add_demand(const criteria::PlannedCriterion& planned, std::uint32_t block, Workspace& work) const {
  const auto weight = static_cast<std::uint64_t>(planned.weight);
  if (planned.importance == Importance::ignored) {  // "Everything suits."
    for (auto& sum : work.sums) sum += weight * criteria::full_bp;
    return;
  }
  fill(planned.criterion, block, work);
  with_column(Side::demand, planned.criterion, work,
              [weight, sum = work.sums.data(), row = work.rows.data(), count = work.rows.size()](auto outcome_of) {
                for (std::size_t i = 0; i < count; ++i) sum[i] += weight * outcome_of(row[i]).degree_bp();
              });
}

/// A few rows at a time: the degrees of one criterion after another, then the plan of each person once.
void CandidateScan::score_supply(std::uint32_t block, const Wanted& wanted, Workspace& work,
                                 std::vector<ScoredRow>& scored) const {
  fill(Criterion::occupation, block, work);
  for (std::size_t begin = 0; begin < work.rows.size(); begin += rows_at_a_time) {
    const auto rows = std::span(work.rows).subspan(begin, std::min(rows_at_a_time, work.rows.size() - begin));
    for (std::size_t k = 0; k < supply_criteria.size(); ++k) {
      with_column(Side::supply, supply_criteria[k], work, [rows, degrees = work.degrees[k].data()](auto outcome_of) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
          degrees[i] = static_cast<std::uint16_t>(outcome_of(rows[i]).degree_bp());
        }
      });
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& plan = prepared_.plan(rows[i]);
      std::uint64_t sum = std::uint64_t{plan.constant} * criteria::full_bp;
      for (std::size_t k = 0; k < supply_criteria.size(); ++k) {
        sum += std::uint64_t{plan.weight[k]} * work.degrees[k][i];
      }
      const auto demand_bp = work.demand_bp[begin + i];
      const auto supply_bp = static_cast<std::uint16_t>(sum / plan.total_weight);
      const auto combined_bp = static_cast<std::uint16_t>(criteria::geometric_mean_bp(demand_bp, supply_bp));
      if (combined_bp >= wanted.least_combined_bp) scored.push_back({rows[i], combined_bp, demand_bp, supply_bp});
    }
  }
}

}  // namespace passend::scan
