// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "tests/bench/contestant.hpp"

namespace passend::bench {

/// Plain Xapian over an index of its own (glass, compacted): OP_OR of all answers, which adds up every answer held, and
/// OP_OR of one posting source per demand, which counts the best answer alone and so gives our scores.
/// Never OP_MAX over OP_SCALE_WEIGHT: Xapian 1.4.22 crashes on it.
Contestants xapian_contestants(const Arena& arena);

}  // namespace passend::bench
