// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>

#include "indexer/pool/resolve_facts.hpp"
#include "indexer/pool/small_facts.hpp"

namespace passend::pool {
namespace {

using taxonomy::ConceptKind;

/// Files one demand under its importance; false when it is to be left out.
template <class Item>
bool admit(DemandList<Item>& list, Importance importance) {
  list.known = true;
  if (importance == Importance::ignored) return false;
  list.strongest = std::max(list.strongest, importance);
  return true;
}

template <class Item>
void admit_unplaced(DemandList<Item>& list, Importance importance) {
  list.unplaced = true;
  list.strongest_unplaced = std::max(list.strongest_unplaced, importance);
}

void set_occupation(VacancyFacts& facts, const Vacancy& vacancy, Resolver& resolver) {
  if (!vacancy.occupation) return;
  facts.occupation = resolver.resolve(*vacancy.occupation, ConceptKind::occupation);
  if (!facts.occupation) return;
  facts.like_occupations.push_back({*facts.occupation, 10'000});
  for (const auto& kin : resolver.taxonomy().related(*facts.occupation)) {
    facts.like_occupations.push_back({kin.target, kin.similarity_bp});
  }
  sort_by(facts.like_occupations, [](const Likeness& likeness) { return likeness.concept_index; });
}

void set_competences(VacancyFacts& facts, const Vacancy& vacancy, Resolver& resolver) {
  if (!vacancy.competences) return;
  auto& list = facts.competences;
  list.known = true;
  for (const auto& demand : *vacancy.competences) {
    if (!admit(list, demand.importance)) continue;
    const auto found = resolver.resolve(demand.competence, ConceptKind::competence);
    if (!found) {
      admit_unplaced(list, demand.importance);
      continue;
    }
    const auto number = static_cast<std::uint32_t>(list.items.size());
    list.items.push_back({*found, demand.level, demand.importance, resolver.taxonomy().rarity_bp(*found)});
    facts.competence_answers.push_back({*found, number, 10'000});
    for (const auto& kin : resolver.taxonomy().related(*found)) {
      facts.competence_answers.push_back({kin.target, number, kin.similarity_bp});
    }
  }
  sort_by(facts.competence_answers,
          [](const CompetenceAnswer& answer) { return std::tuple(answer.competence, answer.demand); });
}

void set_education(VacancyFacts& facts, const Vacancy& vacancy) {
  if (!vacancy.education) return;
  facts.education.known = true;
  for (const auto& demand : *vacancy.education) {
    // A name alone cannot be compared with what a person learned.
    if (!demand.level && !demand.field) facts.education.unplaced = true;
    facts.education.items.push_back({demand.level, demand.field, demand.experience_counts.value_or(false)});
  }
}

std::uint8_t minimum_of(const std::optional<LanguageLevel>& level) {
  return level ? static_cast<std::uint8_t>(*level) : std::uint8_t{0};
}

void set_languages(VacancyFacts& facts, const Vacancy& vacancy) {
  if (!vacancy.languages) return;
  facts.languages.known = true;
  for (const auto& demand : *vacancy.languages) {
    if (!admit(facts.languages, demand.importance)) continue;
    facts.languages.items.push_back({language_code(demand.language),
                                     {minimum_of(demand.speaking), minimum_of(demand.writing),
                                      minimum_of(demand.reading), minimum_of(demand.listening)},
                                     demand.importance});
  }
}

void set_licences(VacancyFacts& facts, const Vacancy& vacancy) {
  if (!vacancy.driving_licences) return;
  facts.driving_licences.known = true;
  for (const auto& demand : *vacancy.driving_licences) {
    if (admit(facts.driving_licences, demand.importance)) {
      facts.driving_licences.items.push_back({demand.category, demand.importance});
    }
  }
}

void set_credentials(VacancyFacts& facts, const Vacancy& vacancy, Resolver& resolver) {
  if (!vacancy.credentials) return;
  facts.credentials.known = true;
  for (const auto& demand : *vacancy.credentials) {
    if (!admit(facts.credentials, demand.importance)) continue;
    if (const auto found = resolver.resolve(demand.credential, ConceptKind::credential)) {
      facts.credentials.items.push_back({*found, demand.importance});
    } else {
      admit_unplaced(facts.credentials, demand.importance);
    }
  }
}

void set_title_words(VacancyFacts& facts, const Vacancy& vacancy) {
  facts.title_words = word_hashes(vacancy.title);
  if (!vacancy.occupation) return;
  const auto more = word_hashes(vacancy.occupation->label);
  facts.title_words.insert(facts.title_words.end(), more.begin(), more.end());
  sort_unique(facts.title_words);
}

/// Many feeds name only the place. Post-box codes have no area either.
std::optional<int> area_of(const WorkLocation& location, const geo::PostcodeTable& postcodes) {
  if (const auto pc4 = geo::parse_pc4(location.postcode); pc4 && postcodes.find(*pc4) != nullptr) return pc4;
  const auto* area = location.place.empty() ? nullptr : postcodes.find_place(location.place);
  return area == nullptr ? std::nullopt : std::optional(area->pc4);
}

void set_offer(VacancyFacts& facts, const Vacancy& vacancy) {
  facts.hours = vacancy.hours;
  facts.working_times = vacancy.working_times;
  facts.period = vacancy.period;
  facts.contract_types = code_set(vacancy.contract_types);
  facts.agreements = code_set(vacancy.agreements);
  facts.sector = vacancy.sector;
  if (vacancy.salary) {
    const auto& salary = *vacancy.salary;
    const auto amount = salary.maximum_cents ? salary.maximum_cents : salary.minimum_cents;
    if (amount) facts.offered_cents_an_hour = cents_an_hour(*amount, salary.period);
  }
  facts.offered_conditions = code_set(vacancy.offered_conditions);
}

}  // namespace

VacancyFacts vacancy_facts(const Vacancy& vacancy, Resolver& resolver, const geo::PostcodeTable& postcodes) {
  VacancyFacts facts;
  facts.id = vacancy.id;
  set_occupation(facts, vacancy, resolver);
  set_competences(facts, vacancy, resolver);
  facts.work_level = vacancy.work_level;
  set_education(facts, vacancy);
  set_languages(facts, vacancy);
  set_licences(facts, vacancy);
  set_credentials(facts, vacancy, resolver);
  facts.experience_years = vacancy.experience_years;
  facts.pc4 = area_of(vacancy.location, postcodes);
  set_offer(facts, vacancy);
  set_title_words(facts, vacancy);
  facts.importance = vacancy.importance;
  facts.closes = vacancy.closes;
  facts.updated = vacancy.posted.value_or(Date{});
  return facts;
}

}  // namespace passend::pool
