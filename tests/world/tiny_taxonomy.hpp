// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

namespace passend::world {

/// Writes the CSV files of the tiny taxonomy in the columns of fixtures/taxonomy.
void write_tiny_taxonomy(const std::filesystem::path& directory);

}  // namespace passend::world
