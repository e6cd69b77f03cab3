// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/taxonomy/file_format.hpp"

namespace passend::taxonomy {

/// Fills the units of one kind whose label range is known: rows of `units` by text, the units of each label in order,
/// the labels of each unit, and what each unit is related to (unit_relations.hpp).
void index_units(FileContent& content, KindRow& kind);

}  // namespace passend::taxonomy
