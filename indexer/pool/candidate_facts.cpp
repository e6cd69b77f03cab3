// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>

#include "indexer/geo/postcodes.hpp"
#include "indexer/pool/resolve_facts.hpp"
#include "indexer/pool/small_facts.hpp"

namespace passend::pool {
namespace {

using taxonomy::ConceptKind;

/// A list of which nothing could be placed is as good as blank.
template <class Item>
void settle(KnownList<Item>& list) {
  if (list.items.empty() && list.unplaced) list.known = list.unplaced = false;
}

KnownList<Concept> wanted_occupations(const SearchProfile& profile, Resolver& resolver) {
  KnownList<Concept> list;
  if (!profile.wanted_occupations) return list;
  list.known = true;
  for (const auto& reference : *profile.wanted_occupations) {
    if (const auto found = resolver.resolve(reference, ConceptKind::occupation)) {
      list.items.push_back(*found);
    } else {
      list.unplaced = true;
    }
  }
  sort_unique(list.items);
  settle(list);
  return list;
}

/// A time that overlaps or touches the one before it in the same occupation prolongs it: nobody works twice at once.
bool prolongs(const OccupationTime& earlier, const OccupationTime& later) {
  if (earlier.occupation != later.occupation || !earlier.period.from) return false;
  return !earlier.period.until || later.period.from->days <= earlier.period.until->days + 1;
}

std::vector<OccupationTime> merged(std::vector<OccupationTime> times) {
  // Undated ones first within an occupation; one of them says as much as ten.
  sort_by(times, [](const OccupationTime& time) {
    return std::tuple(time.occupation, time.period.from.has_value(), time.period.from.value_or(Date{}));
  });
  std::vector<OccupationTime> result;
  for (const auto& time : times) {
    const bool repeated = !result.empty() && !time.period.from && result.back().occupation == time.occupation;
    if (repeated) continue;
    if (!result.empty() && time.period.from && prolongs(result.back(), time)) {
      auto& until = result.back().period.until;
      if (!time.period.until || !until) {
        until.reset();
      } else {
        until = std::max(*until, *time.period.until);
      }
    } else {
      result.push_back(time);
    }
  }
  return result;
}

KnownList<OccupationTime> experience(const SearchProfile& profile, Resolver& resolver) {
  KnownList<OccupationTime> list;
  if (!profile.experience) return list;
  list.known = true;
  for (const auto& work : *profile.experience) {
    const auto found = resolver.resolve(work.occupation, ConceptKind::occupation);
    if (!found) {
      list.unplaced = true;
      continue;
    }
    // An end without a beginning, or before it, does not tell how long.
    const bool dated = work.period.from && (!work.period.until || *work.period.from <= *work.period.until);
    list.items.push_back({*found, dated ? work.period : Period{}});
  }
  list.items = merged(std::move(list.items));
  settle(list);
  return list;
}

/// The stronger of two entries for one competence: the higher level, then the better attested.
bool stronger(const HeldCompetenceFact& a, const HeldCompetenceFact& b) {
  return std::tuple(a.level, a.source) > std::tuple(b.level, b.source);
}

KnownList<HeldCompetenceFact> competences(const SearchProfile& profile, Resolver& resolver) {
  KnownList<HeldCompetenceFact> list;
  if (!profile.competences) return list;
  list.known = true;
  for (const auto& held : *profile.competences) {
    if (const auto found = resolver.resolve(held.competence, ConceptKind::competence)) {
      list.items.push_back({*found, held.level, held.source});
    } else {
      list.unplaced = true;
    }
  }
  std::sort(list.items.begin(), list.items.end(), [](const auto& a, const auto& b) {
    return a.competence != b.competence ? a.competence < b.competence : stronger(a, b);
  });
  const auto same = [](const auto& a, const auto& b) { return a.competence == b.competence; };
  list.items.erase(std::unique(list.items.begin(), list.items.end(), same), list.items.end());
  settle(list);
  return list;
}

Completion completion(const Education& education) {
  if (education.diploma == true || education.status == EducationStatus::completed) return Completion::completed;
  if (education.status == EducationStatus::ongoing) return Completion::ongoing;
  if (education.status == EducationStatus::aborted || education.diploma == false) return Completion::not_completed;
  return Completion::unknown;
}

KnownList<HeldEducationFact> education(const SearchProfile& profile) {
  KnownList<HeldEducationFact> list;
  if (!profile.education) return list;
  list.known = true;
  for (const auto& item : *profile.education) list.items.push_back({item.level, item.field, completion(item)});
  return list;
}

/// The VUM level; where only the CEFR value is given: A fair, B good, C excellent.
std::uint8_t level_of(const LanguageCommand& command) {
  if (command.level) return static_cast<std::uint8_t>(*command.level);
  if (!command.cefr) return 0;
  if (*command.cefr <= Cefr::a2) return static_cast<std::uint8_t>(LanguageLevel::fair);
  if (*command.cefr <= Cefr::b2) return static_cast<std::uint8_t>(LanguageLevel::good);
  return static_cast<std::uint8_t>(LanguageLevel::excellent);
}

KnownList<HeldLanguageFact> languages(const SearchProfile& profile) {
  KnownList<HeldLanguageFact> list;
  if (!profile.languages) return list;
  list.known = true;
  for (const auto& skill : *profile.languages) {
    list.items.push_back(
        {language_code(skill.language),
         {level_of(skill.speaking), level_of(skill.writing), level_of(skill.reading), level_of(skill.listening)}});
  }
  sort_by(list.items, [](const HeldLanguageFact& fact) { return fact.language; });
  return list;
}

KnownList<HeldLicenceFact> driving_licences(const SearchProfile& profile) {
  KnownList<HeldLicenceFact> list;
  if (!profile.driving_licences) return list;
  list.known = true;
  for (const auto& licence : *profile.driving_licences) list.items.push_back({licence.category, licence.valid_until});
  return list;
}

KnownList<HeldCredentialFact> credentials(const SearchProfile& profile, Resolver& resolver) {
  KnownList<HeldCredentialFact> list;
  if (!profile.credentials) return list;
  list.known = true;
  for (const auto& held : *profile.credentials) {
    if (const auto found = resolver.resolve(held.credential, ConceptKind::credential)) {
      list.items.push_back({*found, held.valid_until});
    } else {
      list.unplaced = true;
    }
  }
  sort_by(list.items, [](const HeldCredentialFact& fact) { return fact.credential; });
  settle(list);
  return list;
}

/// Means that the person says are not for the commute are left out; what is not said is taken as usable.
std::optional<CodeSet> commute_transport(const Mobility& mobility) {
  if (!mobility.transport || mobility.transport->empty()) return std::nullopt;
  CodeSet set = 0;
  for (const auto& use : *mobility.transport) {
    if (use.for_commute != false) set |= bit(use.means);
  }
  return set;
}

InterestFacts interests(const SearchProfile& profile, Resolver& resolver) {
  InterestFacts facts;
  if (!profile.interests || profile.interests->empty()) return facts;
  facts.known = true;
  for (const auto& interest : *profile.interests) {
    for (const auto kind : {ConceptKind::occupation, ConceptKind::competence}) {
      if (const auto found = resolver.link(interest, kind)) facts.concepts.push_back(*found);
    }
    const auto words = word_hashes(interest);
    facts.words.insert(facts.words.end(), words.begin(), words.end());
  }
  sort_unique(facts.concepts);
  sort_unique(facts.words);
  return facts;
}

void set_mobility(CandidateFacts& facts, const Mobility& mobility) {
  facts.pc4 = geo::parse_pc4(mobility.postcode);
  facts.maximum_distance_km = mobility.maximum_distance_km;
  facts.maximum_travel_minutes = mobility.maximum_travel_minutes;
  facts.transport = commute_transport(mobility);
}

void set_wishes(CandidateFacts& facts, const SearchProfile& profile) {
  facts.hours = profile.hours;
  facts.working_times = profile.working_times;
  facts.available = profile.available;
  facts.contract_types = code_set(profile.contract_types);
  facts.agreements = code_set(profile.agreements);
  if (profile.sectors) {
    facts.sectors.known = true;
    facts.sectors.items = *profile.sectors;
    sort_unique(facts.sectors.items);
  }
  if (profile.wanted_salary) {
    const auto& salary = *profile.wanted_salary;
    const auto amount = salary.minimum_cents ? salary.minimum_cents : salary.maximum_cents;
    if (amount) facts.wanted_cents_an_hour = cents_an_hour(*amount, salary.period);
  }
  facts.needed_conditions = code_set(profile.needed_conditions);
  facts.importance = profile.importance;
}

}  // namespace

CandidateFacts candidate_facts(const SearchProfile& profile, Resolver& resolver) {
  CandidateFacts facts;
  facts.id = profile.id;
  facts.wanted_occupations = wanted_occupations(profile, resolver);
  facts.experience = experience(profile, resolver);
  facts.competences = competences(profile, resolver);
  facts.work_level = profile.work_level;
  facts.education = education(profile);
  facts.languages = languages(profile);
  facts.driving_licences = driving_licences(profile);
  facts.credentials = credentials(profile, resolver);
  facts.interests = interests(profile, resolver);
  set_mobility(facts, profile.mobility);
  set_wishes(facts, profile);
  facts.updated = profile.updated;
  return facts;
}

}  // namespace passend::pool
