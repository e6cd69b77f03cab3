// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "indexer/base/executor.hpp"
#include "indexer/base/random.hpp"
#include "matcher/selection/score_matrix.hpp"
#include "matcher/selection/selection.hpp"
#include "tests/bench/stage.hpp"

/// People for several vacancies at once, as for an event.
namespace passend::bench {
namespace {

constexpr std::size_t people_invited = 2'000;
constexpr std::size_t vacancies_shown = 50;
constexpr std::uint32_t caseloads = 20;

constexpr engine::EngineSettings settings{today};

selection::Problem draw(const pool::Pool& pool, std::uint64_t seed) {
  Random random(seed);
  selection::Problem problem;
  problem.seed = seed;
  problem.most_vacancies_per_person = 2;
  for (std::uint32_t i = 0; i < caseloads; ++i) problem.caseloads.push_back({"caseload " + std::to_string(i), {0, 60}});
  std::set<std::uint32_t> taken;
  while (problem.vacancies.size() < vacancies_shown) {
    const auto row = static_cast<std::uint32_t>(random.below(pool.vacancy_rows()));
    if (!pool.vacancy_is_void(row) && taken.insert(row).second)
      problem.vacancies.push_back({pool.vacancy_id(row), {0, 20}});
  }
  taken.clear();
  while (problem.people.size() < people_invited) {
    const auto row = static_cast<std::uint32_t>(random.below(pool.candidate_rows()));
    if (pool.candidate_is_void(row) || !taken.insert(row).second) continue;
    problem.people.push_back({pool.candidate_id(row), static_cast<std::uint32_t>(random.below(caseloads))});
  }
  return problem;
}

}  // namespace

void measure_selection(const Stage& stage) {
  stage.findings.heading("Set selection, 2,000 of " + size_name(stage.region.people) + " people x 50 vacancies");
  const Executor executor;
  const engine::Engine engine(stage.pool, criteria::default_weights(), executor, settings);
  std::vector<double> scored;
  std::vector<double> chosen;
  double pairs = 0;
  const auto start = Clock::now();
  for (const Budget budget{.seconds = 10, .fewest = 3, .most = 20}; budget.allows(scored.size(), start);) {
    auto problem = draw(*stage.pool, stage.seed + scored.size());
    scored.push_back(milliseconds_of(
        [&] { problem.pairs = selection::fitting_pairs(engine, executor, problem.vacancies, problem.people); }));
    chosen.push_back(milliseconds_of([&] { (void)selection::select(problem).total_bp; }));
    pairs += static_cast<double>(problem.pairs.size());
  }
  const auto add = [&](const std::string& line, const std::vector<double>& values, const std::string& note) {
    stage.findings.add({.part = "selection",
                        .line = line,
                        .people = stage.region.people,
                        .unit = "ms",
                        .measured = summary_of(values),
                        .note = note});
  };
  add("who fits which vacancy, with the score", scored, "");
  add("the best set within all limits", chosen,
      std::to_string(static_cast<int>(pairs / static_cast<double>(chosen.size()))) + " pairs on average");
}

}  // namespace passend::bench
