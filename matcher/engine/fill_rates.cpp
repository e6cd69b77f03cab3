// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/fill_rates.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/random.hpp"
#include "matcher/engine/side_plan.hpp"

namespace passend::engine {
namespace {

constexpr std::size_t panel_size = 256;
constexpr std::size_t supply_panel_size = 64;
constexpr std::uint64_t panel_key = 0x70616E656CULL;
constexpr std::int64_t imaginary_people = 4;
constexpr std::int64_t imaginary_degree_bp = 5'000;

template <class Facts>
std::vector<std::uint32_t> panel_of(const std::vector<Facts>& all) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> hashed;
  hashed.reserve(all.size());
  for (const auto& facts : all) {
    hashed.emplace_back(tie_break(panel_key, facts.id.value), static_cast<std::uint32_t>(hashed.size()));
  }
  const auto size = std::min(panel_size, hashed.size());
  std::partial_sort(hashed.begin(), hashed.begin() + static_cast<std::ptrdiff_t>(size), hashed.end());
  std::vector<std::uint32_t> panel;
  for (std::size_t i = 0; i < size; ++i) panel.push_back(hashed[i].second);
  return panel;
}

/// Sums the degrees of those of whom a criterion is known.
class RateTally {
 public:
  void add(const SidePlan& plan, const criteria::Pair& pair) {
    for (const auto& planned : plan.criteria()) {
      const auto judgement = planned.judge(pair, nullptr);
      if (judgement.verdict == Verdict::unknown) continue;
      auto& sum = sums_[static_cast<std::size_t>(planned.criterion)];
      sum.degrees += judgement.degree_bp;
      ++sum.people;
    }
  }
  Rates rates() const {
    Rates rates{};
    for (std::size_t i = 0; i < rates.size(); ++i) {
      rates[i] = static_cast<int>((sums_[i].degrees + imaginary_people * imaginary_degree_bp) /
                                  (sums_[i].people + imaginary_people));
    }
    return rates;
  }

 private:
  struct Sum {
    std::int64_t degrees = 0;
    std::int64_t people = 0;
  };
  std::array<Sum, criterion_count> sums_{};
};

}  // namespace

std::optional<int> distance_between(const pool::Pool& pool, const pool::CandidateFacts& candidate,
                                    const pool::VacancyFacts& vacancy) {
  if (!candidate.pc4 || !vacancy.pc4) return std::nullopt;
  return pool.postcodes().distance_m(*candidate.pc4, *vacancy.pc4);
}

FillRates::FillRates(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights,
                     const criteria::Circumstances& circumstances)
    : pool_(std::move(pool)),
      weights_(weights),
      circumstances_(circumstances),
      people_(panel_of(pool_->candidates())),
      vacancies_(panel_of(pool_->vacancies())),
      demand_once_(std::make_unique<std::once_flag[]>(pool_->vacancies().size())),
      demand_(pool_->vacancies().size()) {}

const Rates& FillRates::demand(const pool::VacancyFacts& vacancy) const {
  const auto index = static_cast<std::size_t>(&vacancy - pool_->vacancies().data());
  std::call_once(demand_once_[index], [&] { demand_[index] = compute_demand(vacancy); });
  return demand_[index];
}

const Rates& FillRates::supply() const {
  std::call_once(supply_once_, [&] { supply_ = compute_supply(); });
  return supply_;
}

Rates FillRates::compute_demand(const pool::VacancyFacts& vacancy) const {
  const auto plan = demand_plan(vacancy, weights_);
  RateTally tally;
  for (const auto person : people_) {
    const auto& candidate = pool_->candidates()[person];
    tally.add(plan, {candidate, vacancy, circumstances_, distance_between(*pool_, candidate, vacancy)});
  }
  return tally.rates();
}

Rates FillRates::compute_supply() const {
  RateTally tally;
  for (std::size_t i = 0; i < std::min(people_.size(), supply_panel_size); ++i) {
    const auto& candidate = pool_->candidates()[people_[i]];
    const auto plan = supply_plan(candidate, weights_);
    for (std::size_t j = 0; j < std::min(vacancies_.size(), supply_panel_size); ++j) {
      const auto& vacancy = pool_->vacancies()[vacancies_[j]];
      tally.add(plan, {candidate, vacancy, circumstances_, distance_between(*pool_, candidate, vacancy)});
    }
  }
  return tally.rates();
}

}  // namespace passend::engine
