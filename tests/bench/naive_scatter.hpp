// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "tests/bench/contestant.hpp"

namespace passend::bench {

/// The obvious fast way, as a line to measure ourselves by: per block of 32,768 people one running total in 16 bits,
/// added to from plain 32-bit postings, the best answer of a demand first; then one look at every total.
std::unique_ptr<Contestant> naive_scatter(const Arena& arena);

}  // namespace passend::bench
