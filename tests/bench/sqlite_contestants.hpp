// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "tests/bench/contestant.hpp"

namespace passend::bench {

/// SQLite with the index in memory pages: the exact question as SQL over a table of postings, and full text (FTS5, any
/// of the words, ranked by bm25), which ranks by a formula of its own.
Contestants sqlite_contestants(const Arena& arena);

}  // namespace passend::bench
