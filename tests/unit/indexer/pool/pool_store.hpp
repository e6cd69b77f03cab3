// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "indexer/pool/builder.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::pool {

/// A store with nothing in it, a builder beside it and a place for a file.
class PoolBuilder : public testing::Test {
 protected:
  Portfolio portfolio(int number) {
    Portfolio record;
    record.search = world::random_person(random);
    record.search.id = world::candidate_id(number);
    record.search.source = {"test", std::to_string(number)};
    record.detail.id = record.search.id;
    record.detail.name = "Naam";
    return record;
  }
  Vacancy vacancy(int number) {
    auto record = world::random_vacancy(random);
    record.id = world::vacancy_id(number);
    record.source = {"test", std::to_string(number)};
    return record;
  }
  std::unique_ptr<store::Store> open_store(const std::string& name) const {
    return store::open_sqlite_store(
        {directory.path() / name, directory.path() / (name + ".key"), store::MissingKey::create});
  }
  void write(const store::Write& write) { store->write({write}, {"test", "test"}); }
  void erase(int number) { write(store::Erasure{store::RecordKind::portfolio, world::candidate_id(number).value}); }
  /// Adds, changes, closes and erases.
  void change_something() {
    const int number = random.between(1, 12);
    if (random.chance(20)) {
      erase(number);
    } else if (random.chance(50)) {
      write(store::Record{portfolio(number)});
    } else {
      auto record = vacancy(number);
      if (random.chance(25)) record.status = VacancyStatus::closed;
      write(store::Record{record});
    }
  }

  Random random{11};
  world::TemporaryDirectory directory;
  std::filesystem::path pool_directory = directory.path() / "pool";
  std::filesystem::path file = pool_directory / "pool.bin";
  std::unique_ptr<store::Store> store = open_store("store");
  Builder builder{world::tiny_taxonomy(), world::line_of_postcodes()};
};

inline void expect_same_facts(const Pool& found, const Pool& expected) {
  EXPECT_EQ(world::candidates_of(found), world::candidates_of(expected));
  EXPECT_EQ(world::vacancies_of(found), world::vacancies_of(expected));
  EXPECT_EQ(found.candidate_count(), expected.candidate_count());
  EXPECT_EQ(found.vacancy_count(), expected.vacancy_count());
  EXPECT_EQ(found.position(), expected.position());
}

}  // namespace passend::pool
