// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "tests/bench/figures.hpp"

namespace passend::bench {

/// How much longer our lines take on ten times as many people, for the sizes that were measured.
void compare_sizes(Findings& findings);

}  // namespace passend::bench
