// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "matcher/batch/batch.hpp"
#include "matcher/criteria/weights_json.hpp"
#include "server/commands/matching.hpp"
#include "server/commands/output.hpp"
#include "server/commands/stop_request.hpp"

namespace passend::commands {
namespace {

struct BatchArguments {
  batch::BatchOptions options;
  std::string format = "ndjson";
  std::string partition;
  std::string day;
  std::uint32_t top = 50;
  std::uint64_t seed = 0;
  unsigned threads = 0;
  std::vector<std::string> join;
};

const std::map<std::string, batch::Format> formats{{"ndjson", batch::Format::ndjson}, {"csv", batch::Format::csv}};

batch::Watch watch_of(const StopRequest& stop, Context& context) {
  return {context.progress().sink(), [&context](std::string_view words) { context.progress().remark(words); },
          [&stop] { return stop.asked(); }};
}

void print_summary(const batch::BatchSummary& summary, Context& context) {
  if (context.form == OutputForm::json) {
    context.print_json(to_json(summary));
    return;
  }
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.1f", summary.seconds);
  const auto chunks = grouped(summary.chunks_matched) + " matched, " + grouped(summary.chunks_taken_up) + " taken up";
  print_facts({{"day", to_text(summary.inputs.day)},
               {"weights", criteria::decode_weights(summary.inputs.weights).name},
               {"pool position", std::to_string(summary.inputs.pool_position)},
               {"partition", to_text(summary.partition)},
               {"candidates", grouped(summary.candidates)},
               {"vacancies", grouped(summary.vacancies)},
               {"fitting pairs", grouped(summary.pairs)},
               {"vacancies with somebody", grouped(summary.listed_vacancies)},
               {"candidates in a list", grouped(summary.showings.people.size())},
               {"chunks", chunks},
               {"memory of the lists", grouped(summary.memory_bytes / 1'000'000) + " MB"},
               {"seconds", seconds},
               {"result hash", summary.result_hash.empty() ? "(of the joined result)" : summary.result_hash}},
              context.out());
  for (const auto& file : summary.files) context.out() << file.string() << '\n';
}

/// The day that was asked for; else that of the work that is taken up, which may have begun before midnight; else
/// today.
Date day_of(const BatchArguments& arguments) {
  if (!arguments.day.empty()) {
    if (const auto day = parse_date(arguments.day)) return *day;
    throw Error(ErrorCode::usage, "--day '" + arguments.day + "' is not a day as 2027-02-01");
  }
  if (arguments.options.earlier == batch::EarlierWork::taken_up) {
    if (const auto earlier = earlier_inputs(arguments.options)) return earlier->day;
  }
  return now().date();
}

batch::BatchSummary match_all(const BatchArguments& arguments, const StopRequest& stop, Context& context) {
  const auto show = context.progress().sink();
  const auto watched = [&](const Progress& progress) {
    show(progress);
    if (stop.asked()) throw Error(ErrorCode::cancelled, "stopped before anything was matched");
  };
  const auto day = day_of(arguments);
  context.matching_switch().require_allowed();
  const Matching matching(context, {day, arguments.threads, watched});
  const auto& engine = matching.engine;
  const auto inputs = batch::inputs_of(engine, engine.weights(), {day, arguments.seed, arguments.top});
  return run_batch(engine, inputs, matching.executor, arguments.options, watch_of(stop, context));
}

void run(BatchArguments& arguments, Context& context) {
  const StopRequest stop;
  arguments.options.format = formats.at(arguments.format);
  if (!arguments.partition.empty()) {
    const auto partition = batch::parse_partition(arguments.partition);
    if (!partition) {
      throw Error(ErrorCode::usage, "--partition '" + arguments.partition + "' is not i/n with 1 <= i <= n, as 2/4");
    }
    arguments.options.partition = *partition;
  }
  if (arguments.join.empty()) {
    const auto summary = match_all(arguments, stop, context);
    context.progress().finish();
    record_showings(context, summary.vacancies, summary.showings);
    print_summary(summary, context);
    return;
  }
  const std::vector<std::filesystem::path> files(arguments.join.begin(), arguments.join.end());
  const auto summary = join_partitions(files, arguments.options, Executor(arguments.threads), watch_of(stop, context));
  context.progress().finish();
  print_summary(summary, context);
}

constexpr const char* footer =
    "The output directory gets per-vacancy and per-candidate (.ndjson or .csv: vacancy, candidate, rank, combined,\n"
    "demand, supply) and batch.json. A run that was stopped or killed goes on when the same command is given again.\n"
    "Several machines with the same data: passend match batch --partition 1/4 --output part (and 2/4, 3/4, 4/4), then\n"
    "passend match batch --join part/partition-*.slice --output result";

}  // namespace

void add_match_batch(CLI::App& match, Context& context) {
  auto* command = match.add_subcommand("batch", "Match everybody with every open vacancy; keep the best of both sides");
  auto arguments = std::make_shared<BatchArguments>();
  arguments->options.output = "passend-batch";
  command->add_option("--output", arguments->options.output, "Directory for the result")->capture_default_str();
  command->add_option("--format", arguments->format, "Form of the two lists")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  command->add_option("--top", arguments->top, "Places per vacancy and per candidate")
      ->check(CLI::Range(1U, batch::largest_top))
      ->capture_default_str();
  command->add_option("--seed", arguments->seed, "Key of the order among equals")->capture_default_str();
  command->add_option("--day", arguments->day, "Day for which is matched, as 2027-02-01; today when left out");
  auto* partition = command->add_option("--partition", arguments->partition, "Only part i of n of the vacancies: i/n");
  command->add_option("--join", arguments->join, "Put the files of all partitions together")
      ->excludes(partition)
      ->expected(1, -1);
  command->add_option("--chunk", arguments->options.vacancies_per_chunk, "Vacancies between two points to go on from")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command->add_option("--threads", arguments->threads, "0 takes one per processor")->capture_default_str();
  command->add_flag_callback(
      "--restart", [arguments] { arguments->options.earlier = batch::EarlierWork::thrown_away; },
      "Begin anew, whatever an earlier run has finished");
  command->footer(footer);
  command->callback([arguments, &context] { run(*arguments, context); });
}

}  // namespace passend::commands
