// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>

#include "indexer/intake/reference_migration.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "indexer/taxonomy/release_diff.hpp"

namespace passend::commands {

/// What `passend taxonomy import` did, or would do.
struct TaxonomyImport {
  taxonomy::CompileReport compiled;
  std::string before;  ///< Name of the taxonomy that was there; empty when there was none that could be read.
  taxonomy::ReleaseDiff diff;
  std::optional<intake::MigrationReport> references;  ///< Absent when there is no store.
  bool is_in_use = false;                             ///< False after a dry run.
};

std::string to_json(const TaxonomyImport& import);

}  // namespace passend::commands
