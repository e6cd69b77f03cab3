// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/evidence_log.hpp"

namespace passend::criteria {

void EvidenceLog::answered(pool::Concept demanded, pool::Concept own, int similarity_bp) {
  if (demanded == own) {
    add(Evidence::Kind::same_concept, {label(demanded)});
    return;
  }
  const auto reason = taxonomy_.reason(demanded, own).value_or(taxonomy::Relation::sibling);
  add(Evidence::Kind::related_concept, {label(demanded), label(own), std::string(to_text(reason))}, {similarity_bp});
}

std::string EvidenceLog::label(pool::Concept concept_index) const {
  return std::string(taxonomy_.label(concept_index, "nl"));
}

std::string date_text(const std::optional<Date>& date) {
  return date ? passend::to_text(*date) : std::string();
}

}  // namespace passend::criteria
