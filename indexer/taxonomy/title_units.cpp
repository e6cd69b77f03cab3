// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/title_units.hpp"

#include <algorithm>

#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/taxonomy/grams.hpp"
#include "indexer/taxonomy/units.hpp"

namespace passend::taxonomy {
namespace {

/// Two units are written alike from here on: twice the sequences of three bytes in common over those of both.
constexpr std::int16_t least_spelling_bp = 5000;
constexpr std::size_t most_title_units = 24;

/// The language whose compounds a title is split by: the first of the taxonomy that has any.
Splitting splitting_of_titles(const FileReader& file) {
  for (const TextRef language : file.languages()) {
    const Splitting splitting = splitting_of(file.text(language));
    if (splitting != Splitting::none) return splitting;
  }
  return Splitting::none;
}

std::int16_t dice_bp(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    if (left[i] == right[j]) ++common;
    const bool advance_left = left[i] <= right[j];
    const bool advance_right = right[j] <= left[i];
    i += advance_left ? 1 : 0;
    j += advance_right ? 1 : 0;
  }
  return static_cast<std::int16_t>(20000 * common / std::max<std::size_t>(1, left.size() + right.size()));
}

std::int16_t figure_of(const std::vector<UnitRelationRow>& rows, std::uint32_t wanted) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.unit == wanted; });
  return found == rows.end() ? 0 : static_cast<std::int16_t>(found->likeness_bp);
}

}  // namespace

TitleUnits::TitleUnits(const FileReader& file, const KindRow& kind, const LinkModel& model, std::string_view normalised)
    : file_(file), kind_(kind) {
  std::uint32_t rarest = 1;
  for (const UnitRow& row : file.units().subspan(kind.units.begin, kind.units.count)) {
    rarest = std::max(rarest, row.weight);
  }
  for (Unit& unit : units_of(normalised, splitting_of_titles(file))) {
    if (units_.size() == most_title_units) break;
    TitleUnit& added = units_.emplace_back();
    added.text = std::move(unit.text);
    added.form = std::move(unit.form);
    added.word = unit.word;
    added.row = find(added.text);
    added.weight = added.row ? file.units()[*added.row].weight : rarest;
    add_related(added, model);
    grams_.push_back(grams_of(added.text));
    weight_ += added.weight;
    words_ = unit.word + 1;
    if (unit.word == 0) first_head_ = units_.size() - 1;
  }
  known_.resize(units_.size() * kind.units.count);
}

std::optional<std::uint32_t> TitleUnits::find(std::string_view text) const {
  const auto rows = file_.units().subspan(kind_.units.begin, kind_.units.count);
  const auto found = std::lower_bound(rows.begin(), rows.end(), text, [&](const UnitRow& row, std::string_view wanted) {
    return file_.text(row.text) < wanted;
  });
  if (found == rows.end() || file_.text(found->text) != text) return std::nullopt;
  return kind_.units.begin + static_cast<std::uint32_t>(found - rows.begin());
}

void TitleUnits::add_related(TitleUnit& unit, const LinkModel& model) const {
  if (unit.row) {
    const Range range = file_.units()[*unit.row].relations;
    const auto rows = file_.unit_relations().subspan(range.begin, range.count);
    unit.related.assign(rows.begin(), rows.end());
  }
  const auto word = model.words.find(unit.text);
  if (word == model.words.end()) return;
  unit.importance_bp = word->second.importance_bp;
  unit.groups = word->second.groups;
  for (const LearnedUnit& means : word->second.means) {
    if (const auto row = find(means.unit)) {
      unit.learned.push_back({*row, static_cast<std::uint32_t>(means.likeness_bp)});
    }
  }
}

const std::vector<std::uint32_t>& TitleUnits::grams_of_row(std::uint32_t row) {
  const auto [found, is_new] = row_grams_.try_emplace(row);
  if (is_new) found->second = grams_of(file_.text(file_.units()[row].text));
  return found->second;
}

TitleUnits::Likeness TitleUnits::compare(const TitleUnit& unit, std::uint32_t row) const {
  Likeness likeness;
  likeness.pair_bp = figure_of(unit.learned, row);
  if (unit.row == row) {
    likeness.any_bp = 10000;
    likeness.why = UnitLikeness::same;
    return likeness;
  }
  likeness.any_bp = figure_of(unit.related, row);
  if (likeness.any_bp > 0) likeness.why = UnitLikeness::related;
  return likeness;
}

TitleUnits::Likeness TitleUnits::likeness(std::size_t unit, std::uint32_t row) {
  if (row - kind_.units.begin >= kind_.units.count) return {};  // a forged file may name another kind's
  Likeness& known = known_[unit * kind_.units.count + (row - kind_.units.begin)];
  if (known.is_known) return known;
  known = compare(units_[unit], row);
  known.is_known = true;
  if (known.why == UnitLikeness::same) return known;
  const std::int16_t spelling = dice_bp(grams_[unit], grams_of_row(row));
  if (spelling >= least_spelling_bp && spelling > known.any_bp) {
    known.any_bp = spelling;
    known.why = UnitLikeness::spelled_alike;
  }
  return known;
}

}  // namespace passend::taxonomy
