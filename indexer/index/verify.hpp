// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

#include "indexer/index/indexer.hpp"

namespace passend::index {

/// Compares a generation with the store by (id, version). A record that changed after what the index covers is no
/// problem: the next follow brings it. Lists the first 100 problems, by id and never by content.
VerifyReport compare_with_store(const std::filesystem::path& generation, store::Store& store);

}  // namespace passend::index
