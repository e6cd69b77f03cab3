// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

void run_check(Context& context) {
  const auto store = context.open_store();
  const auto report = store->check();
  if (context.form == OutputForm::json) {
    context.print_json(to_json(report));
  } else {
    print_facts({{"portfolios", grouped(static_cast<std::uint64_t>(report.counts.portfolios))},
                 {"vacancies", grouped(static_cast<std::uint64_t>(report.counts.vacancies))},
                 {"employers", grouped(static_cast<std::uint64_t>(report.counts.employers))},
                 {"position of the change feed", std::to_string(report.position)},
                 {"problems", std::to_string(report.problems.size())}},
                context.out());
  }
  if (report.problems.empty()) return;
  std::string detail = "the store has problems; restore a backup, or ask for help with this list:";
  for (const auto& problem : report.problems) detail += "\n  " + problem;
  throw Error(ErrorCode::storage_corrupt, detail);
}

}  // namespace

void add_store(CLI::App& app, Context& context) {
  auto* store = app.add_subcommand("store", "The system of record");
  store->require_subcommand(1);
  store->add_subcommand("check", "Verify pages, references, hashes and that every detail profile can be decrypted")
      ->callback([&context] { run_check(context); });
}

}  // namespace passend::commands
