// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/base/executor.hpp"
#include "indexer/pool/sections.hpp"

namespace passend::pool {

/// Looks at every reference from one section of a pool into another, so that readers need not: ids ascend, offsets
/// ascend and end where their section ends, numbers name an entry, postings a row of their block. What stands inside
/// packed facts is checked when they are unpacked. Throws pool_corrupt.
void check_sections(const Sections& sections, const Executor& executor);

}  // namespace passend::pool
