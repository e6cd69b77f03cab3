// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

#include "indexer/store/sqlite.hpp"

namespace passend::store {

/// Refuses a file that is not a store of this program or older: unsupported_format for a database of another program or
/// for a newer schema, storage_corrupt when a migration that was applied is not the one of this number.
/// Changes nothing. Returns the number of the last migration that was applied, 0 for an empty file.
int verify_schema(Connection& connection, const std::filesystem::path& path);

/// Applies the migrations that are missing, each in one transaction with its row in `migrations`.
void apply_migrations(Connection& writer, int applied);

}  // namespace passend::store
