// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "matcher/engine/codes.hpp"
#include "matcher/run/run_log.hpp"
#include "server/commands/matching.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

constexpr int default_keep_days = 180;
constexpr std::size_t hash_digits_shown = 12;

struct ListArguments {
  std::string vacancy;
  std::string candidate;
  std::string day;
};
struct ShowArguments {
  std::string run;
  bool canonical = false;
};

Date day_of(const std::string& text) {
  if (const auto day = parse_date(text)) return *day;
  throw Error(ErrorCode::usage, "'" + text + "' is not a day: YYYY-MM-DD, as 2026-11-22");
}

run::RunFilter filter_of(const ListArguments& arguments) {
  run::RunFilter filter;
  if (!arguments.vacancy.empty()) filter.party = id_of(arguments.vacancy);
  if (!arguments.candidate.empty()) filter.party = id_of(arguments.candidate);
  if (!arguments.day.empty()) filter.from = filter.until = day_of(arguments.day);
  return filter;
}

std::string direction_of(const run::Run& run) {
  if (run.question.direction == run::Direction::vacancies_for_candidate) return "vacancies for candidate";
  return run.question.tried_out ? "candidates for tried-out vacancy" : "candidates for vacancy";
}

std::vector<std::string> cells_of(const run::Run& run) {
  const auto& query = run.question.query;
  return {to_text(run.id),
          to_text(run.time),
          direction_of(run),
          to_text(run.question.subject),
          std::string(passend::to_text(query.lane)),
          std::to_string(run.result.rows.size()),
          run.inputs.weights.name,
          std::to_string(run.inputs.pool_position),
          run.result_hash.substr(0, hash_digits_shown)};
}

std::vector<std::string> cells_of(const run::BatchShowings& batch) {
  return {to_text(batch.id),
          to_text(batch.time),
          "batch of " + grouped(batch.vacancies) + " vacancies",
          "",
          "fits",
          grouped(batch.showings.people.size()) + " people",
          "",
          "",
          ""};
}

void list_runs(const ListArguments& arguments, Context& context) {
  std::vector<std::vector<std::string>> rows;
  std::string json;
  const run::RunLog log(context.runs_directory());
  const auto notices = log.read(filter_of(arguments), [&](run::Record&& record) {
    if (context.form == OutputForm::json) {
      json += (json.empty() ? "" : ",") + run::encode(record);
    } else {
      rows.push_back(std::visit([](const auto& one) { return cells_of(one); }, record));
    }
    return true;
  });
  for (const auto& notice : notices) context.progress().remark(notice);
  if (context.form == OutputForm::json) {
    context.print_json("[" + json + "]");
    return;
  }
  print_table({"run", "time", "asked", "for", "lane", ">rows", "weights", ">pool", "result"}, rows, context.out());
  if (rows.empty())
    context.progress().remark("no runs recorded in '" + log.directory().string() + "' fit the question");
}

void print_inputs(const run::Run& run, std::ostream& out) {
  const auto& query = run.question.query;
  print_facts({{"run", to_text(run.id)},
               {"time", to_text(run.time)},
               {"asked", direction_of(run)},
               {"for", to_text(run.question.subject)},
               {"lane", std::string(passend::to_text(query.lane))},
               {"sort", std::string(passend::to_text(query.sort))},
               {"page", std::to_string(query.page) + " of " + std::to_string(query.page_size) + " rows"},
               {"seed", std::to_string(query.seed)},
               {"engine version", run.inputs.engine_version},
               {"weights", run.inputs.weights.name},
               {"taxonomy", run.inputs.taxonomy_name + " (" + run.inputs.taxonomy_hash + ")"},
               {"postcode table", run.inputs.postcodes_hash},
               {"pool position", std::to_string(run.inputs.pool_position)},
               {"day", to_text(run.inputs.today)},
               {"fit", grouped(run.result.lane_counts[0])},
               {"one question open", grouped(run.result.lane_counts[1])},
               {"fall short", grouped(run.result.lane_counts[2])},
               {"result hash", run.result_hash}},
              out);
}

run::Run find_run(const std::string& text, Context& context) {
  const run::RunLog log(context.runs_directory());
  if (const auto found = log.find({id_of(text)})) return *found;
  throw Error(ErrorCode::not_found, "no run with this id is recorded in '" + log.directory().string() +
                                        "': `passend match runs` lists those that are; old ones are pruned");
}

void show_run(const ShowArguments& arguments, Context& context) {
  const auto run = find_run(arguments.run, context);
  if (arguments.canonical) {
    context.out() << run::canonical_bytes(run.result);
    return;
  }
  if (context.form == OutputForm::json) {
    context.print_json(run::encode(run));
    return;
  }
  print_inputs(run, context.out());
  context.out() << '\n';
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : run.result.rows) {
    rows.push_back({std::to_string(row.rank), percent(row.combined.expected_bp), interval(row.combined),
                    percent(row.demand.expected_bp), percent(row.supply.expected_bp), kilometres(row.distance_m),
                    to_text(row.id)});
  }
  print_table({">rank", ">score", ">interval", ">demand", ">supply", ">km", "id"}, rows, context.out());
}

void prune_runs(int keep_days, Context& context) {
  const run::RunLog log(context.runs_directory());
  const auto report = log.prune({now().date().days - keep_days});
  const std::vector<std::pair<std::string, std::uint64_t>> counts{
      {"removed", report.removed}, {"kept", report.kept}, {"unreadable", report.unreadable}};
  if (context.form == OutputForm::json) {
    context.print_json(to_json(counts));
    return;
  }
  std::vector<std::pair<std::string, std::string>> facts;
  for (const auto& [name, count] : counts) facts.emplace_back(name, grouped(count));
  print_facts(facts, context.out());
}

void add_show(CLI::App& runs, Context& context) {
  auto* show = runs.add_subcommand("show", "Everything that went into a run, and its result");
  auto arguments = std::make_shared<ShowArguments>();
  show->add_option("run", arguments->run, "Id of the run")->required();
  show->add_flag("--canonical", arguments->canonical, "Print the bytes that the result hash is over, and nothing else");
  show->footer("Example: passend match runs show RUN --canonical | sha256sum");
  show->callback([arguments, &context] { show_run(*arguments, context); });
}

void add_prune(CLI::App& runs, Context& context) {
  auto* prune = runs.add_subcommand("prune", "Remove the records of runs that are older than they are kept");
  auto keep_days = std::make_shared<int>(default_keep_days);
  prune->add_option("--keep-days", *keep_days, "Days that a run is kept")
      ->check(CLI::Range(1, 36'500))
      ->envname("PASSEND_KEEP_RUNS_DAYS")
      ->capture_default_str();
  prune->callback([keep_days, &context] { prune_runs(*keep_days, context); });
}

}  // namespace

void add_match_runs(CLI::App& match, Context& context) {
  auto* runs =
      match.add_subcommand("runs", "The match runs that were recorded: what was asked, with what, what came out");
  runs->require_subcommand(0, 1);
  auto arguments = std::make_shared<ListArguments>();
  auto* vacancy = runs->add_option("--vacancy", arguments->vacancy, "Only runs for this vacancy or that list it");
  runs->add_option("--candidate", arguments->candidate, "Only runs for this candidate or that list them")
      ->excludes(vacancy);
  runs->add_option("--day", arguments->day, "Only runs of this day (UTC), YYYY-MM-DD");
  add_show(*runs, context);
  add_prune(*runs, context);
  runs->callback([runs, arguments, &context] {
    if (runs->get_subcommands().empty()) list_runs(*arguments, context);
  });
}

}  // namespace passend::commands
