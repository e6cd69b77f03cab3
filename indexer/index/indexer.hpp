// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/base/progress.hpp"
#include "indexer/store/store.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

/// Xapian generations for candidates and vacancies. Every index is a cache of the store.
namespace passend::index {

struct IndexState {
  std::string generation;     ///< "gen-12"
  std::int64_t position = 0;  ///< Position of the change feed that is covered.
  std::uint64_t candidates = 0;
  std::uint64_t vacancies = 0;
};

struct VerifyReport {
  IndexState state;
  std::uint64_t compared = 0;
  std::vector<std::string> problems;  ///< Empty: index and store agree by (id, version).
};

/// The one writer of the index directory. Holds a lock file; a second writer is refused with a clear error.
class Indexer {
 public:
  Indexer(const std::filesystem::path& directory, store::Store& store, const taxonomy::Taxonomy& taxonomy);
  ~Indexer();

  /// Builds a whole new generation from the store and switches to it; readers keep the old one until they reopen.
  IndexState rebuild(const ProgressSink& progress);
  /// Brings the current generation up to the store's position; rebuilds when there is none, when the schema or the
  /// taxonomy changed, or when the current one cannot be written. Returns what it covers now.
  IndexState follow(const ProgressSink& progress);
  /// Compares index and store by (id, version).
  VerifyReport verify();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// State of the current generation, read only. Throws index_missing, index_corrupt.
IndexState read_state(const std::filesystem::path& directory);

}  // namespace passend::index
