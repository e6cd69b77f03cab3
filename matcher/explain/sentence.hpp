// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "matcher/explain/explain.hpp"

namespace passend::explain {

/// One piece of evidence of a criterion in words: one sentence, or two for distance and travel time.
std::vector<std::string> sentences_of(const engine::CriterionResult& result, const engine::Evidence& evidence,
                                      Style style);

}  // namespace passend::explain
