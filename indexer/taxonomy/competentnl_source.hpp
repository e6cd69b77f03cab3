// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

#include "indexer/taxonomy/draft.hpp"

namespace passend::taxonomy {

/// Loads the CompetentNL labels (occupations, capabilities, knowledge areas; all Dutch) and ties them to concepts of
/// the same kind that have been loaded before, by equal normalised labels:
///   both preferred, and no other concept of either side in the way  -> one concept with both URIs;
///   its preferred label is a label of another concept               -> mapped, similarity::mapped_by_preferred;
///   another label, or a variant of one, is a label of another       -> mapped, similarity::mapped_by_label;
///   a label that more than three other concepts have ties nothing.
/// At least occupation_labels.csv must be there. Throws file_missing and what SourceFile throws.
void load_competentnl(const std::filesystem::path& directory, Draft& draft);

}  // namespace passend::taxonomy
