// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "tests/bench/contestant.hpp"

namespace passend::bench {

/// Ours: scan::best_by_competences over the columns of the pool.
std::unique_ptr<Contestant> own_contestant(const Arena& arena, unsigned threads);

}  // namespace passend::bench
