// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/id.hpp"
#include "indexer/index/fields.hpp"
#include "indexer/index/indexer.hpp"

/// What the indexer and `read_state` read back from a generation.
namespace passend::index {

/// Under which rules an index was built; an index with other rules is built anew.
struct BuildRules {
  std::string schema;    ///< schema_hash()
  std::string stemmer;   ///< stemmer_name
  std::string taxonomy;  ///< Taxonomy::hash()
  std::string library;   ///< Version of Xapian.
  bool operator==(const BuildRules&) const = default;
};

BuildRules current_rules(std::string_view taxonomy_hash);

/// Throw index_missing and index_corrupt.
BuildRules read_rules(const std::filesystem::path& generation, Corpus corpus);
IndexState read_generation(const std::filesystem::path& generation);

/// Calls `visit` for each record of a corpus by rising id, with the version that is indexed.
void visit_versions(const std::filesystem::path& generation, Corpus corpus,
                    const std::function<void(const Id128&, std::int64_t version)>& visit);

}  // namespace passend::index
