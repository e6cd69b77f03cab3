// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <map>

#include "indexer/base/error.hpp"
#include "matcher/explain/explain.hpp"
#include "matcher/selection/score_matrix.hpp"
#include "server/commands/insight.hpp"
#include "server/commands/matching.hpp"
#include "server/commands/output.hpp"
#include "server/commands/places.hpp"
#include "server/commands/results.hpp"

namespace passend::commands {
namespace {

struct SelectArguments {
  std::vector<std::string> vacancies;
  std::string per_vacancy;
  std::int64_t per_person = 1;
  std::string caseloads;
  std::string per_caseload;
  std::uint64_t seed = 0;
  std::string format = "table";
  explain::Style style = explain::Style::dutch;
};

/// Everyone in the pool, in one caseload without limits.
CaseloadFile everyone(const pool::Pool& pool, std::int64_t places) {
  CaseloadFile all;
  all.caseloads = {{"", {0, places}}};
  for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
    if (!pool.candidate_is_void(row)) all.people.push_back({pool.candidate_id(row), 0});
  }
  return all;
}

selection::Problem problem_of(const SelectArguments& arguments, const Matching& matching, Context& context) {
  selection::Problem problem;
  problem.vacancies = wanted_people(arguments.vacancies, limits_of(arguments.per_vacancy));
  problem.most_vacancies_per_person = arguments.per_person;
  problem.seed = arguments.seed;
  std::int64_t places = 0;
  for (const auto& wanted : problem.vacancies) places += wanted.people.most;
  const bool has_file = !arguments.caseloads.empty();
  auto caseloads = has_file ? read_caseloads(arguments.caseloads) : everyone(*matching.pool, places);
  problem.caseloads = std::move(caseloads.caseloads);
  problem.people = std::move(caseloads.people);
  if (has_file) {
    const auto limits = arguments.per_caseload.empty() ? selection::Limits{0, places}
                                                       : caseload_limits_of(arguments.per_caseload, places);
    for (auto& caseload : problem.caseloads) caseload.places = limits;
  }
  const auto gone = std::count_if(problem.people.begin(), problem.people.end(),
                                  [&](const auto& person) { return !matching.pool->find(person.candidate); });
  if (gone != 0)
    context.progress().remark(grouped(static_cast<std::uint64_t>(gone)) + " people of the file are not in the pool");
  problem.pairs = selection::fitting_pairs(matching.engine, matching.executor, problem.vacancies, problem.people);
  return problem;
}

[[noreturn]] void refuse(const selection::Selection& selection, const selection::Problem& problem) {
  std::string detail = "the limits contradict each other: " + std::to_string(selection.missing) +
                       " of the places that are asked at least cannot be given";
  for (const auto& bottleneck : selection.bottlenecks) detail += "\n  " + selection::to_text(bottleneck, problem);
  std::vector<Violation> violations;
  for (const auto& shortage : selection.shortages) {
    const bool of_vacancy = shortage.of == selection::Shortage::Of::vacancy;
    violations.push_back({of_vacancy ? "per-vacancy" : "per-caseload", std::to_string(shortage.asked),
                          selection::to_text(shortage, problem)});
  }
  throw Error(ErrorCode::invalid_input, detail, violations);
}

/// The first sentence of what adds most to the score, of what is met.
std::string reason_of(const engine::PairExplanation& explanation, explain::Style style) {
  const auto words = explain::render(explanation, style);
  std::string reason;
  int most = 0;
  for (std::size_t i = 0; i < explanation.criteria.size(); ++i) {
    const auto& result = explanation.criteria[i];
    if (result.verdict != engine::Verdict::met || result.contribution_bp <= most) continue;
    if (words.criteria.at(i).sentences.empty()) continue;
    most = result.contribution_bp;
    reason = words.criteria[i].name + ": " + words.criteria[i].sentences.front();
  }
  return reason;
}

std::vector<Place> places_of(const selection::Selection& selection, const selection::Problem& problem,
                             const SelectArguments& arguments, const Matching& matching) {
  std::vector<Place> places;
  for (const auto& pair : selection.chosen) {
    const auto& person = problem.people[pair.person];
    Place place;
    place.vacancy = problem.vacancies[pair.vacancy].vacancy;
    place.candidate = person.candidate;
    place.caseload = problem.caseloads[person.caseload].name;
    place.score_bp = pair.score_bp;
    const auto explanation = matching.engine.explain_pair(place.candidate, place.vacancy, arguments.seed);
    place.reason = reason_of(explanation, arguments.style);
    places.push_back(std::move(place));
  }
  return places;
}

void print_places(const std::vector<Place>& places, const std::string& format, Matching& matching, Context& context) {
  if (context.form == OutputForm::json) {
    std::string json;
    for (const auto& place : places) json += (json.empty() ? "" : ",") + to_json(place);
    context.print_json("[" + json + "]");
    return;
  }
  auto& out = context.out();
  if (format == "ndjson") {
    for (const auto& place : places) out << to_json(place) << '\n';
    return;
  }
  if (format == "csv") {
    out << csv_line({"vacancy", "candidate", "caseload", "score", "reason"});
    for (const auto& place : places) {
      out << csv_line(
          {to_text(place.vacancy), to_text(place.candidate), place.caseload, percent(place.score_bp), place.reason});
    }
    return;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& place : places) {
    rows.push_back({vacancy_name(*matching.store, place.vacancy), to_text(place.candidate), place.caseload,
                    percent(place.score_bp), place.reason});
  }
  print_table({"vacancy", "candidate", "caseload", ">score", "reason"}, rows, out);
}

/// Who is invited was shown to an employer: that counts in the exposure audit, whatever the rank.
run::Showings showings_of(const std::vector<Place>& places) {
  std::map<CandidateId, std::uint32_t> vacancies;
  for (const auto& place : places) ++vacancies[place.candidate];
  run::Showings showings{.tops = {1}};
  for (const auto& [candidate, count] : vacancies) {
    showings.people.push_back(candidate);
    showings.lists.push_back(count);
  }
  return showings;
}

void run_select(const SelectArguments& arguments, Context& context) {
  context.matching_switch().require_allowed();
  Matching matching(context);
  const auto problem = problem_of(arguments, matching, context);
  const auto start = std::chrono::steady_clock::now();
  const auto selection = selection::select(problem);
  const auto milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  if (selection.missing != 0) refuse(selection, problem);
  const auto places = places_of(selection, problem, arguments, matching);
  record_showings(context, problem.vacancies.size(), showings_of(places));
  print_places(places, arguments.format, matching, context);
  context.progress().remark(grouped(places.size()) + " places for " + grouped(problem.vacancies.size()) +
                            " vacancies out of " + grouped(problem.pairs.size()) + " pairs that fit, chosen in " +
                            std::to_string(milliseconds.count()) + " ms");
}

}  // namespace

void add_match_select(CLI::App& match, Context& context) {
  auto* command = match.add_subcommand(
      "select", "Choose people for several vacancies at once, as for an event: the best set that keeps all limits");
  auto arguments = std::make_shared<SelectArguments>();
  command
      ->add_option("--vacancies", arguments->vacancies, "Ids, or CSV files with the column vacancy (and least, most)")
      ->required();
  command->add_option("--per-vacancy", arguments->per_vacancy, "People per vacancy: 5 (at most) or 2..5")->required();
  command->add_option("--per-person", arguments->per_person, "Vacancies that one person can be chosen for")
      ->check(CLI::Range(1, 1'000))
      ->capture_default_str();
  command->add_option("--caseloads", arguments->caseloads,
                      "CSV file with candidate and caseload: only these people; without it everyone");
  command->add_option("--per-caseload", arguments->per_caseload,
                      "Places per caseload: 20 (at most), 5..20, or 25% of all places");
  command->add_option("--seed", arguments->seed, "Decides among sets of equal total score")->capture_default_str();
  command->add_option("--format", arguments->format, "table, csv or ndjson")
      ->check(CLI::IsMember({"table", "csv", "ndjson"}))
      ->capture_default_str();
  add_language_option(*command, arguments->style);
  command->footer(
      "Example: passend match select --vacancies event.csv --per-vacancy 3..8 --caseloads caseloads.csv "
      "--per-caseload 25%");
  command->callback([arguments, &context] { run_select(*arguments, context); });
}

}  // namespace passend::commands
