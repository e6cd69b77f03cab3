// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/competence_fill.hpp"

namespace passend::bench {

void CompetenceFill::fill(SearchProfile& profile) {
  if (!profile.competences || profile.competences->empty()) return;
  const int wanted = random_.between(2, 6);
  auto candidates = near_by(profile);
  for (int added = 0; added < wanted && !candidates.empty();) {
    const std::size_t at = random_.below(candidates.size());
    if (add(profile, candidates[at])) ++added;
    candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

std::vector<taxonomy::ConceptIndex> CompetenceFill::near_by(const SearchProfile& profile) const {
  std::vector<taxonomy::ConceptIndex> found;
  const auto add_demands = [&](taxonomy::ConceptIndex occupation) {
    for (const auto& demand : taxonomy_.demands(occupation)) {
      if (taxonomy_.kind(demand.target) == taxonomy::ConceptKind::competence) found.push_back(demand.target);
    }
  };
  const auto add_occupation = [&](const ConceptRef& reference) {
    const auto occupation = taxonomy_.find(reference.uri);
    if (!occupation) return;
    add_demands(*occupation);
    for (const auto& related : taxonomy_.related(*occupation)) add_demands(related.target);
  };
  for (const auto& job : profile.experience.value_or(std::vector<WorkExperience>{})) add_occupation(job.occupation);
  if (found.empty()) {
    for (const auto& wish : profile.wanted_occupations.value_or(std::vector<ConceptRef>{})) add_occupation(wish);
  }
  return found;
}

bool CompetenceFill::add(SearchProfile& profile, taxonomy::ConceptIndex competence) {
  const std::string uri(taxonomy_.uri(competence));
  for (const auto& held : *profile.competences) {
    if (held.competence.uri == uri) return false;
  }
  profile.competences->push_back({{uri, std::string(taxonomy_.label(competence, "nl"))}, {}, {}});
  if (random_.chance(60)) profile.competences->back().level = static_cast<Proficiency>(random_.between(1, 4));
  return true;
}

}  // namespace passend::bench
