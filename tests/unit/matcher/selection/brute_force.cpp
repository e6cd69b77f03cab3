// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/matcher/selection/brute_force.hpp"

#include <algorithm>
#include <optional>

namespace passend::selection::test {
namespace {

struct Search {
  const Problem& problem;
  std::vector<Pair> chosen;
  std::optional<std::int64_t> fewest_missing;
  std::int64_t best_total = 0;

  void from(std::size_t pair) {
    const auto missing = missing_places(problem, chosen);
    if (missing < 0) return;  // Adding more pairs mends no upper limit.
    if (pair == problem.pairs.size()) {
      look_at(missing);
      return;
    }
    from(pair + 1);
    chosen.push_back(problem.pairs[pair]);
    from(pair + 1);
    chosen.pop_back();
  }

  void look_at(std::int64_t missing) {
    std::int64_t total = 0;
    for (const auto& pair : chosen) total += pair.score_bp;
    if (!fewest_missing || missing < *fewest_missing) fewest_missing = missing;
    if (missing == 0) best_total = std::max(best_total, total);
  }
};

}  // namespace

std::int64_t missing_places(const Problem& problem, const std::vector<Pair>& chosen) {
  std::vector<std::int64_t> of_person(problem.people.size());
  std::vector<std::int64_t> of_vacancy(problem.vacancies.size());
  std::vector<std::int64_t> of_caseload(problem.caseloads.size());
  for (const auto& pair : chosen) {
    ++of_person[pair.person];
    ++of_vacancy[pair.vacancy];
    ++of_caseload[problem.people[pair.person].caseload];
  }
  std::int64_t missing = 0;
  for (const auto count : of_person) {
    if (count > problem.most_vacancies_per_person) return -1;
  }
  for (std::size_t i = 0; i < of_vacancy.size(); ++i) {
    if (of_vacancy[i] > problem.vacancies[i].people.most) return -1;
    missing += std::max<std::int64_t>(0, problem.vacancies[i].people.least - of_vacancy[i]);
  }
  for (std::size_t i = 0; i < of_caseload.size(); ++i) {
    if (of_caseload[i] > problem.caseloads[i].places.most) return -1;
    missing += std::max<std::int64_t>(0, problem.caseloads[i].places.least - of_caseload[i]);
  }
  return missing;
}

Best best_by_trying_everything(const Problem& problem) {
  Search search{problem, {}, {}, 0};
  search.from(0);
  return {search.fewest_missing.value_or(0), search.best_total};
}

}  // namespace passend::selection::test
