// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/matcher/run/runs.hpp"

#include "indexer/base/hash.hpp"

namespace passend::run::test {
namespace {

world::RandomRegion region_of(std::uint64_t seed) {
  Random random(seed);
  return world::random_region(random, 60, 12);
}

}  // namespace

Asking::Asking(std::uint64_t seed) {
  auto region = region_of(seed);
  people = std::move(region.people);
  vacancies = std::move(region.vacancies);
  pool = world::pool_of(people, vacancies);
  engine = std::make_unique<engine::Engine>(pool, criteria::default_weights(), executor,
                                            engine::EngineSettings{.today = world::today()});
}

Run Asking::candidates_for(int vacancy, const engine::MatchQuery& query) const {
  const auto id = vacancies.at(static_cast<std::size_t>(vacancy)).id;
  return make_run({Direction::candidates_for_vacancy, id.value, {}, query}, *engine, engine->candidates_for(id, query),
                  postcodes_hash);
}

Run Asking::vacancies_for(int candidate, const engine::MatchQuery& query) const {
  const auto id = people.at(static_cast<std::size_t>(candidate)).id;
  return make_run({Direction::vacancies_for_candidate, id.value, {}, query}, *engine, engine->vacancies_for(id, query),
                  postcodes_hash);
}

Run Asking::tried_out() const {
  const engine::MatchQuery query{.lane = engine::Lane::one_question_open};
  auto facts = pool->vacancy(*pool->find(vacancies.front().id));
  return make_run({Direction::candidates_for_vacancy, facts.id.value, facts, query}, *engine,
                  engine->candidates_for(facts, query), postcodes_hash);
}

Date day(int year, int month, int day) {
  return Date::of(year, month, day).value();
}

Run run_on(Date day, int number) {
  Run run;
  run.time = {static_cast<std::int64_t>(day.days) * 86'400'000 + 43'200'000 + number};
  run.id = new_run_id(run.time);
  run.question.subject = world::vacancy_id(number).value;
  run.inputs.weights = criteria::default_weights();
  run.inputs.today = day;
  engine::MatchRow row;
  row.id = world::candidate_id(number).value;
  row.rank = 1;
  run.result.rows.push_back(row);
  run.result_hash = sha256_hex(canonical_bytes(run.result));
  return run;
}

std::vector<Record> all_of(const RunLog& log, Notices* notices, const RunFilter& filter) {
  std::vector<Record> records;
  auto found = log.read(filter, [&](Record&& record) {
    records.push_back(std::move(record));
    return true;
  });
  if (notices != nullptr) *notices = std::move(found);
  return records;
}

}  // namespace passend::run::test
