// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/vacancy_search.hpp"

#include <algorithm>

#include "indexer/base/random.hpp"
#include "matcher/engine/ranking.hpp"

namespace passend::engine {
namespace {

std::int64_t key_of(const PairScore& score, Date updated, SortBy sort) {
  switch (sort) {
    case SortBy::combined:
      return score.combined.expected_bp;
    case SortBy::demand:
      return score.demand.expected_bp;
    case SortBy::supply:
      return score.supply.expected_bp;
    case SortBy::distance:
      return distance_key(score.distance_m);
    case SortBy::freshness:
      return updated.days;
  }
  return 0;
}

struct Scored {
  bool counts = false;  ///< Neither void nor closed.
  PairScore score;
  Date updated;
};

}  // namespace

MatchPage VacancySearch::find(const MatchQuery& query, const Executor& executor, std::size_t block_size) const {
  const auto supply = criteria::supply_plan(candidate, weights);
  std::vector<Scored> all(pool.vacancy_rows());
  executor.for_each_block(all.size(), block_size, [&](std::size_t begin, std::size_t end) {
    pool::VacancyFacts vacancy;
    for (auto row = static_cast<std::uint32_t>(begin); row < end; ++row) {
      if (pool.vacancy_is_void(row)) continue;
      const auto closes = pool.vacancy_closes(row);
      if (closes && *closes < circumstances.today) continue;
      pool.read_vacancy(row, vacancy);
      const criteria::Pair pair{candidate, vacancy, circumstances, distance_between(pool, candidate, vacancy)};
      const auto demand = score_side(criteria::demand_plan(vacancy, weights), pair, rates.demand(row));
      all[row] = {true, combine(demand, score_side(supply, pair, rates.supply()), pair.distance_m), vacancy.updated};
    }
  });
  MatchPage page;
  const auto bounds = bounds_of(query, all.size());
  std::vector<Standing> standings;
  for (std::uint32_t row = 0; row < all.size(); ++row) {
    const auto& [counts, score, updated] = all[row];
    if (!counts) continue;
    ++page.lane_counts[static_cast<std::size_t>(score.lane())];
    if (score.lane() != query.lane) continue;
    const Id128 id = pool.vacancy_id(row).value;
    standings.push_back({key_of(score, updated, query.sort), tie_break(query.seed, id), id, row});
  }
  Foremost foremost(bounds.last);
  foremost.add(standings);
  for (const auto& standing : foremost.take_from(bounds.first)) {
    page.rows.push_back(row_of(standing.id, bounds.first + page.rows.size() + 1, all[standing.row].score));
  }
  return page;
}

}  // namespace passend::engine
