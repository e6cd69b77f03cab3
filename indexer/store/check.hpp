// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/store/detail_cipher.hpp"
#include "indexer/store/sqlite.hpp"
#include "indexer/store/store.hpp"

namespace passend::store {

/// Reads the whole store in one snapshot: pages and indexes, foreign keys, the hash of every row, every detail profile,
/// the feed, the counts and the audit chain. Names what is wrong by kind and id, never by content; at most 100
/// problems.
CheckReport check_store(Connection& reader, const DetailCipher& cipher);

}  // namespace passend::store
