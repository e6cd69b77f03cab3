// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <limits>
#include <mutex>
#include <vector>

#include "indexer/base/id.hpp"
#include "matcher/engine/match.hpp"
#include "matcher/engine/score.hpp"

namespace passend::engine {

/// Where a pair stands in a list: the higher key first, then the lower hash, then the lower id. No two are equal, so
/// that every page is certain.
struct Standing {
  std::int64_t key = 0;
  std::uint64_t hash = 0;  ///< tie_break() of the seed and the id.
  Id128 id;
  std::uint32_t row = 0;  ///< Of the other party, in the pool.
};

inline bool stands_before(const Standing& a, const Standing& b) {
  if (a.key != b.key) return a.key > b.key;
  if (a.hash != b.hash) return a.hash < b.hash;
  return a.id < b.id;
}

/// Key of a distance: the nearest first, those without a distance last.
inline std::int64_t distance_key(const std::optional<int>& distance_m) {
  return distance_m ? -std::int64_t{*distance_m} : std::numeric_limits<std::int64_t>::min();
}

/// The foremost of all that is added, in batches and from many threads.
class Foremost {
 public:
  /// Keeps `most`.
  explicit Foremost(std::size_t most) : most_(most) {}

  void add(std::vector<Standing>& batch);
  /// The key that a newcomer must reach; the lowest possible while there is room.
  std::int64_t least_key() const;
  /// From the `first` (0-based) on, in order.
  std::vector<Standing> take_from(std::size_t first);

 private:
  void cut();
  std::size_t most_;
  mutable std::mutex mutex_;
  std::vector<Standing> standings_;
  std::int64_t least_key_ = std::numeric_limits<std::int64_t>::min();
};

/// The places of a page in its list: from first (0-based) up to, not including, last.
struct PageBounds {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Throws invalid_input for a page, page size or lane that cannot be listed, with every violation.
void verify(const MatchQuery& query);

/// Of a list of at most `longest`; first == last for a page beyond its end.
PageBounds bounds_of(const MatchQuery& query, std::size_t longest);

MatchRow row_of(const Id128& id, std::uint64_t rank, const PairScore& score);

}  // namespace passend::engine
