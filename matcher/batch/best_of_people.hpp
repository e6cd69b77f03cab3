// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/base/id.hpp"
#include "matcher/batch/slice.hpp"

namespace passend::batch {

/// The best vacancies of every person so far: `top` places of 8 bytes each, in one block of memory. Not thread-safe for
/// one person; different people may be offered to from different threads.
class BestOfPeople {
 public:
  /// Throws invalid_input for more vacancies than an entry can tell apart (4 194 304).
  BestOfPeople(std::size_t people, const std::vector<Id128>& vacancies, std::uint64_t seed, std::uint32_t top);

  /// A cheap look before an offer: false when it would surely not be taken.
  bool may_enter(std::uint32_t person, std::uint16_t combined_bp) const { return combined_bp >= least_[person]; }
  /// `fit.party` is the person; takes the vacancy among the best when it belongs there. Each pair at most once.
  void offer(const Fit& fit, std::uint32_t vacancy);
  /// Ranked; `party` is the vacancy.
  std::vector<Fit> ranked(std::uint32_t person) const;

  std::size_t people() const { return counts_.size(); }
  std::uint64_t bytes() const;

 private:
  std::size_t top_;
  std::vector<std::uint32_t> place_of_vacancy_;  ///< Among equals.
  std::vector<std::uint32_t> vacancy_at_place_;
  std::vector<std::uint16_t> counts_;
  std::vector<std::uint16_t> least_;  ///< Combined score of the last place; 0 while places are free.
  /// Per person a heap with the last place in front. An entry is one number that is higher the earlier it stands:
  /// combined score, place among equals reversed (22 bits), demand, supply (14 bits each).
  std::unique_ptr<std::uint64_t[]> entries_;
};

}  // namespace passend::batch
