// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/progress.hpp"

namespace passend::taxonomy {

/// Where the taxonomies lie that are compiled into one graph. At least one must be given.
struct Sources {
  std::optional<std::filesystem::path> starter_dir = {};  ///< fixtures/taxonomy or a copy with the same columns.
  std::vector<std::filesystem::path> esco_dirs = {};  ///< Official ESCO CSV sets; the first that has a concept wins.
  std::optional<std::filesystem::path> competentnl_dir = {};  ///< occupation_labels.csv and its companions.
  std::vector<std::string> languages = {"nl", "en", "de"};    ///< Languages to load, the one shown first in front.
};

/// What a compilation did, for a person to read and for `passend taxonomy import --json`.
struct CompileReport {
  std::string name;  ///< What was compiled: "starter 1.0", "ESCO 1.1.1 + CompetentNL".
  std::string hash;  ///< SHA-256 of the content.
  std::uint64_t bytes = 0;
  std::size_t concepts = 0;
  std::map<std::string, std::size_t> concepts_by_kind;
  std::map<std::string, std::size_t> labels_by_language;
  /// "competence nl": concepts without a label in that language, which answer with their English or any label.
  std::map<std::string, std::size_t> fallbacks;
  std::size_t relations = 0;      ///< Occupation-to-competence demands.
  std::size_t related_pairs = 0;  ///< Pairs of related concepts.
  std::size_t linked_same = 0;    ///< Concepts of one source that are a concept of another: one concept, several URIs.
  std::size_t linked_mapped = 0;  ///< Concepts tied to another by an equal label, one concept each.
  std::size_t unlinked = 0;       ///< CompetentNL concepts without a counterpart.
  /// Reason -> rows left out for it. The rest was loaded.
  std::map<std::string, std::size_t> dropped;
};

/// Reads the sources, joins them into one graph and writes it durably to `output`. The same sources give the same
/// bytes. Throws file_missing, invalid_input (a column is missing: which file, which column), malformed_document or
/// storage errors.
CompileReport compile(const Sources& sources, const std::filesystem::path& output, const ProgressSink& progress = {});

}  // namespace passend::taxonomy
