// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "matcher/run/replay_json.hpp"
#include "matcher/run/run_log.hpp"
#include "server/commands/matching.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

std::string place_of(const std::optional<engine::MatchRow>& row) {
  return row ? std::to_string(row->rank) + " (" + percent(row->combined.expected_bp) + ")" : "-";
}

void print_differences(const std::string& title, const std::vector<run::Difference>& differences, std::ostream& out) {
  if (differences.empty()) return;
  std::vector<std::vector<std::string>> rows;
  for (const auto& difference : differences) rows.push_back({difference.what, difference.then, difference.now});
  out << '\n';
  print_table({title, "then", "now"}, rows, out);
}

void print_replay(const run::Replay& replay, Context& context) {
  auto& out = context.out();
  if (context.form == OutputForm::json) {
    context.print_json(to_json(replay));
    return;
  }
  out << replay.sentence << "\n\n";
  print_facts({{"verdict", std::string(passend::to_text(replay.verdict))},
               {"result hash then", replay.hash_then},
               {"result hash now", replay.hash_now.empty() ? "-" : replay.hash_now}},
              out);
  print_differences("went in", replay.inputs, out);
  print_differences("came out", replay.results, out);
  print_differences("profile of today", replay.profile, out);
  if (replay.rows.empty()) return;
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : replay.rows) {
    rows.push_back({to_text(row.id), std::string(passend::to_text(row.change)), place_of(row.then), place_of(row.now),
                    row.record_changed ? (*row.record_changed ? "yes" : "no") : "?"});
  }
  out << '\n';
  print_table({"id", "change", ">rank then", ">rank now", "record changed"}, rows, out);
}

void run_replay(const std::string& text, Context& context) {
  const run::RunLog log(context.runs_directory());
  const auto run = log.find({id_of(text)});
  if (!run) {
    throw Error(ErrorCode::not_found, "no run with this id is recorded in '" + log.directory().string() +
                                          "': `passend match runs` lists those that are; old ones are pruned");
  }
  const Matching matching(context);
  run::Present present{.pool = matching.pool,
                       .executor = matching.executor,
                       .postcodes_hash = run::fingerprint(matching.pool->postcodes()),
                       .profile = run::profile_of(run->inputs.weights.name, criteria::Profiles::built_in()),
                       .changed = store::ids_changed_since(*matching.store, run->inputs.pool_position)};
  const auto replay = run::replay(*run, present);
  print_replay(replay, context);
  if (replay.verdict == run::Verdict::different) throw Error(ErrorCode::replay_differs, replay.sentence);
}

}  // namespace

void add_match_replay(CLI::App& match, Context& context) {
  auto* command = match.add_subcommand(
      "replay", "Ask the question of a recorded run again: the same result, or what exactly differs");
  auto run = std::make_shared<std::string>();
  command->add_option("run", *run, "Id of the run")->required();
  command->footer("Exit status: 0 the same result byte for byte, 7 another one.");
  command->callback([run, &context] { run_replay(*run, context); });
}

}  // namespace passend::commands
