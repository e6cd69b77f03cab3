// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "indexer/taxonomy/file_format.hpp"

namespace passend::taxonomy {

/// Which words stand for one another, learned from the labels alone: where two labels of one concept and language
/// differ
/// ("bediener kraan", "kraanmachinist"), what one has and the other lacks stands for what the other has (bediener:
/// machinist), the surer the fewer words differ. A pair counts once for a concept, with its surest labels:
///
///     likeness = 3 x sum over concepts of 1 / (words that differ here x there) / (1/2 + geometric mean of concepts)
///
/// at most 10000 basis points. `concepts` says how many concepts have each unit of the kind. Gives for each unit the
/// most alike ones, at most `most_unit_relations` of at least `least_unit_likeness_bp`, by falling likeness.
std::vector<std::vector<UnitRelationRow>> unit_relations(const FileContent& content, const KindRow& kind,
                                                         const std::vector<std::uint32_t>& concepts);

constexpr std::size_t most_unit_relations = 8;
constexpr std::uint32_t least_unit_likeness_bp = 1000;

}  // namespace passend::taxonomy
