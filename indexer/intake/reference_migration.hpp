// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "indexer/base/progress.hpp"
#include "indexer/store/store.hpp"
#include "indexer/taxonomy/release_diff.hpp"

namespace passend::intake {

/// From one taxonomy to the next.
struct Migration {
  const taxonomy::Taxonomy& before;
  const taxonomy::Taxonomy& after;
  const taxonomy::Successors& successors;
};

enum class MigrationMode : std::uint8_t { rewrite, count_only };

struct MigrationReport {
  std::size_t records_read = 0;       ///< Portfolios and vacancies.
  std::size_t records_rewritten = 0;  ///< Or that would be.
  std::size_t references_rewritten = 0;
  std::size_t references_kept = 0;            ///< To retired concepts without a successor.
  std::map<std::string, std::size_t> kept{};  ///< The same by label, as the taxonomy before has it.
};

/// Lets the stored portfolios and vacancies refer to what stands for the retired concepts they name. A reference
/// without a successor keeps its URI and gets the label of the retired concept when it has none, so that it goes on as
/// text. Each record is a transaction with its audit and change rows. Can be broken off and done again: what has been
/// rewritten is left alone. Throws what the store throws.
MigrationReport migrate_references(store::Store& store, const Migration& migration, MigrationMode mode,
                                   const ProgressSink& progress);

}  // namespace passend::intake
