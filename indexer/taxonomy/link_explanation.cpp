// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/taxonomy/label_variants.hpp"
#include "indexer/taxonomy/linker.hpp"
#include "indexer/taxonomy/unit_group.hpp"
#include "indexer/taxonomy/units.hpp"

namespace passend::taxonomy {
namespace {

/// From here on the other occupations of a unit group are near enough to be named.
constexpr std::int32_t telling_agreement = 2000;

LinkReason reason_of(const TitleUnits::Likeness& likeness) {
  if (likeness.pair_bp > likeness.any_bp) return LinkReason::learned_word;
  switch (likeness.why) {
    case UnitLikeness::same:
      return LinkReason::same_word;
    case UnitLikeness::spelled_alike:
      return LinkReason::spelled_alike;
    case UnitLikeness::related:
      return LinkReason::related_word;
    default:
      return LinkReason::missing_word;
  }
}

/// The units of a label as they stand there, in the order of its rows.
std::vector<std::string> forms_of(const FileReader& file, const LabelRow& label) {
  const Splitting splitting = splitting_of(file.text(file.languages()[label.language]));
  std::vector<std::string> forms;
  for (Unit& unit : units_of(label_core(file.text(label.text)), splitting)) forms.push_back(std::move(unit.form));
  forms.resize(label.units.count);
  return forms;
}

LinkFact fact_of(const FileReader& file, const LabelRow& label, const std::vector<std::string>& forms,
                 TitleUnits& title, std::size_t unit) {
  LinkFact fact{.reason = LinkReason::missing_word, .asked = title.units()[unit].form, .found = {}, .likeness_bp = 0};
  const auto rows = file.label_units().subspan(label.units.begin, label.units.count);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto likeness = title.likeness(unit, rows[i]);
    if (likeness.learned_bp() <= fact.likeness_bp) continue;
    fact.reason = reason_of(likeness);
    fact.found = forms[i];
    fact.likeness_bp = likeness.learned_bp();
  }
  return fact;
}

}  // namespace

std::vector<LinkFact> explain_link(const FileReader& file, const LinkModel& model, std::string_view text,
                                   const Link& link) {
  const ConceptRow& owner = file.concepts()[link.target];
  const LinkRequest request{.text = text, .kind = static_cast<ConceptKind>(owner.kind), .limit = 1};
  const auto labels = rank_labels(file, model, request);
  const auto ranked = std::find_if(labels.begin(), labels.end(), [&](const RankedLabel& label) {
    return label.owner == link.target && file.text(file.labels()[label.label].text) == link.label;
  });
  std::vector<LinkFact> facts;
  if (ranked == labels.end()) return facts;
  const LabelRow& row = file.labels()[ranked->label];
  const auto forms = forms_of(file, row);
  TitleUnits title(file, file.kinds()[owner.kind], model, title_core(text));
  for (std::size_t i = 0; i < title.units().size(); ++i) facts.push_back(fact_of(file, row, forms, title, i));
  const std::int32_t agreement = ranked->features[static_cast<std::size_t>(LinkFeature::group_agreement)];
  if (owner.unit_group != 0 && agreement >= telling_agreement) {
    facts.push_back({.reason = LinkReason::agreeing_group,
                     .asked = {},
                     .found = unit_group_text(owner.unit_group - 1),
                     .likeness_bp = agreement});
  }
  return facts;
}

std::string_view to_text(LinkBasis basis) {
  using enum LinkBasis;
  switch (basis) {
    case exact_label:
      return "exact_label";
    case label_variant:
      return "label_variant";
    case similar_text:
      return "similar_text";
    case embedding:
      return "embedding";
  }
  return {};
}

std::string_view to_text(LinkReason reason) {
  using enum LinkReason;
  switch (reason) {
    case same_word:
      return "same_word";
    case spelled_alike:
      return "spelled_alike";
    case related_word:
      return "related_word";
    case learned_word:
      return "learned_word";
    case missing_word:
      return "missing_word";
    case agreeing_group:
      return "agreeing_group";
  }
  return {};
}

}  // namespace passend::taxonomy
