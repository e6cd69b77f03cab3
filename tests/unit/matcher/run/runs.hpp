// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "matcher/run/run_log.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::run::test {

/// A region of 60 people and 12 vacancies, an engine over it, and runs of its questions.
struct Asking {
  explicit Asking(std::uint64_t seed = 1);

  Run candidates_for(int vacancy, const engine::MatchQuery& query = {.lane = engine::Lane::one_question_open}) const;
  Run vacancies_for(int candidate, const engine::MatchQuery& query = {.lane = engine::Lane::one_question_open}) const;
  /// The first vacancy, tried out: not by its id but by its facts.
  Run tried_out() const;

  std::vector<SearchProfile> people;
  std::vector<Vacancy> vacancies;
  std::shared_ptr<const pool::Pool> pool;
  Executor executor{2};
  std::unique_ptr<engine::Engine> engine;
  std::string postcodes_hash = fingerprint(*world::line_of_postcodes());
};

/// A record of one row that was made at noon of a day.
Run run_on(Date day, int number);

Date day(int year, int month, int day);
std::vector<Record> all_of(const RunLog& log, Notices* notices = nullptr, const RunFilter& filter = {});

}  // namespace passend::run::test
