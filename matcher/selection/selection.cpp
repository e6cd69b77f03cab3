// SPDX-License-Identifier: EUPL-1.2
#include "matcher/selection/selection.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>

#include "indexer/base/error.hpp"
#include "indexer/base/random.hpp"
#include "matcher/selection/network.hpp"

namespace passend::selection {
namespace {

constexpr std::int64_t highest_score_bp = 10'000;
constexpr int most_tie_bits = 16;
constexpr std::int64_t highest_limit = std::int64_t{1} << 40;

void check(std::vector<Violation>& violations, const std::string& field, const Limits& limits) {
  if (limits.least >= 0 && limits.least <= limits.most && limits.most <= highest_limit) return;
  violations.push_back({field, std::to_string(limits.least) + ".." + std::to_string(limits.most),
                        "0 <= least <= most <= " + std::to_string(highest_limit)});
}

void verify_pairs(const Problem& problem, std::vector<Violation>& violations) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const auto& pair : problem.pairs) {
    const bool in_range = pair.person < problem.people.size() && pair.vacancy < problem.vacancies.size() &&
                          pair.score_bp >= 0 && pair.score_bp <= highest_score_bp;
    if (!in_range)
      violations.push_back({"pairs", std::to_string(pair.score_bp), "names a person, a vacancy and 0 to 10000"});
    seen.emplace_back(pair.person, pair.vacancy);
  }
  std::sort(seen.begin(), seen.end());
  if (std::adjacent_find(seen.begin(), seen.end()) != seen.end()) {
    violations.push_back({"pairs", "", "no pair stands there twice"});
  }
}

void verify(const Problem& problem) {
  std::vector<Violation> violations;
  for (const auto& vacancy : problem.vacancies)
    check(violations, "people of " + to_text(vacancy.vacancy), vacancy.people);
  for (const auto& caseload : problem.caseloads)
    check(violations, "places of caseload " + caseload.name, caseload.places);
  check(violations, "vacancies per person", {0, problem.most_vacancies_per_person});
  for (const auto& person : problem.people) {
    if (person.caseload < problem.caseloads.size()) continue;
    violations.push_back({"people", std::to_string(person.caseload), "has a caseload that is listed"});
  }
  verify_pairs(problem, violations);
  if (violations.empty()) return;
  throw Error(ErrorCode::invalid_input,
              "the selection cannot be made as asked: " + passend::to_text(violations.front()), violations);
}

/// The problem in an order that does not depend on that of the input, and the way back.
struct Ordered {
  Problem problem;
  std::vector<std::uint32_t> people;     ///< Position in the input by position here.
  std::vector<std::uint32_t> vacancies;  ///< Likewise.
};

template <class Items, class Key>
std::vector<std::uint32_t> order_by(const Items& items, const Key& key) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return key(items[a]) < key(items[b]); });
  return order;
}

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> places(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) places[order[i]] = i;
  return places;
}

Ordered ordered(const Problem& problem) {
  Ordered made;
  made.people = order_by(problem.people, [](const auto& person) { return person.candidate; });
  made.vacancies = order_by(problem.vacancies, [](const auto& vacancy) { return vacancy.vacancy; });
  const auto caseloads =
      order_by(problem.caseloads, [](const auto& caseload) { return std::string_view(caseload.name); });
  const auto person_places = inverse(made.people);
  const auto vacancy_places = inverse(made.vacancies);
  const auto caseload_places = inverse(caseloads);
  auto& same = made.problem;
  same.seed = problem.seed;
  same.most_vacancies_per_person = problem.most_vacancies_per_person;
  for (const auto i : made.vacancies) same.vacancies.push_back(problem.vacancies[i]);
  for (const auto i : caseloads) same.caseloads.push_back(problem.caseloads[i]);
  for (const auto i : made.people) {
    same.people.push_back({problem.people[i].candidate, caseload_places[problem.people[i].caseload]});
  }
  for (const auto& pair : problem.pairs) {
    same.pairs.push_back({person_places[pair.person], vacancy_places[pair.vacancy], pair.score_bp});
  }
  std::sort(same.pairs.begin(), same.pairs.end(),
            [](const auto& a, const auto& b) { return std::tie(a.person, a.vacancy) < std::tie(b.person, b.vacancy); });
  return made;
}

std::uint64_t tie_hash(const Problem& problem, const Pair& pair) {
  const auto of_person = tie_break(problem.seed, problem.people[pair.person].candidate.value);
  return tie_break(of_person, problem.vacancies[pair.vacancy].vacancy.value);
}

/// The most pairs that any set can have.
std::int64_t most_pairs(const Problem& problem) {
  std::int64_t places = 0;
  for (const auto& vacancy : problem.vacancies) {
    places += std::min(vacancy.people.most, static_cast<std::int64_t>(problem.people.size()));
  }
  return std::min(places, static_cast<std::int64_t>(problem.pairs.size()));
}

int bits_of(std::int64_t number) {
  return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(number)));
}

/// Gives each pair its gain: the score, and far below it a keyed hash that only decides between equal totals.
void set_gains(const Problem& problem, ProblemNetwork& made) {
  const int bits_taken = bits_of(most_pairs(problem) + 1) + bits_of(made.network.nodes) + bits_of(highest_score_bp + 1);
  const int tie_bits = std::min(most_tie_bits, bits_of(highest_path_cost) - 1 - bits_taken);
  if (tie_bits < 1) {
    throw Error(ErrorCode::invalid_input,
                "the selection is too large to be solved exactly: " + std::to_string(problem.people.size()) +
                    " people for " + std::to_string(problem.vacancies.size()) + " vacancies; split it");
  }
  const auto unit = (most_pairs(problem) + 1) << tie_bits;  // Above the sum of all hashes of any set.
  for (std::size_t i = 0; i < problem.pairs.size(); ++i) {
    const auto& pair = problem.pairs[i];
    const auto tie = static_cast<std::int64_t>(tie_hash(problem, pair) >> (64 - tie_bits));
    made.network.arcs[made.pair_arcs[i]].cost = -(pair.score_bp * unit + tie);
  }
}

Selection solve(const Problem& problem) {
  Selection selection;
  auto made = network_of(problem);
  auto feasible = feasibility(problem, made);
  selection.shortages = std::move(feasible.shortages);
  selection.missing = feasible.missing;
  selection.bottlenecks = std::move(feasible.bottlenecks);
  if (selection.missing != 0) return selection;
  set_gains(problem, made);
  const auto flow = cheapest_circulation(made.network);
  if (!flow) throw Error(ErrorCode::internal, "the selection has no set although its limits can be met");
  for (std::size_t i = 0; i < problem.pairs.size(); ++i) {
    if ((*flow)[made.pair_arcs[i]] == 0) continue;
    selection.chosen.push_back(problem.pairs[i]);
    selection.total_bp += problem.pairs[i].score_bp;
  }
  return selection;
}

}  // namespace

Selection select(const Problem& problem) {
  verify(problem);
  const auto same = ordered(problem);
  auto selection = solve(same.problem);
  // A caseload is known by its name, of which there may be two: the way back is by position.
  const auto caseloads =
      order_by(problem.caseloads, [](const auto& caseload) { return std::string_view(caseload.name); });
  for (auto& shortage : selection.shortages) {
    shortage.position =
        shortage.of == Shortage::Of::vacancy ? same.vacancies[shortage.position] : caseloads[shortage.position];
  }
  for (auto& bottleneck : selection.bottlenecks) {
    for (auto& vacancy : bottleneck.vacancies) vacancy = same.vacancies[vacancy];
    for (auto& person : bottleneck.people) person = same.people[person];
    for (auto& caseload : bottleneck.caseloads) caseload = caseloads[caseload];
  }
  std::sort(selection.chosen.begin(), selection.chosen.end(), [&](const Pair& a, const Pair& b) {
    return std::tuple(same.vacancies[a.vacancy], -a.score_bp, tie_hash(same.problem, b)) <
           std::tuple(same.vacancies[b.vacancy], -b.score_bp, tie_hash(same.problem, a));
  });
  for (auto& pair : selection.chosen) pair = {same.people[pair.person], same.vacancies[pair.vacancy], pair.score_bp};
  return selection;
}

}  // namespace passend::selection
