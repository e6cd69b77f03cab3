// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

#include "indexer/base/executor.hpp"
#include "indexer/base/progress.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/pool/feed_mark.hpp"
#include "indexer/pool/packed_records.hpp"
#include "indexer/pool/resolver.hpp"
#include "indexer/store/store.hpp"

namespace passend::pool {

FeedMark mark_of(const store::Change& change);

/// Takes what the change feed brings, in its order. Of what comes twice under one id, the last counts: the feed may
/// name a record again when it changes while we read.
class ChangeSink {
 public:
  virtual ~ChangeSink() = default;
  virtual void put(const PackedCandidate& candidate) = 0;
  virtual void put(const PackedVacancy& vacancy) = 0;
  /// Erased, or a vacancy that is no longer open.
  virtual void remove(const Id128& id) = 0;
};

/// Reads the change feed in batches of records. While one batch is decoded, resolved and packed on all threads, the
/// next is read from the store and the one before is handed on; so what comes out does not depend on the threads.
/// Never reads a detail profile: its fields must have no way into matching.
class FeedReader {
 public:
  FeedReader(const taxonomy::Taxonomy& taxonomy, const geo::PostcodeTable& postcodes, const Executor& executor)
      : taxonomy_(taxonomy), postcodes_(postcodes), executor_(executor) {}

  /// Hands everything after `from` to the sink. Returns the last change that it read; `from` when there was none.
  FeedMark read(store::Store& store, const FeedMark& from, ChangeSink& sink, const ProgressSink& progress);

 private:
  using PackedChange = std::variant<std::monostate, PackedCandidate, PackedVacancy>;  ///< monostate: nothing to keep.
  struct Batch {
    std::vector<store::Change> changes;
    std::vector<PackedChange> packed;  ///< Beside `changes`.
  };
  void pack_some(Batch& batch, std::size_t begin, std::size_t end);
  static void hand_on(const Batch& batch, ChangeSink& sink);
  std::unique_ptr<Resolver> take_resolver();

  const taxonomy::Taxonomy& taxonomy_;
  const geo::PostcodeTable& postcodes_;
  const Executor& executor_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Resolver>> idle_resolvers_;  ///< Each remembers labels, so they are used again.
};

}  // namespace passend::pool
