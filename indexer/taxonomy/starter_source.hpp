// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/taxonomy/draft.hpp"

namespace passend::taxonomy {

/// Loads the project's own set (`fixtures/taxonomy/`: occupations, groups, competences, credentials, relations).
/// Concepts are named `urn:passend:<id>`. A URI in the column `esco` joins a concept with the one of that URI when it
/// has been loaded already, else it is one more name; when two starter concepts name the same one, the second is mapped
/// to it. Only the languages asked for are taken. Throws file_missing and what SourceFile throws.
void load_starter(const std::filesystem::path& directory, const std::vector<std::string>& languages, Draft& draft);

}  // namespace passend::taxonomy
