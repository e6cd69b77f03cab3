// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "matcher/explain/insight_words.hpp"
#include "matcher/insight/small_groups.hpp"
#include "server/commands/insight.hpp"
#include "server/commands/matching.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

struct RelaxArguments {
  std::string vacancy;
  explain::Style style = explain::Style::dutch;
};

std::string with_sign(std::int64_t gain) {
  return (gain > 0 ? "+" : "") + std::to_string(gain);
}

void print(const insight::Relaxations& found, const pool::VacancyFacts& vacancy, const Matching& matching,
           explain::Style style, Context& context) {
  auto& out = context.out();
  out << grouped(found.lane_counts[0]) << " fit, " << grouped(found.lane_counts[1]) << " with a question open, "
      << grouped(found.lane_counts[2]) << " fall short\n";
  print_requirement_costs(found.costs, vacancy, matching.pool->taxonomy(), style, out);
  std::vector<std::vector<std::string>> rows;
  for (const auto& relaxation : found.steps) {
    rows.push_back({with_sign(relaxation.gain.fits), with_sign(relaxation.gain.one_question_open),
                    explain::render(relaxation, style).step});
  }
  for (const auto& nearer : found.nearer) {
    rows.push_back(
        {with_sign(nearer.gain.fits), with_sign(nearer.gain.one_question_open), explain::render(nearer, style).step});
  }
  out << '\n';
  print_table({">fit", ">open", "step"}, rows, out);
  if (!found.nearer.empty()) out << explain::nearer_work_note(style) << '\n';
}

void run(const RelaxArguments& arguments, Context& context) {
  const Matching matching(context);
  const auto vacancy = matching.vacancy(arguments.vacancy);
  auto found = insight::relaxations(matching.engine, vacancy);
  found.steps = insight::steps_to_show(found.steps);
  if (context.form == OutputForm::json) {
    context.print_json(to_json(found, vacancy, matching.pool->taxonomy(), arguments.style));
    return;
  }
  print(found, vacancy, matching, arguments.style, context);
}

}  // namespace

void add_match_relax(CLI::App& match, Context& context) {
  auto* command = match.add_subcommand("relax", "What each requirement costs, and what asking less would bring");
  auto arguments = std::make_shared<RelaxArguments>();
  command->add_option("vacancy", arguments->vacancy, "Id of the vacancy")->required();
  add_language_option(*command, arguments->style);
  command->footer("Example: passend match relax VACANCY");
  command->callback([arguments, &context] { run(*arguments, context); });
}

}  // namespace passend::commands
