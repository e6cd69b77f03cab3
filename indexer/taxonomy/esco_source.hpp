// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/taxonomy/draft.hpp"

namespace passend::taxonomy {

/// Loads a directory of the official ESCO CSV set (1.1.1 and 1.2 are tried;
/// https://esco.ec.europa.eu/en/use-esco/download) with or without a language suffix in the names of its relation
/// files. What a set does not hold is not there; it must hold occupations in one of the languages at least. Concepts
/// that have a label in a language already (from a set loaded before) keep it. English is read as well when it was not
/// asked for, for concepts without any other label. Throws file_missing and what SourceFile throws.
void load_esco(const std::filesystem::path& directory, const std::vector<std::string>& languages, Draft& draft);

}  // namespace passend::taxonomy
