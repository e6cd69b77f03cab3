// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/base/progress.hpp"
#include "indexer/index/concept_resolver.hpp"
#include "indexer/index/durable_writer.hpp"
#include "indexer/index/index_reader.hpp"
#include "indexer/store/store.hpp"

namespace passend::index {

/// Writes changes of the store into the candidates and the vacancies of one generation.
class FeedWriter {
 public:
  FeedWriter(const std::filesystem::path& generation, DurableWriter::Start start, store::Store& store,
             const taxonomy::Taxonomy& taxonomy);

  /// Applies the feed after `position` to its end, a page per batch, and returns the position that is covered then.
  /// A page can be applied twice without harm. `total` is for progress only.
  std::int64_t apply_after(std::int64_t position, std::uint64_t total, const ProgressSink& progress);

  /// Notes in both indexes under which rules they are built and what they cover, and commits.
  void finish(const BuildRules& rules, std::int64_t position);

  /// True while Xapian is being written: an exception that passes then leaves an index that must not be written again.
  bool is_writing() const { return writing_; }

  std::uint64_t dropped_terms() const { return candidates_.dropped_terms() + vacancies_.dropped_terms(); }

 private:
  void apply(const store::Change& change);
  template <class Work>
  void write(Work work);
  void commit(std::int64_t position);

  DurableWriter candidates_;
  DurableWriter vacancies_;
  store::Store& store_;
  ConceptResolver resolver_;
  bool writing_ = false;
};

}  // namespace passend::index
