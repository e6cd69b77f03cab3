// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "indexer/base/executor.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/selection/selection.hpp"

namespace passend::selection {

/// Everyone of `people` who fits one of `vacancies`, with the combined score of the engine. Who falls short or leaves a
/// question open makes no pair. Throws not_found naming a vacancy that is not in the pool; people who are not are
/// passed over.
std::vector<Pair> fitting_pairs(const engine::Engine& engine, const Executor& executor,
                                const std::vector<WantedPeople>& vacancies, const std::vector<Person>& people);

}  // namespace passend::selection
