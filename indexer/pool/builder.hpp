// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <vector>

#include "indexer/base/progress.hpp"
#include "indexer/pool/pool.hpp"
#include "indexer/store/store.hpp"

namespace passend::pool {

/// Records that stand in no store: for tests and for trying out a vacancy.
struct LooseRecords {
  std::vector<SearchProfile> profiles;
  std::vector<Vacancy> vacancies;
  std::vector<Id128> erased;  ///< Ids of either kind.
};

/// Builds snapshots from the store.
class Builder {
 public:
  /// Throws configuration for a taxonomy of more than 65,536 concepts.
  Builder(std::shared_ptr<const taxonomy::Taxonomy> taxonomy, std::shared_ptr<const geo::PostcodeTable> postcodes);

  /// A snapshot of everything in the store.
  std::shared_ptr<const Pool> build(store::Store& store, const ProgressSink& progress) const;
  /// `previous` with the changes since its position; `previous` itself when there are none. `previous` must be built
  /// with this builder's taxonomy. What was built at once is shared, so that the cost is that of what changed since.
  std::shared_ptr<const Pool> refresh(const std::shared_ptr<const Pool>& previous, store::Store& store) const;
  /// A snapshot of records that stand in no store, at position 0.
  std::shared_ptr<const Pool> build(const std::vector<SearchProfile>& profiles,
                                    const std::vector<Vacancy>& vacancies) const;
  /// `previous` with these records in the place of those with the same ids, one position further.
  std::shared_ptr<const Pool> refresh(const Pool& previous, const LooseRecords& records) const;
  /// Whether so much changed since `pool` was built at once that it is time to merge().
  static bool merge_is_due(const Pool& pool);
  /// The same people and vacancies built at once, without reading the store.
  std::shared_ptr<const Pool> merge(const Pool& pool) const;

 private:
  struct Delta;
  std::shared_ptr<Pool> empty_pool(std::int64_t position) const;
  /// A pool of these alone.
  std::shared_ptr<const Pool> pool_of(Delta& delta) const;
  /// A pool of what `previous` was built of at once and these.
  std::shared_ptr<const Pool> pool_of(const Pool& previous, Delta& delta) const;
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy_;
  std::shared_ptr<const geo::PostcodeTable> postcodes_;
};

}  // namespace passend::pool
