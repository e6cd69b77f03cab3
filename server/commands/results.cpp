// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/results.hpp"

namespace passend::commands {
namespace {

constexpr std::size_t occupations_shown = 3;

std::string name_of(const ConceptRef& reference) {
  return reference.label.empty() ? reference.uri : reference.label;
}

void append_name(std::string& names, std::size_t& count, const ConceptRef& reference) {
  if (count == occupations_shown) return;
  const std::string name = name_of(reference);
  if (names.find(name) != std::string::npos) return;
  names += (names.empty() ? "" : ", ") + name;
  ++count;
}

}  // namespace

std::string vacancy_name(store::Store& store, VacancyId id) {
  const auto stored = store.vacancy(id, store::Scope::vacancies_only());
  if (!stored) return "(withdrawn)";
  const Vacancy& vacancy = stored->record;
  std::string name = vacancy.title;
  if (!vacancy.employer_name.empty()) name += " - " + vacancy.employer_name;
  if (!vacancy.location.place.empty()) name += ", " + vacancy.location.place;
  return name;
}

std::string candidate_name(store::Store& store, CandidateId id) {
  const auto stored = store.search_profile(id, store::Scope::pseudonymous());
  if (!stored) return "(withdrawn)";
  std::string names;
  std::size_t count = 0;
  if (stored->record.wanted_occupations) {
    for (const auto& occupation : *stored->record.wanted_occupations) append_name(names, count, occupation);
  }
  if (names.empty() && stored->record.experience) {
    for (const auto& work : *stored->record.experience) append_name(names, count, work.occupation);
  }
  return names.empty() ? "(no occupation stated)" : names;
}

}  // namespace passend::commands
