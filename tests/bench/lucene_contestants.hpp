// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "tests/bench/contestant.hpp"

namespace passend::bench {

/// Lucene in a Java process beside us (lucene/LuceneBench.java): a BooleanQuery of one DisjunctionMaxQuery per demand,
/// of boosted constant-score terms. With and without leave to skip what cannot enter the list, on one segment with one
/// thread and on two segments with two. `java` are the classes and archives to run it with.
Contestants lucene_contestants(const Arena& arena, const std::string& java_class_path);

}  // namespace passend::bench
