// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "indexer/model/codec.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/explain/explain.hpp"
#include "server/commands/insight.hpp"
#include "server/commands/matching.hpp"
#include "server/commands/output.hpp"
#include "server/commands/results.hpp"

namespace passend::commands {
namespace {

enum class Party : std::uint8_t { vacancy, candidate };
enum class Explaining : std::uint8_t { no, yes };

struct MatchArguments {
  std::string id;
  std::string lane = "fits";
  std::string sort = "combined";
  explain::Style style = explain::Style::dutch;
  Explaining explaining = Explaining::no;
  engine::MatchQuery query{.page_size = 10};
};

const std::map<std::string, engine::Lane> lanes{{"fits", engine::Lane::fits},
                                                {"open", engine::Lane::one_question_open}};
const std::map<std::string, engine::SortBy> sorts{{"combined", engine::SortBy::combined},
                                                  {"demand", engine::SortBy::demand},
                                                  {"supply", engine::SortBy::supply},
                                                  {"distance", engine::SortBy::distance},
                                                  {"freshness", engine::SortBy::freshness}};

void print_explanation(const engine::PairExplanation& explanation, const std::string& name, explain::Style style,
                       std::ostream& out) {
  const auto words = explain::render(explanation, style);
  out << "\n" << explanation.rank << ". " << name << "\n   " << words.headline << '\n';
  for (std::size_t i = 0; i < words.criteria.size(); ++i) {
    const auto& result = explanation.criteria.at(i);
    const char* mark = result.verdict == engine::Verdict::met       ? "+"
                       : result.verdict == engine::Verdict::unknown ? "?"
                                                                    : "-";
    out << "   " << mark << ' ' << words.criteria[i].name << (result.side == engine::Side::demand ? "" : " (wens)")
        << ", " << percent(result.contribution_bp) << ": ";
    for (const auto& sentence : words.criteria[i].sentences) out << sentence << ' ';
    out << '\n';
  }
  for (const auto& question : words.open_questions) out << "   ? " << question << '\n';
}

std::vector<engine::PairExplanation> explain_rows(const engine::Engine& engine, Party party,
                                                  const MatchArguments& arguments, const engine::MatchPage& page) {
  std::vector<engine::PairExplanation> explanations;
  if (arguments.explaining == Explaining::no) return explanations;
  const Id128 subject = id_of(arguments.id);
  for (const auto& row : page.rows) {
    const CandidateId candidate{party == Party::vacancy ? row.id : subject};
    const VacancyId vacancy{party == Party::vacancy ? subject : row.id};
    explanations.push_back(engine.explain_pair(candidate, vacancy, arguments.query.seed));
    explanations.back().rank = row.rank;  // Known from the list; no need to rank the pool again.
  }
  return explanations;
}

void print_page(Matching& matching, Party party, const MatchArguments& arguments, const engine::MatchPage& page,
                run::RunId run, Context& context) {
  const auto explanations = explain_rows(matching.engine, party, arguments, page);
  const auto style = arguments.style;
  if (context.form == OutputForm::json) {
    auto result = match_result(page, explanations, style);
    result.run.id = run;
    context.print_json(encode(result));
    return;
  }
  const Id128 subject = id_of(arguments.id);
  const auto name_of = [&](Party kind, const Id128& id) {
    return kind == Party::vacancy
               ? vacancy_name(*matching.store, VacancyId{id})
               : candidate_name(*matching.store, &matching.engine.pool().taxonomy(), CandidateId{id});
  };
  context.out() << name_of(party, subject) << '\n';
  context.out() << grouped(page.lane_counts[0]) << " fit, " << grouped(page.lane_counts[1]) << " with a question open, "
                << grouped(page.lane_counts[2]) << " fall short\n\n";
  const Party other = party == Party::vacancy ? Party::candidate : Party::vacancy;
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : page.rows) {
    rows.push_back({std::to_string(row.rank), percent(row.combined.expected_bp), interval(row.combined),
                    percent(row.demand.expected_bp), percent(row.supply.expected_bp), kilometres(row.distance_m),
                    to_text(row.id), name_of(other, row.id)});
  }
  print_table({">rank", ">score", ">interval", ">demand", ">supply", ">km", "id",
               other == Party::candidate ? "candidate" : "vacancy"},
              rows, context.out());
  if (party == Party::vacancy) {
    const auto& pool = matching.engine.pool();
    print_requirement_costs(page.requirement_costs, pool.vacancy(*pool.find(VacancyId{subject})), pool.taxonomy(),
                            style, context.out());
  }
  for (std::size_t i = 0; i < explanations.size(); ++i) {
    print_explanation(explanations[i], name_of(other, page.rows[i].id), style, context.out());
  }
  if (page.rows.empty() && page.lane_counts[1] != 0 && arguments.lane == "fits") {
    context.progress().remark(
        "Nobody fits on what is known; --lane open lists who could, once a question is answered.");
  }
  context.progress().remark("engine: " + std::to_string(page.run.microseconds) + " microseconds; recorded as run " +
                            to_text(run));
}

void add_party(CLI::App& match, Party party, Context& context) {
  const bool vacancy = party == Party::vacancy;
  auto* command =
      match.add_subcommand(vacancy ? "vacancy" : "candidate",
                           vacancy ? "Rank the candidates for a vacancy" : "Rank the vacancies for a candidate");
  auto arguments = std::make_shared<MatchArguments>();
  command->add_option("id", arguments->id, "Id, as `passend search` prints it")->required();
  command->add_option("--top", arguments->query.page_size, "How many to list")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--page", arguments->query.page, "Which page of that many")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--lane", arguments->lane, "fits: all required met; open: a required one is not known")
      ->check(CLI::IsMember(lanes))
      ->capture_default_str();
  command->add_option("--sort", arguments->sort, "Order of the list")
      ->check(CLI::IsMember(sorts))
      ->capture_default_str();
  command->add_option("--seed", arguments->query.seed, "Key of the order among equals")->capture_default_str();
  add_language_option(*command, arguments->style);
  command->add_flag_callback(
      "--explain", [arguments] { arguments->explaining = Explaining::yes; },
      "Explain every score, criterion by criterion");
  command->footer(vacancy ? "Example: passend match vacancy ID --top 5 --explain"
                          : "Example: passend match candidate ID --sort distance");
  command->callback([party, arguments, &context] {
    const Id128 id = id_of(arguments->id);
    arguments->query.lane = lanes.at(arguments->lane);
    arguments->query.sort = sorts.at(arguments->sort);
    context.matching_switch().require_allowed();
    Matching matching(context);
    const auto page = party == Party::vacancy ? matching.engine.candidates_for(VacancyId{id}, arguments->query)
                                              : matching.engine.vacancies_for(CandidateId{id}, arguments->query);
    const auto direction =
        party == Party::vacancy ? run::Direction::candidates_for_vacancy : run::Direction::vacancies_for_candidate;
    const auto run = record_run(context, matching, {direction, id, {}, arguments->query}, page);
    print_page(matching, party, *arguments, page, run, context);
  });
}

}  // namespace

void add_match(CLI::App& app, Context& context) {
  auto* match =
      app.add_subcommand("match", "Match both ways: candidates for a vacancy, vacancies for a candidate, all at once");
  match->require_subcommand(1);
  add_weights_options(*match, context.weighing);
  add_party(*match, Party::vacancy, context);
  add_party(*match, Party::candidate, context);
  add_match_batch(*match, context);
  add_match_runs(*match, context);
  add_match_replay(*match, context);
  add_match_exposure(*match, context);
  add_match_select(*match, context);
  add_match_insight(*match, context);
}

}  // namespace passend::commands
