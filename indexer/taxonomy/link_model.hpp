// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace passend::taxonomy {

/// What a label is judged by beside a title, each 0..10000. "Any" likeness of two units is the best of: the same,
/// written alike, related by the labels of the taxonomy (unit_relations.hpp); "learned" likeness also knows the word
/// pairs of the model. A share is by weight of the units (their rarity).
enum class LinkFeature : std::uint8_t {
  gram_cosine,            ///< Sequences of three bytes.
  equal,                  ///< 10000 when the label is the title as it stands, less for a reading of it.
  contained,              ///< The label stands in the title as it is.
  title_same,             ///< Share of the title's units that the label has.
  label_same,             ///< Share of the label's units that the title has.
  title_any,              ///< The same shares by any likeness ...
  label_any,              //
  product_any,            ///< ... and their product.
  title_learned,          ///< By learned likeness ...
  label_learned,          //
  product_learned,        //
  title_pairs,            ///< ... and by the word pairs alone.
  label_pairs,            //
  title_concept,          ///< Share of the title's units found in any label of the concept, by any likeness ...
  title_concept_learned,  ///< ... and learned.
  concept_grams,          ///< Share of the title's sequences of three bytes found in any label of the concept.
  first_first,            ///< Any likeness of the last unit of the first words: "productie|leider metaal".
  last_last,              ///< Of the last units of both.
  first_last,             ///< Last unit of the title's first word, last unit of the label.
  last_first,             //
  label_words,            ///< Words of the label, 1000 each.
  more_words,             ///< Words that the label has more, 1000 each.
  fewer_words,            //
  length_ratio,           ///< The shorter over the longer in bytes.
  is_preferred,           //
  concept_labels,         ///< log2 of how many labels the concept has, 1000 each.
  concept_second,         ///< How near the second label of the concept is.
  behind_concept,         ///< How much nearer the nearest label of the concept is than this one.
  group_agreement,        ///< How near the other occupations of the ISCO unit group are in the mean.
  title_typical,          ///< Share of the title's units, each as far as the labels of the concept have it.
  label_typical,          ///< How many labels of the concept have the units of this one.
  major_group,            ///< How likely the ISCO major group is by the words of the title (GroupOdds) ...
  minor_group,            ///< ... and the minor group.
  count_
};

constexpr std::size_t link_feature_count = static_cast<std::size_t>(LinkFeature::count_);
using LinkFeatures = std::array<std::int32_t, link_feature_count>;

/// As they stand in the file of weights.
std::string_view to_text(LinkFeature feature);

/// A unit of a label that is meant when titles have another unit, learned from judged titles.
struct LearnedUnit {
  std::string unit;
  std::int32_t likeness_bp = 0;
};

/// Occupations of an ISCO-08 unit group that judged titles with the unit were for.
struct LearnedGroup {
  std::uint32_t code = 0;  ///< Four digits, 0..9999.
  std::uint32_t occupations = 0;
};

struct LearnedWord {
  /// Share of its weight that a unit of a title keeps, 0..20000: below 10000 for what titles say and labels leave out.
  std::int32_t importance_bp = 10000;
  std::vector<LearnedUnit> means;
  std::vector<LearnedGroup> groups;
};

/// A score to the confidence that a person may rely on: 10000 / (1 + 2^-x) with x = (constant + by_score x score +
/// by_lead x lead) in 1/4096 of a doubling of the odds; lead is the distance to the best other concept.
struct LinkCalibration {
  std::int64_t constant = 0;
  std::int64_t by_score = 0;  ///< Per 1000000 of score.
  std::int64_t by_lead = 0;   ///< Per 1000000 of lead.
};

/// How titles are linked: learned by tests/quality, kept in schemas/weights/linking-1.json.
struct LinkModel {
  std::array<std::int32_t, link_feature_count> weights{};
  std::map<std::string, LearnedWord, std::less<>> words;
  LinkCalibration calibration;

  /// Sum of weight times feature.
  std::int64_t score(const LinkFeatures& features) const;
};

/// Throws malformed_document or invalid_input, naming `source`.
LinkModel parse_link_model(std::string_view json, std::string_view source);

/// One feature and one word a line, so that a change can be read.
std::string to_json_text(const LinkModel& model);

/// schemas/weights/linking-1.json as it was when the program was built.
const LinkModel& built_in_link_model();

/// The text of that file; written by CMake.
std::string_view built_in_link_model_json();

}  // namespace passend::taxonomy
