// SPDX-License-Identifier: EUPL-1.2
#include "matcher/insight/requirements.hpp"

#include <algorithm>

#include "matcher/criteria/side_plan.hpp"

namespace passend::insight {
namespace {

constexpr auto at_most = Importance::important;

/// Calls `use` with the list of that criterion; does nothing for a criterion that is no list.
template <class Vacancy, class Use>
void with_list(Vacancy& vacancy, Criterion criterion, Use use) {
  switch (criterion) {
    case Criterion::competences:
      return use(vacancy.competences);
    case Criterion::languages:
      return use(vacancy.languages);
    case Criterion::driving_licences:
      return use(vacancy.driving_licences);
    case Criterion::credentials:
      return use(vacancy.credentials);
    default:
      return;
  }
}

std::string label_of(const taxonomy::Taxonomy& taxonomy, pool::Concept index) {
  return std::string(taxonomy.label(index, "nl"));
}

std::string name_of(const pool::DemandedCompetenceFact& item, const taxonomy::Taxonomy& taxonomy) {
  return label_of(taxonomy, item.competence);
}
std::string name_of(const pool::DemandedCredentialFact& item, const taxonomy::Taxonomy& taxonomy) {
  return label_of(taxonomy, item.credential);
}
std::string name_of(const pool::DemandedLicenceFact& item, const taxonomy::Taxonomy&) {
  return std::string(to_text(item.category));
}
std::string name_of(const pool::DemandedLanguageFact& item, const taxonomy::Taxonomy&) {
  const auto code = item.language;
  return {static_cast<char>(code >> 16 & 0xFF), static_cast<char>(code >> 8 & 0xFF), static_cast<char>(code & 0xFF)};
}

auto thing(const pool::DemandedCompetenceFact& item) {
  return item.competence;
}
auto thing(const pool::DemandedCredentialFact& item) {
  return item.credential;
}
auto thing(const pool::DemandedLicenceFact& item) {
  return item.category;
}
auto thing(const pool::DemandedLanguageFact& item) {
  return item.language;
}

/// The strongest importance of a list after its items have changed.
template <class List>
void renew_strongest(List& list) {
  list.strongest = list.unplaced > 0 ? list.strongest_unplaced : Importance::ignored;
  for (const auto& item : list.items) list.strongest = std::max(list.strongest, item.importance);
}

}  // namespace

std::uint32_t required_by(const pool::VacancyFacts& vacancy, const criteria::Weights& weights) {
  std::uint32_t required = 0;
  const auto plan = criteria::demand_plan(vacancy, weights);
  for (const auto& planned : plan.criteria()) {
    if (planned.importance == Importance::required) required |= mask_of(planned.criterion);
  }
  return required;
}

std::vector<std::size_t> required_items(const pool::VacancyFacts& vacancy, Criterion criterion) {
  std::vector<std::size_t> positions;
  with_list(vacancy, criterion, [&](const auto& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      if (list.items[i].importance != Importance::required) continue;
      const bool again = std::any_of(positions.begin(), positions.end(), [&](std::size_t other) {
        return thing(list.items[other]) == thing(list.items[i]);
      });
      if (!again) positions.push_back(i);
    }
  });
  return positions;
}

std::string item_name(const pool::VacancyFacts& vacancy, Criterion criterion, std::size_t item,
                      const taxonomy::Taxonomy& taxonomy) {
  std::string name;
  with_list(vacancy, criterion, [&](const auto& list) { name = name_of(list.items.at(item), taxonomy); });
  return name;
}

std::vector<std::string> required_things(const pool::VacancyFacts& vacancy, Criterion criterion,
                                         const taxonomy::Taxonomy& taxonomy) {
  std::vector<std::string> things;
  for (const auto item : required_items(vacancy, criterion)) {
    things.push_back(item_name(vacancy, criterion, item, taxonomy));
  }
  if (criterion == Criterion::occupation && vacancy.occupation) {
    things.push_back(label_of(taxonomy, *vacancy.occupation));
  }
  if (criterion == Criterion::work_level && vacancy.work_level) things.emplace_back(to_text(*vacancy.work_level));
  if (criterion == Criterion::education) {
    for (const auto& demanded : vacancy.education.items) {
      if (demanded.level) things.emplace_back(to_text(*demanded.level));
    }
  }
  return things;
}

pool::VacancyFacts waived(pool::VacancyFacts vacancy, Criterion criterion) {
  vacancy.importance[criterion] = at_most;
  with_list(vacancy, criterion, [](auto& list) {
    for (auto& item : list.items) item.importance = std::min(item.importance, at_most);
    list.strongest_unplaced = std::min(list.strongest_unplaced, at_most);
    list.strongest = std::min(list.strongest, at_most);
  });
  return vacancy;
}

pool::VacancyFacts item_waived(pool::VacancyFacts vacancy, Criterion criterion, std::size_t item) {
  with_list(vacancy, criterion, [&](auto& list) {
    const auto waived_thing = thing(list.items.at(item));
    for (auto& one : list.items) {
      if (thing(one) == waived_thing) one.importance = std::min(one.importance, at_most);
    }
    renew_strongest(list);
  });
  return vacancy;
}

}  // namespace passend::insight
