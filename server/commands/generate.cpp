// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "fixtures/generator/generator.hpp"
#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

struct GenerateArguments {
  generator::GeneratorOptions options{.today = now().date()};
  std::string today;
  std::string output = "-";
};

std::uint64_t write_records(const GenerateArguments& arguments, Context& context, std::ostream& out) {
  const auto taxonomy = context.open_taxonomy();
  const auto postcodes = context.open_postcodes();
  const auto& options = arguments.options;
  const std::uint64_t total = std::uint64_t{options.portfolios} + options.vacancies + options.employers;
  const auto progress = context.progress().sink();
  std::uint64_t done = 0;
  generator::generate(options, *taxonomy, *postcodes, [&](store::Record record) {
    out << generator::to_ndjson(record) << '\n';
    if (!out) throw Error(ErrorCode::disk_full, "cannot write to '" + arguments.output + "'; is the disk full?");
    if (++done % 256 == 0 || done == total)
      progress({.stage = "generate", .done = done, .total = total, .unit = "records"});
  });
  out.flush();
  return done;
}

/// Writes beside the target and renames, so that a broken-off run does not leave half a region under its name.
void run_to_file(const GenerateArguments& arguments, Context& context) {
  const std::filesystem::path target = arguments.output;
  std::filesystem::path temporary = target;
  temporary += ".part";
  std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
  if (!file)
    throw Error(ErrorCode::storage_failed, "cannot write '" + temporary.string() + "'; does the directory exist?");
  const std::uint64_t written = write_records(arguments, context, file);
  file.close();
  std::filesystem::rename(temporary, target);
  context.progress().finish();
  if (context.form == OutputForm::json) {
    context.print_json(to_json(
        std::vector<std::pair<std::string, std::uint64_t>>{{"records", written}, {"seed", arguments.options.seed}}));
  } else {
    context.out() << grouped(written) << " records written to " << target.string() << ". Next: passend import "
                  << target.string() << '\n';
  }
}

void run_generate(GenerateArguments arguments, Context& context) {
  if (!arguments.today.empty()) {
    const auto date = parse_date(arguments.today);
    if (!date) throw Error(ErrorCode::usage, "--today '" + arguments.today + "' is not a date as YYYY-MM-DD");
    arguments.options.today = *date;
  }
  if (arguments.output != "-") return run_to_file(arguments, context);
  if (&context.out() == &std::cout && ::isatty(STDOUT_FILENO) == 1) {
    throw Error(
        ErrorCode::usage,
        "a region is too long for a terminal: name a file with --output, or send the output to another program");
  }
  write_records(arguments, context, context.out());
}

}  // namespace

void add_generate(CLI::App& app, Context& context) {
  auto* command =
      app.add_subcommand("generate", "Make a synthetic region: people, vacancies and employers that stand for nobody");
  auto arguments = std::make_shared<GenerateArguments>();
  auto& options = arguments->options;
  command->add_option("--portfolios", options.portfolios, "How many people")->capture_default_str();
  command->add_option("--vacancies", options.vacancies, "How many vacancies")->capture_default_str();
  command->add_option("--employers", options.employers, "How many employers")->capture_default_str();
  command->add_option("--seed", options.seed, "The same seed, sizes, --today and taxonomy give the same region")
      ->capture_default_str();
  command->add_option("--today", arguments->today,
                      "Dates lie around this day (YYYY-MM-DD); the day of today otherwise");
  command->add_option("--output", arguments->output, "File to write, one JSON object a line; - is standard output")
      ->capture_default_str();
  command->footer(
      "Example: passend generate --portfolios 3000 --vacancies 1000 --employers 250 --seed 1 --output region.ndjson\n"
      "Needs a taxonomy (passend taxonomy import) and postcodes (passend geo import).");
  command->callback([arguments, &context] { run_generate(*arguments, context); });
}

}  // namespace passend::commands
