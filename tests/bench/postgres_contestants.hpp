// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "tests/bench/contestant.hpp"

namespace passend::bench {

/// PostgreSQL over a socket in `sockets` (tests/bench/postgres starts it): the exact question as SQL over a table of
/// postings with one process and with two, and full text (GIN index over tsvector, ts_rank), which ranks by a formula
/// of its own.
Contestants postgres_contestants(const Arena& arena, const std::string& sockets);

}  // namespace passend::bench
