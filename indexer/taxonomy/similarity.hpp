// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "indexer/taxonomy/draft.hpp"

namespace passend::taxonomy {

/// How alike two concepts are, in basis points, and why. Several rules can hold for a pair: the highest figure wins, on
/// a tie the rule that stands first. Every rule is symmetric. Two kinds of evidence grade the rules, both from 0 to 1:
/// *company*, how alike the competences are that two occupations ask for, or the occupations that ask for two
/// competences, whether or not they are the same ones (latent_space.hpp); and *labels*, how alike two names are
/// (label_likeness.hpp).
///
///   occupations
///     one directly broader than the other               8000
///     under the same occupation or narrow group          6500 + 1000 x company
///     same ISCO-08 unit group (four digits)              6500 + 1000 x company
///     ask for alike competences                          7500 x company
///   competences
///     one directly broader than the other               8500
///     under the same narrow concept or group             3500 + 3000 x company
///     asked for by alike occupations                     5500 x company x 2n / (2n + 1)
///     alike labels                                       7000 x labels
///   either
///     equal labels in two taxonomies (a mapping)         9500, 9000; what the other one is related to, times that
///
/// n is how many occupations ask for the competence that fewer ask for: what one occupation asks for says little.
/// Groups with more than `largest_group` members are no evidence of likeness and give no siblings. What each rule
/// brings is measured in docs/quality.md. What the matcher takes for an answer to a demand begins above what company
/// and labels give to competences, because asked for together is not the same as interchangeable; occupations of one
/// unit group are near enough for it even over two mappings.
namespace similarity {
constexpr int lowest = 2000;
constexpr int broader_occupation = 8000;
constexpr int same_occupation_group = 6500;
constexpr int same_occupation_group_company = 1000;
constexpr int shared_competences = 7500;
constexpr int broader_competence = 8500;
constexpr int sibling_competence = 3500;
constexpr int sibling_competence_company = 3000;
constexpr int shared_occupations = 5500;
constexpr int similar_label = 7000;
constexpr int least_label_likeness = 3000;
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
