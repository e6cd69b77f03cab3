// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/link_model.hpp"

namespace passend::taxonomy {

std::string_view to_text(LinkFeature feature) {
  constexpr std::array<std::string_view, link_feature_count> names{
      "gram_cosine",     "equal",          "contained",      "title_same",      "label_same",
      "title_any",       "label_any",      "product_any",    "title_learned",   "label_learned",
      "product_learned", "title_pairs",    "label_pairs",    "title_concept",   "title_concept_learned",
      "concept_grams",   "first_first",    "last_last",      "first_last",      "last_first",
      "label_words",     "more_words",     "fewer_words",    "length_ratio",    "is_preferred",
      "concept_labels",  "concept_second", "behind_concept", "group_agreement", "title_typical",
      "label_typical",   "major_group",    "minor_group"};
  return names[static_cast<std::size_t>(feature)];
}

std::int64_t LinkModel::score(const LinkFeatures& features) const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) sum += std::int64_t{weights[i]} * features[i];
  return sum;
}

}  // namespace passend::taxonomy
