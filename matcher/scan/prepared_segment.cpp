// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/prepared_segment.hpp"

#include <bit>
#include <limits>
#include <unordered_map>

#include "matcher/criteria/night_work.hpp"
#include "matcher/scan/aspects.hpp"

namespace passend::scan {
namespace {

using pool::Aspect;

/// No two places in the country lie farther apart.
constexpr std::int32_t farthest_steps = 10'000;

/// Bit k: the entry states a wish for supply_criteria[k].
std::vector<std::uint32_t> stated_by_entry(const pool::CandidateSegment& segment, Aspect aspect, std::size_t k) {
  const auto stated = criteria::rule_of(supply_criteria[k]).supply.stated;
  std::vector<std::uint32_t> bits(segment.aspect(aspect).entries);
  pool::CandidateFacts facts;
  for (std::uint32_t number = 0; number < bits.size(); ++number) {
    segment.read_aspect(aspect, number, facts);
    bits[number] = stated(facts) ? 1U << k : 0U;
  }
  return bits;
}

/// The aspect in which a wish is stated; of occupation it is the knowledge of a list instead.
std::optional<Aspect> aspect_of_wish(Criterion criterion) {
  return criterion == Criterion::distance ? Aspect::mobility : aspect_read_by(criterion);
}

SupplyPlan flat(const criteria::SidePlan& plan) {
  SupplyPlan flat;
  flat.total_weight = static_cast<std::uint32_t>(plan.total_weight());
  for (const auto& planned : plan.criteria()) {
    // "Everything suits" stands under the name of occupation with importance ignored.
    if (planned.importance == Importance::ignored) {
      flat.constant = static_cast<std::uint32_t>(planned.weight);
      continue;
    }
    for (std::size_t k = 0; k < supply_criteria.size(); ++k) {
      if (supply_criteria[k] == planned.criterion) flat.weight[k] = static_cast<std::uint32_t>(planned.weight);
    }
    if (planned.importance == Importance::required) flat.required |= 1U << knock_out_position(planned.criterion);
  }
  return flat;
}

/// Distance alone decides between failing and not, and never the other way round: the limit is found by halving.
Reach reach_of(const pool::CandidateFacts& facts, const pool::VacancyFacts& vacancy) {
  const criteria::Circumstances circumstances;
  const auto verdict_at = [&](std::int32_t steps) {
    return criteria::rule_of(Criterion::distance)
        .supply.judge({facts, vacancy, circumstances, steps * distance_step_m}, nullptr)
        .verdict;
  };
  const auto undecided_at = [&](std::int32_t steps) {
    return verdict_at(steps) == criteria::Verdict::unknown ? 1U : 0U;
  };
  if (verdict_at(farthest_steps) != criteria::Verdict::not_met) {
    return Reach::of(Reach::no_limit, undecided_at(farthest_steps));
  }
  std::int32_t low = -1;
  std::int32_t high = farthest_steps;
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    (verdict_at(middle) == criteria::Verdict::not_met ? high : low) = middle;
  }
  return Reach::of(static_cast<std::uint32_t>(high), low >= 0 ? undecided_at(low) : 0U);
}

}  // namespace

PreparedSegment::PreparedSegment(std::shared_ptr<const pool::CandidateSegment> segment,
                                 const criteria::Weights& weights)
    : segment_(std::move(segment)),
      interests_(*segment_),
      languages_(*segment_, Aspect::languages),
      driving_licences_(*segment_, Aspect::driving_licences),
      credentials_(*segment_, Aspect::credentials),
      tables_(std::make_unique<TableCache>()),
      distances_by_day_(std::make_unique<JudgedTable>(segment_->aspect(Aspect::mobility).entries * near_steps)),
      distances_by_night_(std::make_unique<JudgedTable>(segment_->aspect(Aspect::mobility).entries * near_steps)) {
  number_plans(weights);
  list_required_rows();
  measure_reach();
}

void PreparedSegment::number_plans(const criteria::Weights& weights) {
  struct Wish {
    const pool::AspectColumn& column;
    std::vector<std::uint32_t> bits;
  };
  std::vector<Wish> wishes;
  for (std::size_t k = 0; k < supply_criteria.size(); ++k) {
    if (const auto aspect = aspect_of_wish(supply_criteria[k])) {
      wishes.push_back({segment_->aspect(*aspect), stated_by_entry(*segment_, *aspect, k)});
    }
  }
  const auto& importance = segment_->aspect(Aspect::importance);
  const auto states = segment_->list_states();
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  plan_numbers_.resize(segment_->size());
  for (std::uint32_t row = 0; row < segment_->size(); ++row) {
    // The lowest bit is that of occupation, the first of the supply criteria.
    const auto wanted = knowledge(states[row], pool::KnowledgeOf::wanted_occupations);
    std::uint32_t stated = wanted != pool::ListKnowledge::not_known ? 1 : 0;
    for (const auto& wish : wishes) stated |= wish.bits[wish.column[row]];
    const std::uint64_t key = std::uint64_t{importance[row]} << supply_criteria.size() | stated;
    const auto [entry, is_new] = numbers.try_emplace(key, static_cast<std::uint32_t>(plans_.size()));
    if (is_new) {
      pool::CandidateFacts facts;
      segment_->read(row, facts);
      plans_.push_back(flat(criteria::supply_plan(facts, weights)));
    }
    plan_numbers_[row] = entry->second;
  }
}

void PreparedSegment::list_required_rows() {
  required_rows_.resize(segment_->blocks());
  for (std::uint32_t row = 0; row < segment_->size(); ++row) {
    auto& lists = required_rows_[row / pool::rows_per_block];
    for (std::uint32_t left = plan(row).required; left != 0; left &= left - 1) {
      lists[static_cast<std::size_t>(std::countr_zero(left))].push_back(
          static_cast<std::uint16_t>(row % pool::rows_per_block));
    }
  }
}

void PreparedSegment::measure_reach() {
  pool::VacancyFacts by_day;
  pool::VacancyFacts by_night;
  by_night.working_times.grid = WeekGrid{criteria::night_dayparts};
  pool::CandidateFacts facts;
  for (std::uint32_t number = 0; number < segment_->aspect(Aspect::mobility).entries; ++number) {
    segment_->read_aspect(Aspect::mobility, number, facts);
    reach_by_day_.push_back(reach_of(facts, by_day));
    reach_by_night_.push_back(reach_of(facts, by_night));
  }
}

}  // namespace passend::scan
