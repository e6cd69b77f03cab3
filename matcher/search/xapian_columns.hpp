// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <xapian.h>

#include <array>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "matcher/search/xapian_facets.hpp"
#include "matcher/search/xapian_order.hpp"

namespace passend::search {

/// What is kept in memory of one commit of an index, by document; each part is read when it is first asked for, of a
/// database at that commit. Thread-safe.
class Columns {
 public:
  explicit Columns(index::Corpus corpus) : corpus_(corpus) {}

  const FacetColumns& facets(const Xapian::Database& database) const;
  const OrderColumns orders;

 private:
  index::Corpus corpus_;
  mutable std::once_flag facets_read_;
  mutable std::optional<FacetColumns> facets_;
};

/// The columns of the newest commit that was asked for, of each corpus. Thread-safe.
class ColumnCache {
 public:
  /// New ones when the index has gone on since the last call.
  std::shared_ptr<const Columns> columns(const std::filesystem::path& generation, const Xapian::Database& database,
                                         index::Corpus corpus);

 private:
  struct Entry {
    std::filesystem::path generation;
    Xapian::rev revision = 0;
    std::shared_ptr<const Columns> columns;
  };
  std::mutex mutex_;
  std::array<Entry, 2> entries_;  ///< By corpus.
};

}  // namespace passend::search
