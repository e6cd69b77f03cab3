// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/matcher/feed/history.hpp"

#include <algorithm>

#include "tests/unit/matcher/engine/reference.hpp"
#include "tests/world/world.hpp"

namespace passend::feed::test {
namespace {

/// Many pairs fit: a feed of nothing would prove nothing.
SearchProfile person_of(Random& random) {
  auto person = world::random_person(random);
  if (random.chance(70)) {
    person.mobility = {};
    person.needed_conditions.reset();
    person.importance = {};
  }
  return person;
}

Vacancy vacancy_of(Random& random) {
  auto vacancy = world::random_vacancy(random);
  if (random.chance(70)) {
    vacancy.competences.reset();
    vacancy.languages.reset();
    vacancy.driving_licences.reset();
    vacancy.importance = {};
  }
  return vacancy;
}

template <class Map>
auto& any_of(Random& random, Map& map) {
  return std::next(map.begin(), static_cast<std::ptrdiff_t>(random.below(map.size())))->second;
}

}  // namespace

History::History(std::uint64_t seed, unsigned threads)
    : random_(seed), executor_(threads), day_(world::today()), pool_(world::pool_of({}, {})) {
  snapshot({});
}

void History::put(SearchProfile person, pool::LooseRecords& records) {
  changed_.candidates.push_back(person.id);
  records.profiles.push_back(person);
  people_[person.id] = std::move(person);
}

void History::put(Vacancy vacancy, pool::LooseRecords& records) {
  changed_.vacancies.push_back(vacancy.id);
  records.vacancies.push_back(vacancy);
  vacancies_[vacancy.id] = std::move(vacancy);
}

void History::random_change(pool::LooseRecords& records) {
  const auto what = random_.below(10);
  if (what < 2 || people_.empty()) {
    put(person_of(random_), records);
  } else if (what < 4 || vacancies_.empty()) {
    put(vacancy_of(random_), records);
  } else if (what < 6) {
    auto person = person_of(random_);
    person.id = any_of(random_, people_).id;
    put(std::move(person), records);
  } else if (what < 8) {
    auto vacancy = vacancy_of(random_);
    vacancy.id = any_of(random_, vacancies_).id;
    put(std::move(vacancy), records);
  } else if (what == 8) {
    const auto id = any_of(random_, people_).id;
    changed_.candidates.push_back(id);
    records.erased.push_back(id.value);
    people_.erase(id);
  } else {
    const auto id = any_of(random_, vacancies_).id;
    changed_.vacancies.push_back(id);
    records.erased.push_back(id.value);
    vacancies_.erase(id);
  }
}

void History::change() {
  // One record at most once in a snapshot.
  for (int count = random_.between(1, 4); count > 0; --count) {
    pool::LooseRecords records;
    random_change(records);
    snapshot(records);
  }
}

void History::import(int people, int vacancies) {
  pool::LooseRecords records;
  for (int i = 0; i < people; ++i) put(person_of(random_), records);
  for (int i = 0; i < vacancies; ++i) put(vacancy_of(random_), records);
  snapshot(records);
}

void History::touch() {
  pool::LooseRecords records;
  auto person = any_of(random_, people_);
  person.updated = Date{person.updated.days + 1};
  put(std::move(person), records);
  put(Vacancy(any_of(random_, vacancies_)), records);
  snapshot(records);
}

void History::withdraw(VacancyId vacancy) {
  withdrawn_[vacancy] = vacancies_.at(vacancy);
  vacancies_.erase(vacancy);
  changed_.vacancies.push_back(vacancy);
  snapshot({{}, {}, {vacancy.value}});
}

void History::put_back(VacancyId vacancy) {
  pool::LooseRecords records;
  put(withdrawn_.at(vacancy), records);
  snapshot(records);
}

void History::snapshot(const pool::LooseRecords& records) {
  const pool::Builder builder(world::tiny_taxonomy(), world::line_of_postcodes());
  pool_ = builder.refresh(*pool_, records);
  engine_ = std::make_shared<const engine::Engine>(pool_, criteria::default_weights(), executor_,
                                                   engine::EngineSettings{day_});
}

std::set<Pair> History::fitting() const {
  const engine::Reference reference(*pool_, criteria::default_weights(), day_);
  std::set<Pair> pairs;
  for (const auto& candidate : world::candidates_of(*pool_)) {
    engine::MatchQuery query;
    query.page_size = 1'000;
    for (const auto& row : reference.vacancies_for(candidate, query).rows)
      pairs.emplace(candidate.id, VacancyId{row.id});
  }
  return pairs;
}

std::set<Pair> minus(const std::set<Pair>& now, const std::set<Pair>& before) {
  std::set<Pair> newly;
  std::set_difference(now.begin(), now.end(), before.begin(), before.end(), std::inserter(newly, newly.end()));
  return newly;
}

}  // namespace passend::feed::test
