// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "indexer/store/store.hpp"

namespace passend::store {

/// Ids of all records that changed after a position of the change feed, ascending.
std::vector<Id128> changed_since(Store& store, std::int64_t position);

}  // namespace passend::store
