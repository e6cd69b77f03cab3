// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <optional>

#include "indexer/base/date.hpp"
#include "indexer/pool/facts.hpp"

namespace passend::criteria {

/// What all judgements of a run have in common.
struct Circumstances {
  Date today;  ///< The day for which is matched; never the clock of the machine.
  std::array<int, 4> importance_multiplier{0, 1, 2, 4};  ///< Weight of an item of a list, by Importance.
};

/// One person and one vacancy, as the criteria see them.
struct Pair {
  const pool::CandidateFacts& candidate;
  const pool::VacancyFacts& vacancy;
  const Circumstances& circumstances;
  std::optional<int> distance_m;  ///< Between home and work; absent when either place is not known.

  /// The day on which the work starts, or today when it has started or no day is stated.
  Date start() const {
    const auto& from = vacancy.period.from;
    return from && *from > circumstances.today ? *from : circumstances.today;
  }
};

}  // namespace passend::criteria
