// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <vector>

#include "indexer/base/progress.hpp"
#include "indexer/pool/pool.hpp"
#include "indexer/store/store.hpp"

namespace passend::pool {

/// Builds snapshots from the store.
class Builder {
 public:
  Builder(std::shared_ptr<const taxonomy::Taxonomy> taxonomy, std::shared_ptr<const geo::PostcodeTable> postcodes);

  /// A snapshot of everything in the store.
  std::shared_ptr<const Pool> build(store::Store& store, const ProgressSink& progress) const;
  /// `previous` with the changes since its position; `previous` itself when there are none. `previous` must be built
  /// with this builder's taxonomy.
  std::shared_ptr<const Pool> refresh(const std::shared_ptr<const Pool>& previous, store::Store& store) const;
  /// A snapshot of records that stand in no store, at position 0: for tests and for trying out a vacancy.
  std::shared_ptr<const Pool> build(const std::vector<SearchProfile>& profiles,
                                    const std::vector<Vacancy>& vacancies) const;

 private:
  std::shared_ptr<Pool> empty_pool() const;
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy_;
  std::shared_ptr<const geo::PostcodeTable> postcodes_;
};

}  // namespace passend::pool
