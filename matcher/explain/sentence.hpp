// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "matcher/explain/explain.hpp"

namespace passend::explain {

/// Basis points as whole percents, rounded as lists round them; but 100 is said of nothing less than all.
std::int64_t whole_percent(std::int64_t basis_points);

/// One piece of evidence of a criterion in words: one sentence, or two for distance and travel time.
std::vector<std::string> sentences_of(const engine::CriterionResult& result, const engine::Evidence& evidence,
                                      Style style);

}  // namespace passend::explain
