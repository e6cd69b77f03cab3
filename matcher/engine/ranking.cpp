// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/ranking.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"

namespace passend::engine {
namespace {

constexpr std::uint64_t largest_page_size = 1'000;

}  // namespace

void Foremost::add(std::vector<Standing>& batch) {
  const std::lock_guard lock(mutex_);
  standings_.insert(standings_.end(), batch.begin(), batch.end());
  if (standings_.size() > most_) cut();
}

void Foremost::cut() {
  if (most_ == 0) {
    standings_.clear();
    return;
  }
  const auto last = standings_.begin() + static_cast<std::ptrdiff_t>(most_) - 1;
  std::nth_element(standings_.begin(), last, standings_.end(), stands_before);
  standings_.resize(most_);
  least_key_ = standings_.back().key;
}

std::int64_t Foremost::least_key() const {
  const std::lock_guard lock(mutex_);
  return least_key_;
}

std::vector<Standing> Foremost::take_from(std::size_t first) {
  const std::lock_guard lock(mutex_);
  if (first >= standings_.size()) return {};
  const auto begin = standings_.begin() + static_cast<std::ptrdiff_t>(first);
  std::nth_element(standings_.begin(), begin, standings_.end(), stands_before);
  std::vector<Standing> taken(begin, standings_.end());
  std::sort(taken.begin(), taken.end(), stands_before);
  return taken;
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

PageBounds bounds_of(const MatchQuery& query, std::size_t longest) {
  // Compared by division: a page number may be as large as its type allows.
  if (query.page - 1 > longest / query.page_size) return {};
  const std::size_t first = (query.page - 1) * query.page_size;
  return {first, std::min(longest, first + query.page_size)};
}

MatchRow row_of(const Id128& id, std::uint64_t rank, const PairScore& score) {
  MatchRow row;
  row.id = id;
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

}  // namespace passend::engine
