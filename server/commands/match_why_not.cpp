// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "matcher/explain/insight_words.hpp"
#include "server/commands/insight.hpp"
#include "server/commands/matching.hpp"

namespace passend::commands {
namespace {

struct WhyNotArguments {
  std::string candidate;
  std::string vacancy;
  std::uint64_t seed = 0;
  explain::Style style = explain::Style::dutch;
};

void run(const WhyNotArguments& arguments, Context& context) {
  const auto candidate = CandidateId{id_of(arguments.candidate)};
  const Matching matching(context);
  const auto answer = insight::why_not(matching.engine, candidate, matching.vacancy(arguments.vacancy), arguments.seed);
  if (context.form == OutputForm::json) {
    context.print_json(to_json(answer, arguments.style));
    return;
  }
  const auto words = explain::render(answer, arguments.style);
  context.out() << words.headline << '\n';
  for (const auto& requirement : words.requirements) context.out() << "  - " << requirement << '\n';
  if (!words.together.empty()) context.out() << words.together << '\n';
}

}  // namespace

void add_match_why_not(CLI::App& match, Context& context) {
  auto* command =
      match.add_subcommand("why-not", "Why somebody is not in the list of a vacancy, and what would change it");
  auto arguments = std::make_shared<WhyNotArguments>();
  command->add_option("candidate", arguments->candidate, "Id of the candidate")->required();
  command->add_option("vacancy", arguments->vacancy, "Id of the vacancy")->required();
  command->add_option("--seed", arguments->seed, "Key of the order among equals")->capture_default_str();
  add_language_option(*command, arguments->style);
  command->footer("Example: passend match why-not CANDIDATE VACANCY --language nl-simple");
  command->callback([arguments, &context] { run(*arguments, context); });
}

}  // namespace passend::commands
