// SPDX-License-Identifier: EUPL-1.2
#include "tests/world/random_region.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/pool/builder.hpp"
#include "tests/world/world.hpp"

namespace passend::world {
namespace {

constexpr std::array occupations{"magazijnmedewerker", "orderpicker", "vrachtwagenchauffeur",
                                 "verzorgende",        "helpende",    "kok"};
constexpr std::array competences{"heftruck-rijden",    "reachtruck-rijden",   "orders-verzamelen", "laden-en-lossen",
                                 "voorraad-tellen",    "wassen-en-aankleden", "medicijnen-geven",  "luisteren",
                                 "gerechten-bereiden", "keuken-schoonmaken"};
constexpr std::array credentials{"vca-basis", "heftruckcertificaat", "big-registratie"};
constexpr std::array languages{"nld", "eng", "tir"};
constexpr std::array interest_words{"koken", "magazijnmedewerker", "heftruck rijden", "tuinieren", "zorg voor mensen"};
constexpr std::array sbi_codes{52, 5210, 49, 4941, 87, 8710, 8720, 56};

/// Draws the values of one record.
class Draw {
 public:
  explicit Draw(Random& random) : random_(random) {}

  bool known() { return !random_.chance(33); }
  bool chance(int percent) { return random_.chance(percent); }
  int between(int low, int high) { return random_.between(low, high); }

  template <class Choices>
  auto one_of(const Choices& choices) {
    return choices[random_.below(std::size(choices))];
  }
  template <class Code>
  Code code() {
    return CodeNames<Code>::names[random_.below(CodeNames<Code>::names.size())].first;
  }
  template <class Code>
  std::optional<Code> maybe_code() {
    return known() ? std::optional(code<Code>()) : std::nullopt;
  }
  /// Now and then something that no taxonomy knows.
  template <class Choices>
  ConceptRef concept_of(const Choices& choices) {
    if (chance(6)) return {"", "qqzx wvkj"};
    return {"urn:passend:" + std::string(one_of(choices)), ""};
  }
  std::optional<bool> maybe_bool() { return known() ? std::optional(chance(50)) : std::nullopt; }
  std::optional<int> maybe_between(int low, int high) {
    return known() ? std::optional(between(low, high)) : std::nullopt;
  }
  std::optional<Date> maybe_day(int days_before, int days_after) {
    if (!known()) return std::nullopt;
    return Date{today().days + between(-days_before, days_after)};
  }
  /// Absent in a third of the cases; else 0 to `most` items.
  template <class Item, class Make>
  std::optional<std::vector<Item>> maybe_list(int most, Make make) {
    if (!known()) return std::nullopt;
    std::vector<Item> items;
    for (int count = between(0, most); count > 0; --count) items.push_back(make());
    return items;
  }
  template <class Code>
  std::optional<std::vector<Code>> maybe_codes(int most) {
    return maybe_list<Code>(most, [&] { return code<Code>(); });
  }
  Importances importances() {
    Importances result;
    for (auto& importance : result.by_criterion) {
      if (chance(20)) importance = code<Importance>();
    }
    return result;
  }
  Id128 id() { return random_.id(); }

 private:
  Random& random_;
};

std::string postcode(Draw& draw) {
  return draw.known() ? std::to_string(draw.between(1201, 1210)) : std::string();
}

WeeklyHours hours(Draw& draw) {
  WeeklyHours result{draw.maybe_between(0, 32), std::nullopt};
  if (draw.known()) result.maximum = draw.between(result.minimum.value_or(0), 40);
  return result;
}

WorkingTimes working_times(Draw& draw) {
  WorkingTimes times{draw.maybe_bool(), draw.maybe_bool(), std::nullopt};
  if (draw.known()) times.grid = WeekGrid{static_cast<std::uint32_t>(draw.id().low) & 0xFFFFFFFU};
  return times;
}

/// An end is never before its beginning: the store refuses such a record.
Period period_of(std::optional<Date> from, std::optional<Date> until) {
  if (from && until) until = std::max(*from, *until);
  return {from, until};
}

Period period(Draw& draw) {
  return period_of(draw.maybe_day(60, 60), draw.maybe_day(-30, 300));
}

Salary salary(Draw& draw) {
  return {draw.maybe_between(1'200, 2'000), draw.maybe_between(2'000, 3'000), SalaryPeriod::hour};
}

WorkExperience experience(Draw& draw) {
  WorkExperience work;
  work.occupation = draw.concept_of(occupations);
  const auto from = draw.maybe_day(3'000, -700);
  const auto until = draw.chance(60) ? std::optional(Date{today().days - draw.between(0, 3'000)}) : std::nullopt;
  work.period = period_of(from, until);
  return work;
}

Education education(Draw& draw) {
  Education result;
  result.level = draw.maybe_code<EducationLevel>();
  result.field = draw.maybe_between(0, 3);
  result.status = draw.maybe_code<EducationStatus>();
  result.diploma = draw.maybe_bool();
  return result;
}

LanguageCommand command(Draw& draw) {
  return {draw.maybe_code<LanguageLevel>(), draw.maybe_code<Cefr>()};
}

LanguageSkill language(Draw& draw) {
  return {draw.one_of(languages), command(draw), command(draw), command(draw), command(draw)};
}

DemandedLanguage demanded_language(Draw& draw) {
  DemandedLanguage demanded;
  demanded.language = draw.one_of(languages);
  demanded.speaking = draw.maybe_code<LanguageLevel>();
  if (draw.chance(30)) demanded.writing = draw.code<LanguageLevel>();
  demanded.importance = draw.code<Importance>();
  return demanded;
}

void set_mobility(Draw& draw, SearchProfile& person) {
  person.mobility.postcode = postcode(draw);
  person.mobility.maximum_distance_km = draw.maybe_between(0, 40);
  person.mobility.maximum_travel_minutes = draw.maybe_between(0, 90);
  person.mobility.transport = draw.maybe_list<TransportUse>(2, [&] {
    return TransportUse{draw.code<Transport>(), draw.maybe_bool(), {}};
  });
}

void set_wishes(Draw& draw, SearchProfile& person) {
  person.hours = hours(draw);
  person.working_times = working_times(draw);
  person.available = period(draw);
  person.contract_types = draw.maybe_codes<ContractType>(2);
  person.agreements = draw.maybe_codes<AgreementType>(2);
  person.sectors = draw.maybe_list<int>(2, [&] { return draw.one_of(sbi_codes); });
  person.interests = draw.maybe_list<std::string>(2, [&] { return std::string(draw.one_of(interest_words)); });
  if (draw.known()) person.wanted_salary = salary(draw);
  person.needed_conditions = draw.maybe_codes<WorkingCondition>(2);
  person.importance = draw.importances();
}

void set_lists_of_demands(Draw& draw, Vacancy& vacancy) {
  vacancy.competences = draw.maybe_list<DemandedCompetence>(5, [&] {
    return DemandedCompetence{draw.concept_of(competences), draw.maybe_code<Proficiency>(), draw.code<Importance>()};
  });
  vacancy.education = draw.maybe_list<DemandedEducation>(2, [&] {
    return DemandedEducation{draw.maybe_code<EducationLevel>(), draw.maybe_between(0, 3), "", draw.maybe_bool()};
  });
  vacancy.languages = draw.maybe_list<DemandedLanguage>(2, [&] { return demanded_language(draw); });
  vacancy.driving_licences = draw.maybe_list<DemandedLicence>(2, [&] {
    return DemandedLicence{draw.code<DrivingLicence>(), draw.code<Importance>()};
  });
  vacancy.credentials = draw.maybe_list<DemandedCredential>(2, [&] {
    return DemandedCredential{draw.concept_of(credentials), draw.code<Importance>()};
  });
}

}  // namespace

SearchProfile random_person(Random& random) {
  Draw draw(random);
  SearchProfile person;
  person.id = CandidateId{draw.id()};
  person.wanted_occupations = draw.maybe_list<ConceptRef>(2, [&] { return draw.concept_of(occupations); });
  person.experience = draw.maybe_list<WorkExperience>(3, [&] { return experience(draw); });
  person.competences = draw.maybe_list<HeldCompetence>(6, [&] {
    return HeldCompetence{draw.concept_of(competences), draw.maybe_code<Proficiency>(),
                          draw.maybe_code<CompetenceSource>()};
  });
  person.work_level = draw.maybe_code<WorkLevel>();
  person.education = draw.maybe_list<Education>(2, [&] { return education(draw); });
  person.languages = draw.maybe_list<LanguageSkill>(3, [&] { return language(draw); });
  person.driving_licences = draw.maybe_list<HeldLicence>(3, [&] {
    return HeldLicence{draw.code<DrivingLicence>(), draw.maybe_day(300, 600)};
  });
  person.credentials = draw.maybe_list<HeldCredential>(2, [&] {
    return HeldCredential{draw.concept_of(credentials), draw.maybe_day(300, 600)};
  });
  set_mobility(draw, person);
  set_wishes(draw, person);
  person.updated = Date{today().days - draw.between(0, 5)};
  return person;
}

Vacancy random_vacancy(Random& random) {
  Draw draw(random);
  Vacancy vacancy;
  vacancy.id = VacancyId{draw.id()};
  vacancy.title = "Wij zoeken een " + std::string(draw.one_of(occupations));
  if (draw.known()) vacancy.occupation = draw.concept_of(occupations);
  set_lists_of_demands(draw, vacancy);
  vacancy.work_level = draw.maybe_code<WorkLevel>();
  vacancy.experience_years = draw.maybe_between(0, 6);
  vacancy.location.postcode = postcode(draw);
  vacancy.hours = hours(draw);
  vacancy.working_times = working_times(draw);
  vacancy.period = period(draw);
  vacancy.contract_types = draw.maybe_codes<ContractType>(2);
  vacancy.agreements = draw.maybe_codes<AgreementType>(2);
  if (draw.known()) vacancy.sector = draw.one_of(sbi_codes);
  if (draw.known()) vacancy.salary = salary(draw);
  vacancy.offered_conditions = draw.maybe_codes<WorkingCondition>(6);
  vacancy.importance = draw.importances();
  vacancy.posted = draw.maybe_day(5, 0);
  if (draw.chance(20)) vacancy.closes = Date{today().days + draw.between(-3, 3)};
  return vacancy;
}

RandomRegion random_region(Random& random, int people, int vacancies) {
  RandomRegion region;
  for (int i = 0; i < people; ++i) region.people.push_back(random_person(random));
  for (int i = 0; i < vacancies; ++i) region.vacancies.push_back(random_vacancy(random));
  return region;
}

std::shared_ptr<const pool::Pool> pool_in_parts(const RandomRegion& region, Random& random) {
  pool::LooseRecords base;
  pool::LooseRecords later;
  for (const auto& person : region.people) {
    const bool changed = random.chance(25);
    if (changed || random.chance(70)) base.profiles.push_back(changed ? random_person(random) : person);
    if (changed) base.profiles.back().id = person.id;
    if (changed || base.profiles.empty() || base.profiles.back().id != person.id) later.profiles.push_back(person);
  }
  for (const auto& vacancy : region.vacancies) {
    const bool changed = random.chance(25);
    if (changed || random.chance(70)) base.vacancies.push_back(changed ? random_vacancy(random) : vacancy);
    if (changed) base.vacancies.back().id = vacancy.id;
    if (changed || base.vacancies.empty() || base.vacancies.back().id != vacancy.id) later.vacancies.push_back(vacancy);
  }
  for (std::size_t i = 0; i <= region.people.size() / 8; ++i) {
    base.profiles.push_back(random_person(random));
    later.erased.push_back(base.profiles.back().id.value);
    base.vacancies.push_back(random_vacancy(random));
    later.vacancies.push_back(base.vacancies.back());
    later.vacancies.back().status = VacancyStatus::closed;
  }
  const pool::Builder builder(tiny_taxonomy(), line_of_postcodes());
  const auto first = builder.build(base.profiles, base.vacancies);
  // Half of what came later came in a change of its own, so that rows of the delta are replaced as well.
  pool::LooseRecords halfway = later;
  halfway.profiles.resize(later.profiles.size() / 2);
  for (auto& profile : halfway.profiles) {
    const auto id = profile.id;
    profile = random_person(random);
    profile.id = id;
  }
  return builder.refresh(*builder.refresh(*first, halfway), later);
}

}  // namespace passend::world
