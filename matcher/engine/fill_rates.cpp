// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/fill_rates.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/random.hpp"
#include "matcher/criteria/side_plan.hpp"

namespace passend::engine {
namespace {

constexpr std::size_t panel_size = 256;
constexpr std::size_t supply_panel_size = 64;
constexpr std::uint64_t panel_key = 0x70616E656CULL;
constexpr std::int64_t imaginary_people = 4;
constexpr std::int64_t imaginary_degree_bp = 5'000;

/// The rows with the smallest keyed hashes, ascending hash.
template <class IsVoid, class IdOf>
std::vector<std::uint32_t> panel_of(std::uint32_t rows, std::size_t most, IsVoid is_void, IdOf id_of) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> hashed;
  hashed.reserve(rows);
  for (std::uint32_t row = 0; row < rows; ++row) {
    if (!is_void(row)) hashed.emplace_back(tie_break(panel_key, id_of(row).value), row);
  }
  const auto size = std::min(most, hashed.size());
  std::partial_sort(hashed.begin(), hashed.begin() + static_cast<std::ptrdiff_t>(size), hashed.end());
  std::vector<std::uint32_t> panel;
  for (std::size_t i = 0; i < size; ++i) panel.push_back(hashed[i].second);
  return panel;
}

std::vector<pool::CandidateFacts> panel_of_people(const pool::Pool& pool) {
  std::vector<pool::CandidateFacts> panel;
  for (const auto row : panel_of(
           pool.candidate_rows(), panel_size, [&](std::uint32_t r) { return pool.candidate_is_void(r); },
           [&](std::uint32_t r) { return pool.candidate_id(r); })) {
    panel.push_back(pool.candidate(row));
  }
  return panel;
}

std::vector<pool::VacancyFacts> panel_of_vacancies(const pool::Pool& pool) {
  std::vector<pool::VacancyFacts> panel;
  for (const auto row : panel_of(
           pool.vacancy_rows(), supply_panel_size, [&](std::uint32_t r) { return pool.vacancy_is_void(r); },
           [&](std::uint32_t r) { return pool.vacancy_id(r); })) {
    panel.push_back(pool.vacancy(row));
  }
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
      people_(panel_of_people(*pool_)),
      vacancies_(panel_of_vacancies(*pool_)),
      demand_once_(std::make_unique<std::once_flag[]>(pool_->vacancy_rows())),
      demand_(pool_->vacancy_rows()) {}

const Rates& FillRates::demand(std::uint32_t vacancy_row) const {
  std::call_once(demand_once_[vacancy_row], [&] { demand_[vacancy_row] = demand(pool_->vacancy(vacancy_row)); });
  return demand_[vacancy_row];
}

Rates FillRates::demand(const pool::VacancyFacts& vacancy) const {
  const auto plan = demand_plan(vacancy, weights_);
  RateTally tally;
  for (const auto& candidate : people_) {
    tally.add(plan, {candidate, vacancy, circumstances_, distance_between(*pool_, candidate, vacancy)});
  }
  return tally.rates();
}

const Rates& FillRates::supply() const {
  std::call_once(supply_once_, [&] { supply_ = compute_supply(); });
  return supply_;
}

Rates FillRates::compute_supply() const {
  RateTally tally;
  for (std::size_t i = 0; i < std::min(people_.size(), supply_panel_size); ++i) {
    const auto plan = supply_plan(people_[i], weights_);
    for (const auto& vacancy : vacancies_) {
      tally.add(plan, {people_[i], vacancy, circumstances_, distance_between(*pool_, people_[i], vacancy)});
    }
  }
  return tally.rates();
}

}  // namespace passend::engine
