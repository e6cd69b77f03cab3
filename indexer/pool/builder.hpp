// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "indexer/base/executor.hpp"
#include "indexer/base/progress.hpp"
#include "indexer/pool/pool.hpp"
#include "indexer/pool/pool_file.hpp"
#include "indexer/store/store.hpp"

namespace passend::pool {

/// Records that stand in no store: for tests and for trying out a vacancy.
struct LooseRecords {
  std::vector<SearchProfile> profiles;
  std::vector<Vacancy> vacancies;
  std::vector<Id128> erased;  ///< Ids of either kind.
};

/// Builds snapshots from the store, in memory or in the file of a directory. Every snapshot given to a builder must be
/// made with its taxonomy and postcodes. Thread-safe.
class Builder {
 public:
  /// Throws configuration for a taxonomy of more than 65,536 concepts.
  Builder(std::shared_ptr<const taxonomy::Taxonomy> taxonomy, std::shared_ptr<const geo::PostcodeTable> postcodes,
          const Executor& executor = Executor());

  /// The snapshot in the directory, brought up to date with the store. When there is none, or none that can be used
  /// (damaged, another version or taxonomy, a store that was put back), it is built anew and the log says why. When the
  /// file cannot be written, the log says so and the snapshot stands in memory.
  std::shared_ptr<const Pool> open_or_build(const std::filesystem::path& directory, store::Store& store,
                                            const ProgressSink& progress) const;
  /// A snapshot of everything in the store, in a new file. A process that ends meanwhile leaves the older file in use.
  std::shared_ptr<const Pool> build(const std::filesystem::path& directory, store::Store& store,
                                    const ProgressSink& progress) const;
  /// The same in memory.
  std::shared_ptr<const Pool> build(store::Store& store, const ProgressSink& progress) const;
  /// A snapshot of records that stand in no store, at position 0.
  std::shared_ptr<const Pool> build(const std::vector<SearchProfile>& profiles,
                                    const std::vector<Vacancy>& vacancies) const;

  /// `previous` with the changes since its position; `previous` itself when there are none. What was built at once is
  /// shared, so that the cost is that of what changed since.
  std::shared_ptr<const Pool> refresh(const std::shared_ptr<const Pool>& previous, store::Store& store) const;
  /// `previous` with these records in the place of those with the same ids, one position further.
  std::shared_ptr<const Pool> refresh(const Pool& previous, const LooseRecords& records) const;

  /// The sections in which `pool`, brought up to date and merged, is not what a new build gives; none: all is well.
  std::vector<std::string> differences(const std::shared_ptr<const Pool>& pool, store::Store& store,
                                       const ProgressSink& progress) const;

  /// Whether so much changed since `pool` was built at once that it is time to merge: more than 4096 rows and one in
  /// 64, or anybody was erased, who then leaves the file.
  static bool merge_is_due(const Pool& pool);
  /// The same people and vacancies built at once, from the snapshot alone, in a new file; in memory when it cannot be
  /// written. Takes seconds for a million: meant for a thread of its own, after which refresh() brings in what changed
  /// meanwhile.
  std::shared_ptr<const Pool> merge(const std::filesystem::path& directory, const Pool& pool) const;
  /// The same in memory.
  std::shared_ptr<const Pool> merge(const Pool& pool) const;

 private:
  class Delta;
  std::shared_ptr<Pool> empty_pool(const FeedMark& mark) const;
  std::shared_ptr<const Pool> in_memory(Delta& delta) const;
  std::shared_ptr<const Pool> in_file(const std::filesystem::path& directory, Delta& delta) const;
  std::shared_ptr<const Pool> build_locked(const std::filesystem::path& directory, store::Store& store,
                                           const ProgressSink& progress) const;
  std::shared_ptr<const Pool> beside(const Pool& previous, Delta& delta) const;
  std::shared_ptr<const Pool> open(const std::filesystem::path& directory) const;
  std::shared_ptr<const Pool> open_and_follow(const std::filesystem::path& directory, store::Store& store) const;

  std::shared_ptr<const taxonomy::Taxonomy> taxonomy_;
  std::shared_ptr<const geo::PostcodeTable> postcodes_;
  Executor executor_;
};

}  // namespace passend::pool
