// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "indexer/pool/pool.hpp"
#include "matcher/criteria/pair.hpp"
#include "matcher/criteria/weights.hpp"
#include "matcher/engine/score.hpp"

namespace passend::engine {

/// What an unknown counts for: the mean degree among those of whom it is known. It must not depend on who asks, or the
/// same pair would score differently in each direction, and it must not need the whole matrix. Hence:
///   demand  one rate per vacancy and criterion, over a panel of at most 256 people of the pool
///   supply  one rate per criterion, over 64 people and 64 vacancies of the panels
/// The panel is those whose ids have the smallest keyed hash: the same whatever the order of registration, and one more
/// person in the pool changes it by one at most. Four imaginary people at 5000 keep a rate over few people moderate:
///   rate = (sum of degrees + 4 x 5000) / (number known + 4), rounded down
class FillRates {
 public:
  FillRates(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights,
            const criteria::Circumstances& circumstances);

  /// For the vacancy in a row of the pool. Computed at first use; thread-safe.
  const Rates& demand(std::uint32_t vacancy_row) const;
  /// For a vacancy that stands in no row, such as one that is being tried out.
  Rates demand(const pool::VacancyFacts& vacancy) const;
  const Rates& supply() const;

 private:
  Rates compute_supply() const;

  std::shared_ptr<const pool::Pool> pool_;
  criteria::Weights weights_;
  criteria::Circumstances circumstances_;
  std::vector<pool::CandidateFacts> people_;   ///< The panel, ascending hash.
  std::vector<pool::VacancyFacts> vacancies_;  ///< Of the supply panel, likewise.
  std::unique_ptr<std::once_flag[]> demand_once_;
  mutable std::vector<Rates> demand_;
  mutable std::once_flag supply_once_;
  mutable Rates supply_{};
};

/// Metres between home and work; absent when either place is not known.
std::optional<int> distance_between(const pool::Pool& pool, const pool::CandidateFacts& candidate,
                                    const pool::VacancyFacts& vacancy);

}  // namespace passend::engine
