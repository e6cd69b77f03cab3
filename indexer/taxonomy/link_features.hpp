// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/taxonomy/group_odds.hpp"
#include "indexer/taxonomy/label_scan.hpp"
#include "indexer/taxonomy/link_model.hpp"
#include "indexer/taxonomy/title_units.hpp"

namespace passend::taxonomy {

/// A label that may be what a title means.
struct Candidate {
  std::uint32_t label = 0;
  ConceptIndex owner = 0;
  LinkFeatures features{};
};

/// Looks at all labels of a kind for one title, keeps the nearest ones and judges them by every feature.
class CandidateFinder {
 public:
  CandidateFinder(const FileReader& file, ConceptKind kind, const LinkModel& model, std::string_view title);

  /// Labels with their features, by index; none when nothing is near.
  std::vector<Candidate> candidates();

  const std::unordered_map<std::uint32_t, EqualLabel>& equal() const { return equal_; }
  TitleUnits& title() { return title_; }

 private:
  struct ConceptView {
    std::int32_t best = 0;    ///< Nearness of its nearest label.
    std::int32_t second = 0;  ///< Of the next one.
    std::int32_t title_any = 0;
    std::int32_t title_learned = 0;
    std::int32_t title_typical = 0;
  };

  std::vector<std::uint32_t> near_labels() const;
  void view_concepts();
  void view_units_of(ConceptIndex index);
  std::uint32_t holders_of(std::uint32_t row) const;
  std::int32_t group_agreement(ConceptIndex index) const;
  LinkFeatures judge(std::uint32_t label);
  void judge_words(const LabelRow& label, LinkFeatures& features);
  void judge_heads(const LabelRow& label, LinkFeatures& features);
  void judge_shape(std::uint32_t label, LinkFeatures& features) const;

  const FileReader& file_;
  const KindRow& kind_;
  std::string core_;
  TitleUnits title_;
  LabelScan scan_;
  std::unordered_map<std::uint32_t, EqualLabel> equal_;
  std::vector<std::uint32_t> contained_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      holders_;                               ///< Units of the viewed concept, how many labels have each.
  std::vector<ConceptView> concepts_;         ///< By concept of the file.
  std::vector<std::int64_t> group_nearness_;  ///< Nearness by unit group, summed over its occupations.
  std::vector<std::uint32_t> occupations_;    ///< How many there are, by unit group.
  std::optional<GroupOdds> odds_;
};

}  // namespace passend::taxonomy
