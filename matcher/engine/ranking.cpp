// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/ranking.hpp"

#include <algorithm>
#include <limits>

#include "indexer/base/error.hpp"
#include "indexer/base/random.hpp"

namespace passend::engine {
namespace {

constexpr std::uint64_t largest_page_size = 1'000;

std::int64_t key_of(const Contender& contender, SortBy sort) {
  const auto& score = contender.score;
  switch (sort) {
    case SortBy::combined:
      return score.combined.expected_bp;
    case SortBy::demand:
      return score.demand.expected_bp;
    case SortBy::supply:
      return score.supply.expected_bp;
    case SortBy::distance:
      // The nearest first, those without a distance last.
      return score.distance_m ? -std::int64_t{*score.distance_m} : std::numeric_limits<std::int64_t>::min();
    case SortBy::freshness:
      return contender.updated.days;
  }
  return 0;
}

/// A total order: no two contenders are equal, so that every page is certain.
struct Before {
  std::span<const Contender> contenders;
  bool operator()(const Standing& a, const Standing& b) const {
    if (a.key != b.key) return a.key > b.key;
    if (a.hash != b.hash) return a.hash < b.hash;
    return contenders[a.contender].id < contenders[b.contender].id;
  }
};

MatchRow row_of(const Contender& contender, std::uint64_t rank) {
  const auto& score = contender.score;
  MatchRow row;
  row.id = contender.id;
  row.rank = rank;
  row.lane = score.lane();
  row.combined = score.combined;
  row.demand = score.demand;
  row.supply = score.supply;
  row.distance_m = score.distance_m;
  row.open_criteria = score.open_criteria();
  row.failed_criteria = score.failed_criteria();
  return row;
}

}  // namespace

Standing standing_of(const Contender& contender, std::uint32_t position, SortBy sort, std::uint64_t seed) {
  return {key_of(contender, sort), tie_break(seed, contender.id), position};
}

void verify(const MatchQuery& query) {
  std::vector<Violation> violations;
  if (query.page < 1) violations.push_back({"page", "0", "pages are numbered from 1"});
  if (query.page_size < 1 || query.page_size > largest_page_size) {
    violations.push_back({"pageSize", std::to_string(query.page_size), "a page has 1 to 1000 rows"});
  }
  if (query.lane == Lane::falls_short) {
    violations.push_back(
        {"lane", "falls_short", "who falls short is counted, not listed; ask for one pair's explanation"});
  }
  if (!violations.empty()) {
    throw Error(ErrorCode::invalid_input, "this list cannot be made: " + to_text(violations.front()), violations);
  }
}

MatchPage rank_page(std::span<const Contender> contenders, const MatchQuery& query) {
  MatchPage page;
  std::vector<Standing> lane;
  for (std::uint32_t i = 0; i < contenders.size(); ++i) {
    const auto its_lane = contenders[i].score.lane();
    ++page.lane_counts[static_cast<std::size_t>(its_lane)];
    if (its_lane == query.lane) lane.push_back(standing_of(contenders[i], i, query.sort, query.seed));
  }
  if ((query.page - 1) > lane.size() / query.page_size) return page;
  const auto first = (query.page - 1) * query.page_size;
  const auto last = std::min<std::uint64_t>(lane.size(), first + query.page_size);
  const Before before{contenders};
  const auto at = [&](std::uint64_t position) { return lane.begin() + static_cast<std::ptrdiff_t>(position); };
  if (first < lane.size()) std::nth_element(lane.begin(), at(first), lane.end(), before);
  std::partial_sort(at(first), at(last), lane.end(), before);
  for (auto position = first; position < last; ++position) {
    page.rows.push_back(row_of(contenders[lane[position].contender], position + 1));
  }
  return page;
}

std::vector<RequirementCost> requirement_costs(std::span<const Contender> contenders) {
  std::vector<RequirementCost> costs;
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    const std::uint32_t bit = 1U << static_cast<unsigned>(criterion);
    for (const auto side : {Side::demand, Side::supply}) {
      const auto own = static_cast<std::size_t>(side);
      RequirementCost cost{side, criterion};
      for (const auto& [id, updated, score] : contenders) {
        cost.failing += (score.failed[own] & bit) != 0 ? 1 : 0;
        cost.open += (score.open[own] & bit) != 0 ? 1 : 0;
        const bool alone = score.failed[own] == bit && score.failed[1 - own] == 0;
        cost.alone_fits += alone && score.open_criteria() == 0 ? 1 : 0;
        cost.alone_open += alone && score.open_criteria() != 0 ? 1 : 0;
      }
      if (cost.failing + cost.open > 0) costs.push_back(cost);
    }
  }
  return costs;
}

std::uint64_t rank_in_lane(std::span<const Contender> contenders, std::uint32_t who, std::uint64_t seed) {
  const Before before{contenders};
  const auto own = standing_of(contenders[who], who, SortBy::combined, seed);
  const auto lane = contenders[who].score.lane();
  std::uint64_t rank = 1;
  for (std::uint32_t i = 0; i < contenders.size(); ++i) {
    if (contenders[i].score.lane() != lane) continue;
    if (before(standing_of(contenders[i], i, SortBy::combined, seed), own)) ++rank;
  }
  return rank;
}

}  // namespace passend::engine
