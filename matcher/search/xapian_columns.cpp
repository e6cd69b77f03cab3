// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_columns.hpp"

namespace passend::search {

const FacetColumns& Columns::facets(const Xapian::Database& database) const {
  std::call_once(facets_read_, [&] { facets_.emplace(database, corpus_); });
  return *facets_;
}

std::shared_ptr<const Columns> ColumnCache::columns(const std::filesystem::path& generation,
                                                    const Xapian::Database& database, index::Corpus corpus) {
  const Xapian::rev revision = database.get_revision();
  const std::lock_guard lock(mutex_);
  Entry& entry = entries_[static_cast<std::size_t>(corpus)];
  if (!entry.columns || entry.generation != generation || entry.revision != revision) {
    entry = {generation, revision, std::make_shared<const Columns>(corpus)};
  }
  return entry.columns;
}

}  // namespace passend::search
