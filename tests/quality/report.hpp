// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <ostream>
#include <string>

#include "tests/quality/evaluation.hpp"

namespace passend::quality {

/// What is measured on: sizes, folds, and what the index knows beside labels.
void print_dataset(const Dataset& dataset, const UnitGroups& groups, std::ostream& out);

/// The systems as a table, then how far confidences can be relied upon.
void print_evaluation(const Evaluation& evaluation, std::ostream& out);

std::string to_json(const Dataset& dataset, const Evaluation& evaluation);

}  // namespace passend::quality
