// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/run/exposure_json.hpp"
#include "matcher/run/run_log.hpp"
#include "server/commands/matching.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

enum class People : std::uint8_t { never_shown, all };

struct ExposureArguments {
  int days = 90;
  std::uint64_t top = 50;
  std::string output;
  std::string format = "csv";
  People people = People::never_shown;
};

std::string share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? "-" : percent(static_cast<int>(part * 10'000 / whole)) + " %";
}

std::string document_of(const run::Exposure& exposure, const ExposureArguments& arguments) {
  const bool csv = arguments.format == "csv";
  std::string text = csv ? csv_line({"candidate", "lists", "lastShown"}) : "";
  for (const auto& person : exposure.people) {
    if (arguments.people == People::never_shown && person.lists != 0) continue;
    text += csv ? csv_line({to_text(person.candidate), std::to_string(person.lists),
                            person.last_shown ? to_text(*person.last_shown) : ""})
                : run::person_json(person) + "\n";
  }
  return text;
}

void print_summary(const run::Exposure& exposure, std::ostream& out) {
  const auto people = exposure.people.size();
  print_facts({{"lists", grouped(exposure.lists)},
               {"batches among them", grouped(exposure.batches)},
               {"people in the pool", grouped(people)},
               {"in no top " + std::to_string(exposure.top),
                grouped(exposure.never_shown) + " (" + share(exposure.never_shown, people) + ")"}},
              out);
  out << '\n';
  std::vector<std::vector<std::string>> rows;
  for (const auto& band : run::bands_of(exposure)) {
    rows.push_back({band.name, grouped(band.people), share(band.people, people)});
  }
  print_table({">shown in lists", ">people", ">share"}, rows, out);
  for (const auto& grouping : exposure.groupings) {
    rows.clear();
    for (const auto& group : grouping.groups) {
      rows.push_back({group.name, grouped(group.people), share(group.never_shown, group.people), grouped(group.lists)});
    }
    if (grouping.withheld_groups != 0) {
      rows.push_back(
          {grouped(grouping.withheld_groups) + " groups withheld", grouped(grouping.withheld_people), "", ""});
    }
    out << '\n';
    print_table({grouping.by, ">people", ">never shown", ">times shown"}, rows, out);
  }
}

void run_exposure(const ExposureArguments& arguments, Context& context) {
  const Matching matching(context);
  run::ExposureCount count(arguments.top);
  const Date today = now().date();
  const run::RunLog log(context.runs_directory());
  const auto notices =
      log.read({.from = Date{today.days - arguments.days + 1}, .until = today}, [&](run::Record&& record) {
        count.add(record);
        return true;
      });
  for (const auto& notice : notices) context.progress().remark(notice);
  const auto exposure = count.over(*matching.pool);
  if (exposure.batches_passed != 0) {
    context.progress().remark(grouped(exposure.batches_passed) + " batches looked beyond the top " +
                              std::to_string(arguments.top) +
                              " and do not say who stood within; they were passed over (they say it for 10, 25, 50, " +
                              "100, 250, 500 and as far as they looked)");
  }
  if (!arguments.output.empty()) write_file_durably(arguments.output, document_of(exposure, arguments));
  if (context.form == OutputForm::json) {
    context.print_json(run::summary_json(exposure));
  } else {
    print_summary(exposure, context.out());
  }
  if (exposure.lists == 0) {
    context.progress().remark("no list was recorded in these " + std::to_string(arguments.days) + " days");
  }
}

}  // namespace

void add_match_exposure(CLI::App& match, Context& context) {
  auto* command =
      match.add_subcommand("exposure", "Audit: who stood in no list of the past days, and how that is spread");
  auto arguments = std::make_shared<ExposureArguments>();
  command->add_option("--days", arguments->days, "How many days back, today included")
      ->check(CLI::Range(1, 36'500))
      ->capture_default_str();
  command->add_option("--top", arguments->top, "Ranks that count as shown")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command->add_option("--output", arguments->output, "Write the people that were never shown to this file");
  command->add_option("--format", arguments->format, "Of that file")
      ->check(CLI::IsMember({"csv", "ndjson"}))
      ->capture_default_str();
  command->add_flag_callback(
      "--all", [arguments] { arguments->people = People::all; }, "Write everyone, with how often they were shown");
  command->footer("Example: passend match exposure --days 90 --top 50 --output never-shown.csv");
  command->callback([arguments, &context] { run_exposure(*arguments, context); });
}

}  // namespace passend::commands
