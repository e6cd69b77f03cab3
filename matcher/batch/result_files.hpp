// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "matcher/batch/batch.hpp"
#include "matcher/batch/matrix.hpp"

namespace passend::batch {

/// Writes both directions; the files, per vacancy first. Lines stand in the order of the roster, then by rank.
std::vector<std::filesystem::path> write_results(const Matrix& matrix, const Roster& roster,
                                                 const BatchOptions& options, const Executor& executor,
                                                 const Watch& watch);

/// SHA-256 over all lists of both sides.
std::string hash_of(const Matrix& matrix, const Roster& roster);

}  // namespace passend::batch
