// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/fill_rates.hpp"

#include <algorithm>
#include <queue>
#include <unordered_map>
#include <utility>

#include "indexer/base/random.hpp"

namespace passend::engine {
namespace {

constexpr std::size_t panel_size = 256;
constexpr std::size_t supply_panel_size = 64;
constexpr std::uint64_t panel_key = 0x70616E656CULL;
constexpr std::int32_t imaginary_people = 4;
constexpr std::int32_t imaginary_degree_bp = 5'000;
/// With more people in or out than this, computing anew is no dearer.
constexpr std::size_t most_corrections = 64;

/// The rows with the smallest keyed hashes, ascending hash.
template <class IsVoid, class IdOf>
std::vector<std::uint32_t> panel_of(std::uint32_t rows, std::size_t most, IsVoid is_void, IdOf id_of) {
  using Hashed = std::pair<std::uint64_t, std::uint32_t>;
  std::priority_queue<Hashed> smallest;
  for (std::uint32_t row = 0; row < rows; ++row) {
    if (is_void(row)) continue;
    const Hashed hashed{tie_break(panel_key, id_of(row).value), row};
    if (smallest.size() == most) {
      if (hashed > smallest.top()) continue;
      smallest.pop();
    }
    smallest.push(hashed);
  }
  std::vector<std::uint32_t> panel;
  for (; !smallest.empty(); smallest.pop()) panel.push_back(smallest.top().second);
  std::reverse(panel.begin(), panel.end());
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

/// Those of `one` that are not, word for word, among `other`.
std::vector<const pool::CandidateFacts*> only_in(const std::vector<pool::CandidateFacts>& one,
                                                 const std::vector<pool::CandidateFacts>& other) {
  std::unordered_map<CandidateId, const pool::CandidateFacts*> by_id;
  for (const auto& facts : other) by_id.emplace(facts.id, &facts);
  std::vector<const pool::CandidateFacts*> only;
  for (const auto& facts : one) {
    const auto found = by_id.find(facts.id);
    if (found == by_id.end() || *found->second != facts) only.push_back(&facts);
  }
  return only;
}

}  // namespace

void RateTally::count(const criteria::SidePlan& plan, const criteria::Pair& pair, int sign) {
  for (const auto& planned : plan.criteria()) {
    const auto judgement = planned.judge(pair, nullptr);
    if (judgement.verdict == criteria::Verdict::unknown) continue;
    auto& sum = sums_[static_cast<std::size_t>(planned.criterion)];
    sum.degrees += sign * judgement.degree_bp;
    sum.people += sign;
  }
}

Rates RateTally::rates() const {
  Rates rates{};
  for (std::size_t i = 0; i < rates.size(); ++i) {
    rates[i] = (sums_[i].degrees + imaginary_people * imaginary_degree_bp) / (sums_[i].people + imaginary_people);
  }
  return rates;
}

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
      demand_(pool_->vacancy_rows()),
      supply_(compute_supply()) {}

FillRates::FillRates(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights,
                     const criteria::Circumstances& circumstances, const FillRates& earlier)
    : FillRates(std::move(pool), weights, circumstances) {
  if (earlier.circumstances_.today == circumstances_.today) take_over(earlier);
}

void FillRates::take_over(const FillRates& earlier) {
  const auto gone = only_in(earlier.people_, people_);
  const auto come = only_in(people_, earlier.people_);
  if (gone.size() + come.size() > most_corrections) return;
  const std::lock_guard lock(earlier.mutex_);
  pool::VacancyFacts vacancy;
  for (std::uint32_t row = 0; row < demand_.size(); ++row) {
    const auto before = pool_->vacancy_is_void(row) ? std::nullopt : pool_->row_before(row, *earlier.pool_);
    if (!before || !earlier.demand_[*before]) continue;
    auto tally = *earlier.demand_[*before];
    if (!gone.empty() || !come.empty()) {
      pool_->read_vacancy(row, vacancy);
      const auto plan = criteria::demand_plan(vacancy, weights_);
      const auto pair_with = [&](const pool::CandidateFacts& person) {
        return criteria::Pair{person, vacancy, circumstances_, distance_between(*pool_, person, vacancy)};
      };
      for (const auto* person : gone) tally.remove(plan, pair_with(*person));
      for (const auto* person : come) tally.add(plan, pair_with(*person));
    }
    demand_[row] = tally;
  }
}

Rates FillRates::demand(std::uint32_t vacancy_row) const {
  {
    const std::lock_guard lock(mutex_);
    if (const auto& known = demand_[vacancy_row]) return known->rates();
  }
  // Outside the lock: who else asks meanwhile comes to the same sums.
  const auto tally = tally_of(pool_->vacancy(vacancy_row));
  const std::lock_guard lock(mutex_);
  demand_[vacancy_row] = tally;
  return tally.rates();
}

RateTally FillRates::tally_of(const pool::VacancyFacts& vacancy) const {
  const auto plan = criteria::demand_plan(vacancy, weights_);
  RateTally tally;
  for (const auto& candidate : people_) {
    tally.add(plan, {candidate, vacancy, circumstances_, distance_between(*pool_, candidate, vacancy)});
  }
  return tally;
}

Rates FillRates::compute_supply() const {
  RateTally tally;
  for (std::size_t i = 0; i < std::min(people_.size(), supply_panel_size); ++i) {
    const auto plan = criteria::supply_plan(people_[i], weights_);
    for (const auto& vacancy : vacancies_) {
      tally.add(plan, {people_[i], vacancy, circumstances_, distance_between(*pool_, people_[i], vacancy)});
    }
  }
  return tally.rates();
}

}  // namespace passend::engine
