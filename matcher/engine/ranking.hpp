// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "matcher/engine/match.hpp"
#include "matcher/engine/score.hpp"

namespace passend::engine {

/// One scored pair as the ranking sees it.
struct Contender {
  Id128 id;
  Date updated;
  PairScore score;
};

/// Where a contender stands: the higher key first, then the lower hash, then the lower id.
struct Standing {
  std::int64_t key = 0;
  std::uint64_t hash = 0;
  std::uint32_t contender = 0;
};

Standing standing_of(const Contender& contender, std::uint32_t position, SortBy sort, std::uint64_t seed);

/// Throws invalid_input for a page, page size or lane that cannot be listed, with every violation.
void verify(const MatchQuery& query);

/// Ascending criterion, demand before supply; without those that nobody fails or leaves open.
std::vector<RequirementCost> requirement_costs(std::span<const Contender> contenders);

/// Counts the lanes and ranks one page of one lane. Only the page is sorted, whatever its place in the list.
MatchPage rank_page(std::span<const Contender> contenders, const MatchQuery& query);

/// From 1: how many of the lane of `who` stand before it by combined score, plus one.
std::uint64_t rank_in_lane(std::span<const Contender> contenders, std::uint32_t who, std::uint64_t seed);

}  // namespace passend::engine
