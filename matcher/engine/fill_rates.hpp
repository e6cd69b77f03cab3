// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "indexer/pool/pool.hpp"
#include "matcher/criteria/pair.hpp"
#include "matcher/criteria/side_plan.hpp"

namespace passend::engine {

using criteria::Rates;

/// Sums the degrees of those of whom a criterion is known.
class RateTally {
 public:
  void add(const criteria::SidePlan& plan, const criteria::Pair& pair) { count(plan, pair, 1); }
  /// Takes out what add() of the same pair has put in.
  void remove(const criteria::SidePlan& plan, const criteria::Pair& pair) { count(plan, pair, -1); }
  Rates rates() const;

 private:
  void count(const criteria::SidePlan& plan, const criteria::Pair& pair, int sign);
  struct Sum {
    std::int32_t degrees = 0;
    std::int32_t people = 0;
  };
  std::array<Sum, criterion_count> sums_{};
};

/// What an unknown counts for: the mean degree among those of whom it is known. It must not depend on who asks, or the
/// same pair would score differently in each direction, and it must not need the whole matrix. Hence:
///   demand  one rate per vacancy and criterion, over a panel of at most 256 people of the pool
///   supply  one rate per criterion, over 64 people and 64 vacancies of the panels
/// The panel is those whose ids have the smallest keyed hash: the same whatever the order of registration, and one more
/// person in the pool changes it by one at most. Four imaginary people at 5000 keep a rate over few people moderate:
///   rate = (sum of degrees + 4 x 5000) / (number known + 4), rounded down
/// Thread-safe.
class FillRates {
 public:
  FillRates(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights,
            const criteria::Circumstances& circumstances);
  /// Over a later snapshot; the same weights. Vacancies that did not change keep their sums, corrected for the people
  /// who came into the panel and went out of it.
  FillRates(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights,
            const criteria::Circumstances& circumstances, const FillRates& earlier);

  /// For the vacancy in a row of the pool. Computed at first use.
  Rates demand(std::uint32_t vacancy_row) const;
  /// For a vacancy that stands in no row, such as one that is being tried out.
  Rates demand(const pool::VacancyFacts& vacancy) const { return tally_of(vacancy).rates(); }
  const Rates& supply() const { return supply_; }

 private:
  RateTally tally_of(const pool::VacancyFacts& vacancy) const;
  Rates compute_supply() const;
  void take_over(const FillRates& earlier);

  std::shared_ptr<const pool::Pool> pool_;
  criteria::Weights weights_;
  criteria::Circumstances circumstances_;
  std::vector<pool::CandidateFacts> people_;   ///< The panel, ascending hash.
  std::vector<pool::VacancyFacts> vacancies_;  ///< Of the supply panel, likewise.
  mutable std::mutex mutex_;
  mutable std::vector<std::optional<RateTally>> demand_;  ///< By row; guarded by mutex_.
  Rates supply_{};
};

/// Metres between home and work; absent when either place is not known.
std::optional<int> distance_between(const pool::Pool& pool, const pool::CandidateFacts& candidate,
                                    const pool::VacancyFacts& vacancy);

}  // namespace passend::engine
