// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "indexer/taxonomy/draft.hpp"

namespace passend::taxonomy {

/// How alike two concepts are, in basis points, and why. Several rules can hold for a pair: the highest figure wins, on
/// a tie the rule that stands first. All arithmetic is in integers, and every rule is symmetric.
///
///   occupations
///     one directly broader than the other               8000
///     under the same occupation or narrow group          6500 + 500 x overlap
///     same ISCO-08 unit group (four digits)              6500 + 500 x overlap
///     ask for the same competences                       7500 x square root of overlap
///   competences
///     one directly broader than the other               8500
///     under the same narrow concept or group             6000
///     asked for by the same n occupations                5500 x overlap x n / (n + 1)
///   either
///     equal labels in two taxonomies (a mapping)         9500, 9000; what the other one is related to, times that
///
/// Overlap is the weighted Jaccard coefficient: the sum of the smaller weights over the sum of the larger ones. The
/// weight of a competence for an occupation is its inverse document frequency, twice for an essential one; the weight
/// of an occupation for a competence is 2 when essential and 1 when optional. The square root spreads overlaps, which
/// seldom pass one half. Groups with more than `largest_group` members are no evidence of likeness and give no
/// siblings.
namespace similarity {
constexpr int lowest = 2000;
constexpr int broader_occupation = 8000;
constexpr int same_occupation_group = 6500;
constexpr int same_occupation_group_overlap = 500;
constexpr int shared_competences = 7500;
constexpr int broader_competence = 8500;
constexpr int sibling_competence = 6000;
constexpr int shared_occupations = 5500;
constexpr int mapped_by_source = 9500;     ///< A source says so.
constexpr int mapped_by_preferred = 9500;  ///< The preferred label of one is a label of the other.
constexpr int mapped_by_label = 9000;      ///< Other labels, or variants of labels, are equal.
constexpr std::size_t largest_occupation_group = 100;
constexpr std::size_t largest_competence_group = 32;
constexpr std::size_t most_related = 32;
}  // namespace similarity

struct SimilarPair {
  DraftIndex a = 0;
  DraftIndex b = 0;
  int similarity_bp = 0;
  Relation a_to_b = Relation::same;  ///< What b is to a; broader and narrower turn round in the other direction.
};

/// All pairs worth keeping: at least `similarity::lowest`, at most `similarity::most_related` for one concept. The most
/// alike pairs are taken first and a pair is kept for both or for neither. In order of falling similarity.
std::vector<SimilarPair> similar_pairs(const Draft& draft);

/// The relation as seen from the other side.
Relation reversed(Relation relation);

}  // namespace passend::taxonomy
