// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/taxonomy/file_format.hpp"

namespace passend::taxonomy {

/// Fills `kinds`, `keys`, `grams`, `units`, `unit_relations`, `label_units`, `postings` and the measures of the labels,
/// from the concepts and labels of `content`.
void build_link_index(FileContent& content);

}  // namespace passend::taxonomy
