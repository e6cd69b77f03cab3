// SPDX-License-Identifier: EUPL-1.2
#include "matcher/selection/score_matrix.hpp"

#include <unordered_map>

#include "indexer/base/error.hpp"

namespace passend::selection {

std::vector<Pair> fitting_pairs(const engine::Engine& engine, const Executor& executor,
                                const std::vector<WantedPeople>& vacancies, const std::vector<Person>& people) {
  const auto& pool = engine.pool();
  std::unordered_map<std::uint32_t, std::uint32_t> person_by_row;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    if (const auto row = pool.find(people[i].candidate)) person_by_row.emplace(*row, i);
  }
  std::vector<std::uint32_t> rows;
  for (const auto& wanted : vacancies) {
    const auto row = pool.find(wanted.vacancy);
    if (!row) {
      throw Error(ErrorCode::not_found, "vacancy " + passend::to_text(wanted.vacancy) +
                                            " is not among the open vacancies that can be matched");
    }
    rows.push_back(*row);
  }
  std::vector<std::vector<Pair>> by_vacancy(vacancies.size());
  executor.for_each_block(vacancies.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      for (const auto& fitting : engine.fitting_candidates(rows[i])) {
        const auto person = person_by_row.find(fitting.row);
        if (person == person_by_row.end()) continue;
        by_vacancy[i].push_back({person->second, static_cast<std::uint32_t>(i), fitting.combined_bp});
      }
    }
  });
  std::vector<Pair> pairs;
  for (const auto& of_one : by_vacancy) pairs.insert(pairs.end(), of_one.begin(), of_one.end());
  return pairs;
}

}  // namespace passend::selection
