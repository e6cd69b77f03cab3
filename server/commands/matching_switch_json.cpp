// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "server/commands/context.hpp"

namespace passend::commands {
namespace {

void print_state(Context& context) {
  const auto stopped = context.matching_switch().stop();
  if (context.form == OutputForm::json) {
    nlohmann::ordered_json json{{"allowed", !stopped}};
    if (stopped) json.update({{"since", to_text(stopped->since)}, {"reason", stopped->reason}});
    context.print_json(json.dump());
  } else if (stopped) {
    context.out()
        << "Matching is stopped since " << to_text(stopped->since) << ": " << stopped->reason
        << "\nNobody is ranked; searching, reading and explaining go on. `passend matching start` allows it again.\n";
  } else {
    context.out() << "Matching is allowed.\n";
  }
}

}  // namespace

void add_matching(CLI::App& app, Context& context) {
  auto* command =
      app.add_subcommand("matching", "Stop the ranking of people and vacancies at once, everywhere, or allow it");
  command->require_subcommand(1);
  auto reason = std::make_shared<std::string>();
  auto* stop =
      command->add_subcommand("stop", "Refuse every match until it is allowed again, also in servers that run");
  stop->add_option("--reason", *reason, "Why, in one line that everybody who matches will read")->required();
  stop->callback([reason, &context] {
    context.matching_switch().stop_matching(*reason, now().date());
    print_state(context);
  });
  command->add_subcommand("start", "Allow matching again")->callback([&context] {
    if (!context.matching_switch().allow_matching()) context.progress().remark("it was not stopped");
    print_state(context);
  });
  command->add_subcommand("status", "Say whether it is allowed")->callback([&context] { print_state(context); });
}

}  // namespace passend::commands
