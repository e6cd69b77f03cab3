// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/criteria/rules.hpp"
#include "matcher/criteria/weight_override.hpp"
#include "matcher/criteria/weights_json.hpp"
#include "server/commands/insight.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

/// So that the name of the changed weights stays short.
constexpr std::size_t most_changes = 40;

std::string base_text(const criteria::Rule& rule, criteria::Side side, const criteria::Weights& weights) {
  if (!criteria::judges(rule, side)) return "";
  return std::to_string(weights.of(side).base[static_cast<std::size_t>(rule.criterion)]);
}

std::string importance_text(const criteria::Rule& rule, criteria::Side side, const criteria::Weights& weights) {
  if (!criteria::judges(rule, side)) return "";
  return std::string(passend::to_text(weights.of(side).importance[static_cast<std::size_t>(rule.criterion)]));
}

void print(const criteria::Profiles& profiles, const criteria::Weights& effective, std::ostream& out) {
  for (const auto& profile : profiles.all()) {
    out << profile.name << " (version " << profile.version << "): " << profile.title.dutch << " / "
        << profile.title.english << "\n  " << profile.purpose.dutch << "\n  " << profile.purpose.english << '\n';
  }
  out << "\nIn effect: " << effective.name << "; " << criteria::content_hash(effective) << "\nMultipliers: desired "
      << effective.multiplier[1] << ", important " << effective.multiplier[2] << ", required "
      << effective.multiplier[3] << "\n\n";
  std::vector<std::vector<std::string>> rows;
  for (const auto& rule : criteria::all_rules()) {
    using enum criteria::Side;
    rows.push_back({std::string(passend::to_text(rule.criterion)), base_text(rule, demand, effective),
                    importance_text(rule, demand, effective), base_text(rule, supply, effective),
                    importance_text(rule, supply, effective)});
  }
  print_table({"criterion", ">demand", "by default", ">supply", "by default"}, rows, out);
}

}  // namespace

criteria::Profiles WeightsOptions::profiles() const {
  return file.empty() ? criteria::Profiles::built_in() : criteria::Profiles::parse(read_file(file), file.string());
}

criteria::Weights WeightsOptions::weights() const {
  const auto all = profiles();
  if (changes.size() > most_changes) {
    throw Error(ErrorCode::usage, "--weight is given at most " + std::to_string(most_changes) +
                                      " times; write a profile of your own and name it with --weights-file");
  }
  std::vector<criteria::WeightOverride> parsed;
  for (const auto& text : changes) {
    auto change = criteria::parse_override(text);
    if (const auto* why_not = std::get_if<std::string>(&change)) {
      throw Error(ErrorCode::usage, "--weight " + text + ": " + *why_not);
    }
    parsed.push_back(std::get<criteria::WeightOverride>(change));
  }
  return criteria::overridden(all.get(profile).weights, parsed);
}

void add_weights_options(CLI::App& command, WeightsOptions& options) {
  command.fallthrough();
  command.add_option("--weights", options.profile, "Weights profile; `passend weights` lists them")
      ->capture_default_str();
  command.add_option("--weights-file", options.file, "Profiles in the place of those that are built in");
  command
      .add_option("--weight", options.changes,
                  "Change one number for this run: demand.education=0, supply.distance=important, "
                  "multiplier.required=8; repeatable")
      ->allow_extra_args(false);
}

void add_weights(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("weights", "List the weights profiles and show the numbers in effect");
  add_weights_options(*command, context.weighing);
  command->footer("Example: passend weights --weights urgent --weight demand.education=0");
  command->callback([&context] {
    const auto profiles = context.weighing.profiles();
    const auto effective = context.weighing.weights();
    if (context.form == OutputForm::json) {
      context.print_json(to_json(profiles, effective));
    } else {
      print(profiles, effective, context.out());
    }
  });
}

}  // namespace passend::commands
