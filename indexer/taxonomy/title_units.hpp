// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/taxonomy/file_reader.hpp"
#include "indexer/taxonomy/link_model.hpp"

namespace passend::taxonomy {

/// How two units come to be alike; the first that holds of those with the same figure.
enum class UnitLikeness : std::uint8_t { none, same, spelled_alike, related, learned };

/// A unit of a title as the taxonomy knows it.
struct TitleUnit {
  std::string text;
  std::string form;  ///< As the title has it.
  std::uint32_t word = 0;
  std::optional<std::uint32_t> row;      ///< In `units`; absent when no label of the kind has it.
  std::uint32_t weight = 0;              ///< As UnitRow::weight; the largest when no label has it.
  std::int32_t importance_bp = 10000;    ///< LearnedWord::importance_bp.
  std::vector<UnitRelationRow> related;  ///< What it is related to by labels of the taxonomy ...
  std::vector<UnitRelationRow> learned;  ///< ... and by the word pairs of the model.
  std::vector<LearnedGroup> groups;      ///< LearnedWord::groups.
};

/// The units of one title, and how alike each is to units of labels. Remembers what it has compared: one thread.
class TitleUnits {
 public:
  struct Likeness {
    std::int16_t any_bp = 0;
    std::int16_t pair_bp = 0;               ///< By the word pairs of the model.
    UnitLikeness why = UnitLikeness::none;  ///< Of any_bp.
    bool is_known = false;

    std::int16_t learned_bp() const { return std::max(any_bp, pair_bp); }
  };

  TitleUnits(const FileReader& file, const KindRow& kind, const LinkModel& model, std::string_view normalised);

  const std::vector<TitleUnit>& units() const { return units_; }
  std::uint64_t weight() const { return weight_; }  ///< Sum over the units.
  std::uint32_t words() const { return words_; }    ///< Without those of grammar.
  Likeness likeness(std::size_t unit, std::uint32_t row);
  std::size_t first_head() const { return first_head_; }  ///< The last unit of the first word.

 private:
  Likeness compare(const TitleUnit& unit, std::uint32_t row) const;
  const std::vector<std::uint32_t>& grams_of_row(std::uint32_t row);
  std::optional<std::uint32_t> find(std::string_view text) const;
  void add_related(TitleUnit& unit, const LinkModel& model) const;

  const FileReader& file_;
  const KindRow& kind_;
  std::vector<TitleUnit> units_;
  std::vector<std::vector<std::uint32_t>> grams_;
  std::vector<Likeness> known_;  ///< By unit of the title, then by row of the kind.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> row_grams_;
  std::uint64_t weight_ = 0;
  std::uint32_t words_ = 0;
  std::size_t first_head_ = 0;
};

}  // namespace passend::taxonomy
