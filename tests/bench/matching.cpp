// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "indexer/base/executor.hpp"
#include "indexer/base/random.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/explain/explain.hpp"
#include "tests/bench/stage.hpp"

/// All criteria, both sides: what a screen with a page of 25 costs.
namespace passend::bench {
namespace {

constexpr std::size_t drawn = 250;
constexpr std::uint64_t page_size = 25;
constexpr std::uint64_t bar_people = 1'000'000;
constexpr double bar_milliseconds = 15;
constexpr double seconds_a_series = 25;

constexpr engine::EngineSettings settings{today};

struct Series {
  std::vector<double> all;
  std::vector<double> list;
  std::vector<double> explain;
  std::vector<double> words;
  double rows = 0;
};

std::string threads_text(unsigned threads) {
  return std::to_string(threads) + (threads == 1 ? " thread" : " threads");
}

void one_vacancy(const engine::Engine& engine, VacancyId vacancy, Series& series) {
  const auto start = Clock::now();
  const auto page = engine.candidates_for(vacancy, {.page_size = page_size});
  series.list.push_back(milliseconds_since(start));
  const auto explaining = Clock::now();
  std::vector<engine::PairExplanation> explanations;
  for (const auto& row : page.rows) explanations.push_back(engine.explain_pair(CandidateId{row.id}, vacancy, 0));
  series.explain.push_back(milliseconds_since(explaining));
  const auto rendering = Clock::now();
  std::size_t criteria = 0;
  for (const auto& explanation : explanations) {
    criteria += explain::render(explanation, explain::Style::dutch).criteria.size();
  }
  series.words.push_back(milliseconds_since(rendering));
  series.all.push_back(milliseconds_since(start));
  series.rows += criteria == 0 ? 0 : static_cast<double>(page.rows.size());
}

void one_candidate(const engine::Engine& engine, CandidateId candidate, Series& series) {
  series.all.push_back(
      milliseconds_of([&] { (void)engine.vacancies_for(candidate, {.page_size = page_size}).rows.size(); }));
}

template <class Id, class One>
Series measure(const std::vector<Id>& ids, const engine::Engine& engine, unsigned threads, const One& one) {
  const Pinned pinned(threads);
  Series warm_up;
  for (std::size_t i = 0; i < 5 && i < ids.size(); ++i) one(engine, ids[i], warm_up);
  Series series;
  const Budget budget{.seconds = seconds_a_series, .fewest = 10, .most = ids.size()};
  const auto start = Clock::now();
  while (budget.allows(series.all.size(), start)) one(engine, ids[series.all.size() % ids.size()], series);
  return series;
}

std::vector<VacancyId> some_vacancies(const pool::Pool& pool, std::uint64_t seed) {
  Random random(seed);
  std::vector<VacancyId> ids;
  while (ids.size() < drawn) {
    const auto row = static_cast<std::uint32_t>(random.below(pool.vacancy_rows()));
    if (!pool.vacancy_is_void(row)) ids.push_back(pool.vacancy_id(row));
  }
  return ids;
}

std::vector<CandidateId> some_candidates(const pool::Pool& pool, std::uint64_t seed) {
  Random random(seed);
  std::vector<CandidateId> ids;
  while (ids.size() < drawn) {
    const auto row = static_cast<std::uint32_t>(random.below(pool.candidate_rows()));
    if (!pool.candidate_is_void(row)) ids.push_back(pool.candidate_id(row));
  }
  return ids;
}

}  // namespace

void measure_two_way(const Stage& stage) {
  stage.findings.heading("All criteria, both sides, " + size_name(stage.region.people) +
                         " people: page of 25 with requirement costs, explained in words");
  const auto ids = some_vacancies(*stage.pool, stage.seed);
  for (const unsigned threads : {2U, 1U}) {
    const Executor executor(threads);
    const engine::Engine engine(stage.pool, criteria::default_weights(), executor, settings);
    const auto series = measure(ids, engine, threads, one_vacancy);
    const auto add = [&](const std::string& line, const std::vector<double>& values, std::optional<Bar> bar,
                         const std::string& note) {
      stage.findings.add({.part = "two-way",
                          .line = line + ", " + threads_text(threads),
                          .people = stage.region.people,
                          .unit = "ms",
                          .measured = summary_of(values),
                          .bar = bar,
                          .note = note});
    };
    std::optional<Bar> bar;
    if (threads == 2 && stage.region.people == bar_people) bar = Bar{bar_milliseconds, Statistic::p95};
    const auto rows = static_cast<int>(series.rows / static_cast<double>(series.all.size()) + 0.5);
    add("list, explanations and words", series.all, bar, std::to_string(rows) + " rows a page on average");
    add("  of which the list and what requirements cost", series.list, {}, "");
    add("  of which the explanations", series.explain, {}, "");
    add("  of which the words", series.words, {}, "");
  }
}

void measure_reverse(const Stage& stage) {
  stage.findings.heading("One person against " + std::to_string(stage.pool->vacancy_count()) +
                         " vacancies, page of 25");
  const auto ids = some_candidates(*stage.pool, stage.seed);
  for (const unsigned threads : {2U, 1U}) {
    const Executor executor(threads);
    const engine::Engine engine(stage.pool, criteria::default_weights(), executor, settings);
    stage.findings.add({.part = "reverse",
                        .line = "vacancies for a person, " + threads_text(threads),
                        .people = stage.region.people,
                        .unit = "ms",
                        .measured = summary_of(measure(ids, engine, threads, one_candidate).all)});
  }
}

}  // namespace passend::bench
